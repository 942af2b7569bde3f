package org.cairn.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.queries.intervals.IntervalQuery;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.cairn.domain.query.Asked;
import org.cairn.domain.query.Place;
import org.cairn.search.Spelled.Token;

/// What words near each other ask for. Of a group with OR one has to be near, of a group with AND each.
final class NearMeaning {

    /// An interval counts as much as a rare word.
    private static final float WEIGHT = 8f;

    private static final int MOST_PAIRS = 300;
    /// With so many phrases among alternatives each is looked at for itself; with more the shortest that fits stands
    /// for all.
    private static final int FEW_PHRASES = 8;
    /// So many ways to choose one of each group are looked at one by one; where there are more, the shortest that fits
    /// stands for all.
    private static final int MOST_WAYS = 300;
    /// Words within pairs within pairs: from there on one word may stand for two.
    private static final int DEEPEST_APART = 5;

    private final Spelled spelled;
    private final PatternMeaning patterns;
    private final SynonymMeaning synonyms;

    NearMeaning(Spelled spelled, PatternMeaning patterns, SynonymMeaning synonyms) {
        this.spelled = spelled;
        this.patterns = patterns;
        this.synonyms = synonyms;
    }

    /// @param field the field it stands in, or empty
    Query of(Asked.Near near, String field) {
        List<String> fields = Stream.concat(Stream.of(field), fields(near))
                .distinct()
                .filter(name -> !name.isEmpty())
                .toList();
        if (fields.size() > 1) {
            throw QueryReader.misread(near.at(), "nearFields");
        }
        Asked pulled = new Pulling().up(widened(near));
        if (!fields.isEmpty()) {
            if (!Meaning.isOfWords(fields.getFirst())) {
                throw QueryReader.misread(near.at(), "nearWords");
            }
            return in(fields.getFirst(), pulled);
        }
        return new BooleanQuery.Builder()
                .add(in(Fields.TEXT, pulled), Occur.SHOULD)
                .add(new BoostQuery(in(Fields.TITLE, pulled), Meaning.TITLE_WEIGHT), Occur.SHOULD)
                .build();
    }

    /// Each word with whatever means the same.
    private Asked widened(Asked asked) {
        return switch (asked) {
            case Asked.Near near ->
                new Asked.Near(near.at(), widened(near.one()), widened(near.other()), near.words(), near.ordered());
            case Asked.Any any ->
                new Asked.Any(any.at(), any.parts().stream().map(this::widened).toList());
            case Asked.All all ->
                new Asked.All(all.at(), all.parts().stream().map(this::widened).toList());
            case Asked.Within within -> new Asked.Within(within.at(), within.field(), widened(within.value()));
            case Asked.Word word -> synonyms.widened(word);
            default -> asked;
        };
    }

    private static Stream<String> fields(Asked asked) {
        return switch (asked) {
            case Asked.Within within -> Stream.concat(Stream.of(within.field()), fields(within.value()));
            case Asked.Near near -> Stream.concat(fields(near.one()), fields(near.other()));
            case Asked.All all -> all.parts().stream().flatMap(NearMeaning::fields);
            case Asked.Any any -> any.parts().stream().flatMap(NearMeaning::fields);
            default -> Stream.of();
        };
    }

    private Query in(String field, Asked pulled) {
        return switch (pulled) {
            case Asked.All all -> joined(field, all.parts(), Occur.MUST);
            case Asked.Any any -> joined(field, any.parts(), Occur.SHOULD);
            default -> {
                boolean apart = ways(pulled) <= MOST_WAYS;
                yield new BoostQuery(new IntervalQuery(field, source(field, pulled, apart)), WEIGHT);
            }
        };
    }

    private Query joined(String field, List<Asked> parts, Occur occur) {
        BooleanQuery.Builder joined = new BooleanQuery.Builder();
        parts.forEach(part -> joined.add(in(field, part), occur));
        return joined.build();
    }

    /// In how many ways one of each group can be chosen: Lucene multiplies them out.
    private static long ways(Asked asked) {
        long ways = switch (asked) {
            case Asked.Near near -> ways(near.one()) * ways(near.other()) * (near.ordered() ? 1 : 2);
            case Asked.Any any ->
                any.parts().stream().mapToLong(NearMeaning::ways).sum();
            case Asked.Within within -> ways(within.value());
            default -> 1;
        };
        return Math.min(ways, MOST_WAYS + 1L);
    }

    private static int depth(Asked asked) {
        return switch (asked) {
            case Asked.Near near -> 1 + Math.max(depth(near.one()), depth(near.other()));
            case Asked.Any any ->
                any.parts().stream().mapToInt(NearMeaning::depth).max().orElse(0);
            case Asked.Within within -> depth(within.value());
            default -> 0;
        };
    }

