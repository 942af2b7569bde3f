package org.cairn.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.cairn.search.NamePart.Stands;

/// Names of several words that stand side by side, each with all ways to spell it: only what the passages that may be
/// seen have is asked for, and only where it stands as names do.
///
/// Words stand side by side by chance: `so I`, `у и`, `Ali pour`. Of a name of two syllables or parts none is a word
/// that the archive mostly writes small, and none of a single letter is asked for that was not typed.
final class SideBySide {

    /// A name of so many syllables is none by chance.
    private static final int SURE = 3;

    private final KnownWords known;
    private final JoinedSyllables joined;
    private final SoundingNames names;
    private final NamesMatched matched;
    private final Set<String> typed = new HashSet<>();
    private final Map<String, Boolean> there = new HashMap<>();
    private final Map<String, List<Term>> standing = new HashMap<>();

    SideBySide(KnownWords known, SoundingNames names, NamesMatched matched) {
        this.known = known;
        this.joined = new JoinedSyllables(known);
        this.names = names;
        this.matched = matched;
    }

    /// Is told a word that was asked for, folded.
    void typed(String word) {
        typed.add(word);
    }

    /// What asks for a name of a family and of one who was given one or two syllables: family first or last, the given
    /// name as one word or two, or all as one word.
    ///
    /// @param family how it is spelled, folded; an apostrophe is where the index cuts
    /// @param given how each of its syllables is spelled
    List<Query> familyAndGiven(Set<String> family, List<Set<String>> given) {
        NameWays ways = new NameWays();
        boolean sure = given.size() + 1 >= SURE;
        List<List<NamePart>> families = NamePart.pieces(family, Stands.AS_NAME).stream()
                .map(name -> known(name, sure))
                .filter(name -> !name.isEmpty())
                .toList();
        if (!families.isEmpty()) {
            for (List<NamePart> one : called(given)) {
                List<NamePart> called = known(one, sure);
                for (List<NamePart> name : called.isEmpty() ? List.<List<NamePart>>of() : families) {
                    ways.add(chain(name, called));
                    ways.add(chain(called, name));
                }
            }
        }
        List<Set<String>> whole = new ArrayList<>(List.of(family));
        whole.addAll(given);
        if (JoinedSyllables.areFew(whole)) {
            add(ways, List.of(NamePart.name(joined.words(whole))), sure);
        }
        return asked(ways);
    }

    /// A given name as one word or two.
    private List<List<NamePart>> called(List<Set<String>> given) {
        if (given.size() == 1) {
            return NamePart.pieces(given.getFirst(), Stands.AS_NAME);
        }
        List<List<NamePart>> called = new ArrayList<>(List.of(List.of(NamePart.name(joined.words(given)))));
        for (List<NamePart> first : NamePart.pieces(given.getFirst(), Stands.AS_NAME)) {
            for (List<NamePart> last : NamePart.pieces(given.getLast(), Stands.ANYHOW)) {
                called.add(chain(first, last));
            }
        }
        return called;
    }

    /// What asks for one word of some syllables, where there is any.
    ///
    /// @param syllables each with its spellings
    /// @param stands how the word stands
    List<Query> asOneWord(List<Set<String>> syllables, Stands stands) {
        return of(List.of(new NamePart(joined.words(syllables), stands)));
    }

    /// What asks for words side by side, where there are any.
    List<Query> of(List<NamePart> words) {
        NameWays ways = new NameWays();
        add(ways, words, false);
        return asked(ways);
    }

    private void add(NameWays ways, List<NamePart> words, boolean sure) {
        List<NamePart> some = known(words, sure);
        if (!some.isEmpty()) {
            ways.add(some);
        }
    }

    private List<Query> asked(NameWays ways) {
        List<Query> queries = new ArrayList<>();
        for (List<NamePart> way : ways.all()) {
            matched.addSideBySide(way.stream().map(NamePart::spellings).toList());
            queries.add(NameWays.weighed(new SoundQuery(found(way), query(way))));
        }
        return queries;
    }

    /// Side by side where each of those that stand as names does so in the same passage.
    private Query found(List<NamePart> words) {
        BooleanQuery.Builder found = new BooleanQuery.Builder().add(query(words), Occur.FILTER);
        for (NamePart word : words) {
            if (word.stands() == Stands.AS_NAME) {
                found.add(
                        new TermInSetQuery(
                                Fields.SOUND,
                                word.spellings().stream()
                                        .flatMap(spelling -> standing(spelling).stream())
                                        .map(Term::bytes)
                                        .toList()),
                        Occur.FILTER);
            }
        }
        return found.build();
    }

    private static Query query(List<NamePart> words) {
        if (words.size() == 1 && words.getFirst().spellings().size() == 1) {
            return new TermQuery(term(words.getFirst().spellings().iterator().next()));
        }
        MultiPhraseQuery.Builder side = new MultiPhraseQuery.Builder();
        words.forEach(
                word -> side.add(word.spellings().stream().map(SideBySide::term).toArray(Term[]::new)));
        return side.build();
    }

    private static List<NamePart> chain(List<NamePart> one, List<NamePart> other) {
        List<NamePart> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    /// What the archive has of each word; nothing where it has nothing of one.
    ///
    /// @param sure whether the whole name is none by chance
    private List<NamePart> known(List<NamePart> words, boolean sure) {
        List<NamePart> some = words.stream()
                .map(word -> word.with(word.spellings().stream()
                        .filter(spelling -> isAsked(spelling, word.stands(), sure))
                        .collect(Collectors.toCollection(LinkedHashSet::new))))
                .toList();
        return some.stream().anyMatch(word -> word.spellings().isEmpty()) ? List.of() : some;
    }

    private boolean isAsked(String word, Stands stands, boolean sure) {
        return switch (stands) {
            case CUT -> isThere(word);
            case ANYHOW -> isLongEnough(word) && isThere(word);
            case AS_NAME ->
                isLongEnough(word) && isThere(word) && !standing(word).isEmpty() && (sure || !isMostlyPlain(word));
        };
    }

    private boolean isLongEnough(String word) {
        return word.codePointCount(0, word.length()) > 1 || typed.contains(word);
    }

    private boolean isMostlyPlain(String word) {
        List<Term> asName = standing(word);
        return SoundingNames.isCased(SoundingNames.written(asName)) && names.isMostlyPlain(word, asName);
    }

    /// Asked of each word once: a name has its words in several orders.
    private boolean isThere(String word) {
        return there.computeIfAbsent(word, asked -> {
            try {
                return known.isKnown(term(asked));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private List<Term> standing(String word) {
        return standing.computeIfAbsent(word, names::standing);
    }

    private static Term term(String word) {
        return new Term(Fields.TEXT, word);
    }

    @Override
    public String toString() {
        return "SideBySide";
    }
}
