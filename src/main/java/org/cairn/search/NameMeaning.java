package org.cairn.search;

import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.cairn.domain.query.Asked;
import org.cairn.names.Tibetan;

/// What a word, or some words side by side, ask for where they are a name: the same name as others write it, in its own
/// script or another.
///
/// Words by their sounds are sought among those that stand as names do ([SoundingNames]), names of several words among
/// words side by side ([SideBySide]), both in passages that may be seen. A word that the archive mostly writes with a
/// small letter is no name.
final class NameMeaning {

    /// What is found as others write it counts less than what is found by its letters. Of one word it is a tenth of how
    /// rare all its spellings are together with the one that was asked for; of several side by side a tenth alone. One
    /// spelling more in a passage counts no more.
    static final float WEIGHT = 0.1f;

    private static final int MOST_PASSAGES = 100_000;
    private static final int MOST_WORDS = 3;

    private final Spelled spelled;
    private final KnownWords known;
    private final SoundingNames names;
    private final SideBySide side;
    private final NamesMatched matched;
    private final ChineseNames chinese;
    private final KoreanNames korean;
    private final CompoundNames compounds;
    private final TibetanNames tibetan;
    private final TranscribedNames transcribed;

    /// @param matched is told what else is looked for
    NameMeaning(Spelled spelled, KnownWords known, NamesMatched matched) {
        this.spelled = spelled;
        this.known = known;
        this.matched = matched;
        this.names = new SoundingNames(spelled, known);
        this.side = new SideBySide(known, names, matched);
        this.chinese = new ChineseNames(spelled, new ChineseLetters(spelled, side, names), matched);
        this.korean = new KoreanNames(spelled, side);
        this.compounds = new CompoundNames(spelled, side, names);
        this.tibetan = new TibetanNames(spelled, known, matched);
        this.transcribed = new TranscribedNames(spelled, side, names, tibetan);
    }

    /// The other ways to write a word, where it can be a name and the archive has others.
    Optional<Query> of(Asked.Word asked) {
        String word = asked.text();
        if (!asked.wild() && !word.isEmpty() && Tibetan.isLetter(word.charAt(0))) {
            return inTibetan(word);
        }
        typed(asked);
        if (!asked.wild() && word.indexOf('-') > 0) {
            return beginsAsName(word) ? NameWays.any(compounds.of(word)) : Optional.empty();
        }
        if (!asked.wild() && isHan(word) && TranscribedNames.isOfSeveral(word)) {
            return transcribed.severally(word);
        }
        if (asked.wild()
                || word.length() < 2
                || SmallWords.isNoName(word)
                || !word.codePoints().allMatch(NameMeaning::isOfAName)) {
            return Optional.empty();
        }
        if (isHan(word)) {
            return NameWays.any(Stream.concat(chinese.read(word).stream(), transcribed.read(word).stream())
                    .toList());
        }
        return isMostlyPlain(word) ? Optional.empty() : NameWays.any(otherwise(word));
    }

    private static boolean isHan(String word) {
        return !word.isEmpty() && UScript.getScript(word.codePointAt(0)) == UScript.HAN;
    }

    private List<Query> otherwise(String word) {
        List<Query> ways = new ArrayList<>(others(word));
        ways.addAll(chinese.of(word));
        ways.addAll(tibetan.of(word));
        ways.addAll(korean.of(word));
        ways.addAll(compounds.of(word));
        ways.addAll(transcribed.of(word));
        return ways;
    }

    private boolean isMostlyPlain(String word) {
        String folded = spelled.folded(word);
        return SoundingNames.isCased(word)
                && names.isMostlyPlain(folded, names.like(word).getOrDefault(folded, List.of()));
    }

    /// A word that was typed may be part of a name, however small it is.
    private void typed(Asked.Word asked) {
        spelled.tokens(Fields.TEXT, asked.text()).forEach(token -> side.typed(token.folded()));
    }

    /// `al-Bashir` is a name without a capital at its beginning.
    private static boolean beginsAsName(String word) {
        int behind = word.indexOf('-') + 1;
        return !SoundingNames.isCased(word)
                || Character.isUpperCase(word.codePointAt(0))
                || behind < word.length()
                        && Character.isUpperCase(word.codePointAt(behind))
                        && CompoundNames.isArticle(word.substring(0, behind - 1), word.substring(behind));
    }

    /// Each of the names of which it is made, as others write it.
    private Optional<Query> inTibetan(String word) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<String> names = Tibetan.names(word);
        for (String name : names) {
            List<Query> ways = new ArrayList<>(others(name));
            ways.addAll(tibetan.of(name));
            ways.addAll(transcribed.of(name));
            if (ways.isEmpty()) {
                return Optional.empty();
            }
            all.add(new DisjunctionMaxQuery(ways, 0), Occur.MUST);
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(all.build());
    }

    /// Several words that are one name.
    ///
    /// @param words how many
    record Together(int words, Query query) {
        @Override
        public String toString() {
            return "Together";
        }
    }

    /// How many words from one on are one name in some language, and what that asks for.
    Optional<Together> together(List<Asked> parts, int from) {
        parts.stream()
                .skip(from)
                .limit(MOST_WORDS)
                .filter(Asked.Word.class::isInstance)
                .map(Asked.Word.class::cast)
                .forEach(this::typed);
        List<Together> together = Stream.of(
                        chinese.together(parts, from), korean.together(parts, from), compounds.together(parts, from))
                .flatMap(Optional::stream)
                .toList();
        int words = together.stream().mapToInt(Together::words).max().orElse(0);
        return NameWays.any(together.stream()
                        .filter(name -> name.words() == words)
                        .map(Together::query)
                        .toList())
                .map(query -> new Together(words, query));
    }

    /// What asks for the names that sound like a word, but not for the word itself.
    private List<Query> others(String word) {
        String folded = spelled.folded(word);
        Map<String, List<Term>> others = new TreeMap<>(names.names(word));
        others.remove(folded);
        float weight = WEIGHT * rarity(folded, others);
        List<Query> queries = new ArrayList<>();
        others.entrySet().stream().limit(SoundingNames.MOST).forEach(name -> {
            matched.add(name.getKey());
            Term shown = new Term(Fields.TEXT, name.getKey());
            name.getValue()
                    .forEach(sound ->
                            queries.add(new BoostQuery(new ConstantScoreQuery(new SoundQuery(sound, shown)), weight)));
        });
        return queries;
    }

    /// All its spellings together, among the passages that may be seen.
    private float rarity(String folded, Map<String, List<Term>> others) {
        int having = Math.max(1, passages(folded))
                + others.keySet().stream().mapToInt(this::passages).sum();
        try {
            return (float) Rarity.of(having, Math.max(known.passages(), having));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int passages(String word) {
        try {
            return known.passages(new Term(Fields.TEXT, word), MOST_PASSAGES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfAName(int letter) {
        int type = Character.getType(letter);
        return Character.isLetter(letter)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || letter == '\''
                || letter == '\u2019'
                || letter == '\u05F3'
                || letter == '\u200C';
    }
}