    private IntervalsSource source(String field, Asked asked, boolean apart) {
        return switch (asked) {
            case Asked.Near near -> Intervals.maxgaps(near.words() - 1, pair(field, near, apart));
            case Asked.Any any -> any(field, any.parts(), apart);
            case Asked.Within within -> source(field, within.value(), apart);
            case Asked.Fuzzy fuzzy -> open(field, fuzzy);
            case Asked.Pattern pattern -> open(field, pattern);
            case Asked.Word word -> word.wild() ? open(field, word) : word(field, word);
            case Asked.Phrase phrase -> phrase(field, phrase.text(), phrase.at());
            default ->
                throw QueryReader.misread(asked.at(), asked instanceof Asked.Exactly ? "nearExactly" : "nearWords");
        };
    }

    /// Two that are near each other are two: one word that both ask for is not near itself.
    private IntervalsSource pair(String field, Asked.Near near, boolean apart) {
        IntervalsSource one = source(field, near.one(), apart);
        IntervalsSource other = source(field, near.other(), apart);
        if (near.ordered()) {
            return Intervals.ordered(one, other);
        }
        return depth(near) <= DEEPEST_APART
                ? Intervals.or(apart, Intervals.ordered(one, other), Intervals.ordered(other, one))
                : Intervals.unordered(one, other);
    }

    private IntervalsSource any(String field, List<Asked> parts, boolean apart) {
        boolean fewLong = apart
                && parts.stream().filter(part -> !(part instanceof Asked.Word)).count() <= FEW_PHRASES;
        List<IntervalsSource> sources = new ArrayList<>();
        List<IntervalsSource> single = new ArrayList<>();
        for (Asked part : parts) {
            (isOneWord(field, part) ? single : sources).add(source(field, part, apart));
        }
        if (!single.isEmpty()) {
            sources.add(either(single));
        }
        return Intervals.or(fewLong, sources);
    }

    private boolean isOneWord(String field, Asked part) {
        return part instanceof Asked.Word word
                && (word.wild() || spelled.tokens(field, word.text()).size() == 1);
    }

    private IntervalsSource open(String field, Asked leaf) {
        List<IntervalsSource> words =
                patterns.near(field, leaf).stream().map(Intervals::term).toList();
        return words.isEmpty() ? Intervals.noIntervals("no such word") : either(words);
    }

    private IntervalsSource word(String field, Asked.Word word) {
        List<Token> tokens = spelled.tokens(field, word.text());
        if (tokens.size() != 1) {
            return phrase(field, word.text(), word.at());
        }
        Token token = tokens.getFirst();
        List<IntervalsSource> all = new ArrayList<>(List.of(Intervals.term(token.folded())));
        spelled.stems(field, token).forEach(stem -> all.add(Intervals.term(stem.bytes())));
        return either(all);
    }

    private IntervalsSource phrase(String field, String text, Place at) {
        List<Token> tokens = spelled.tokens(field, text);
        if (tokens.isEmpty()) {
            throw QueryReader.misread(at, "nearWords");
        }
        return Intervals.phrase(
                tokens.stream().map(token -> Intervals.term(token.folded())).toArray(IntervalsSource[]::new));
    }

    /// Words are all as long as one another: the first that fits is as good as any.
    private static IntervalsSource either(List<IntervalsSource> words) {
        return words.size() == 1 ? words.getFirst() : Intervals.or(false, words);
    }

    /// Pulls AND out of what stands near each other: `(a b) near/5 c` is `(a near/5 c) (b near/5 c)`.
    private static final class Pulling {
        private int pairs;

        Asked up(Asked asked) {
            return switch (asked) {
                case Asked.Near near -> near(near, up(near.one()), up(near.other()));
                case Asked.Any any ->
                    new Asked.Any(any.at(), any.parts().stream().map(this::up).toList());
                case Asked.All all ->
                    new Asked.All(all.at(), all.parts().stream().map(this::up).toList());
                case Asked.Within within -> up(within.value());
                default -> asked;
            };
        }

        private Asked near(Asked.Near near, Asked one, Asked other) {
            pairs++;
            if (pairs > MOST_PAIRS) {
                throw QueryReader.misread(near.at(), "tooLong");
            }
            if (holdsAll(one)) {
                return spread(one, part -> near(near, part, other));
            }
            if (holdsAll(other)) {
                return spread(other, part -> near(near, one, part));
            }
            return new Asked.Near(near.at(), one, other, near.words(), near.ordered());
        }

        private static Asked spread(Asked group, java.util.function.UnaryOperator<Asked> each) {
            return switch (group) {
                case Asked.All all ->
                    new Asked.All(all.at(), all.parts().stream().map(each).toList());
                case Asked.Any any ->
                    new Asked.Any(any.at(), any.parts().stream().map(each).toList());
                default -> group;
            };
        }

        /// Whether an AND stands in it that is not within another pair.
        private static boolean holdsAll(Asked asked) {
            return switch (asked) {
                case Asked.All all -> true;
                case Asked.Any any -> any.parts().stream().anyMatch(Pulling::holdsAll);
                default -> false;
            };
        }
    }
}
