package org.cairn.search;

import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.cairn.domain.query.Asked;
import org.cairn.names.ArabicSpelling;
import org.cairn.names.Compounds;
import org.cairn.names.Sound;
import org.cairn.names.Sounds;
import org.cairn.names.Tibetan;

/// What a word asks for where it is a name: the same name as others write it, in its own script or another.
///
/// Names are sought among words that stand as names do, in passages that may be seen. A word that the archive mostly
/// writes with a small letter is no name.
final class NameMeaning {

    /// What is found by its sound counts less than what is found by its letters: all its spellings are as rare as they
    /// are together with the one that was asked for, and one more of them counts no more.
    static final float WEIGHT = 0.1f;

    private static final int MOST_CANDIDATES = 2_000;
    private static final int MOST_NAMES = 200;
    private static final int MOST_PASSAGES = 100_000;
    /// Passages that tell well enough whether a word is mostly written small.
    private static final int ENOUGH = 2_000;
    private static final int FEW = 20;
    private static final int OFTEN = 10;

    private final Spelled spelled;
    private final KnownWords known;
    private final NamesMatched matched;
    private final ChineseNames chinese;
    private final KoreanNames korean;
    private final CompoundNames compounds;
    private final TibetanNames tibetan;

    /// @param matched is told what else is looked for
    NameMeaning(Spelled spelled, KnownWords known, NamesMatched matched) {
        this.spelled = spelled;
        this.known = known;
        this.matched = matched;
        SideBySide side = new SideBySide(known, matched);
        this.chinese = new ChineseNames(spelled, side, matched);
        this.korean = new KoreanNames(spelled, side);
        this.compounds = new CompoundNames(spelled, side, this::sounding, this::named);
        this.tibetan = new TibetanNames(spelled, known, matched);
    }

    /// The other ways to write a word, where it can be a name and the archive has others.
    Optional<Query> of(Asked.Word asked) {
        String word = asked.text();
        if (!asked.wild() && !word.isEmpty() && Tibetan.isLetter(word.charAt(0))) {
            return inTibetan(word);
        }
        if (!asked.wild() && word.indexOf('-') > 0) {
            return isCased(word) && !Character.isUpperCase(word.codePointAt(0)) && !startsWithArticle(word)
                    ? Optional.empty()
                    : any(compounds.of(word));
        }
        if (asked.wild()
                || word.length() < 2
                || SmallWords.isNoName(word)
                || !word.codePoints().allMatch(NameMeaning::isOfAName)) {
            return Optional.empty();
        }
        if (UScript.getScript(word.codePointAt(0)) == UScript.HAN) {
            return any(chinese.read(word, this::inOtherLetters));
        }
        Map<String, List<Term>> heard = heardLike(word);
        if (isCased(word) && isMostlyPlain(spelled.folded(word), heard)) {
            return Optional.empty();
        }
        List<Query> ways = new ArrayList<>(others(word, heard, other -> true));
        ways.addAll(chinese.of(word));
        ways.addAll(tibetan.of(word));
        ways.addAll(korean.of(word));
        ways.addAll(compounds.of(word));
        return any(ways);
    }

    /// `al-Bashir` is a name without a capital at its beginning.
    private static boolean startsWithArticle(String word) {
        int hyphen = word.indexOf('-');
        return Compounds.isArticle(word.substring(0, hyphen))
                && hyphen + 1 < word.length()
                && Character.isUpperCase(word.codePointAt(hyphen + 1));
    }

    /// Each of the names of which it is made, as others write it.
    private Optional<Query> inTibetan(String word) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<String> names = Tibetan.names(word);
        for (String name : names) {
            List<Query> ways = new ArrayList<>(others(name, heardLike(name), other -> true));
            ways.addAll(tibetan.of(name));
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
        List<Together> names = Stream.of(
                        chinese.together(parts, from, this::inOtherLetters),
                        korean.together(parts, from),
                        compounds.together(parts, from))
                .flatMap(Optional::stream)
                .toList();
        int words = names.stream().mapToInt(Together::words).max().orElse(0);
        return any(names.stream()
                        .filter(name -> name.words() == words)
                        .map(Together::query)
                        .toList())
                .map(query -> new Together(words, query));
    }

    /// What syllables in Latin letters are in alphabets of which nothing but the sound of letters is known.
    private Set<String> inOtherLetters(String read, int consonants) {
        Map<String, List<Term>> heard = heardLike(read);
        Set<String> words = new TreeSet<>(heard.keySet());
        words.removeIf(folded -> {
            int script = UScript.getScript(
                    written(heard.getOrDefault(folded, List.of())).codePointAt(0));
            return script == UScript.LATIN || script == UScript.CYRILLIC || !canBeName(folded, heard, consonants);
        });
        return words;
    }

    /// What asks for the names that sound like a word, but not for the word itself.
    ///
    /// @param heard what sounds like it
    /// @param wanted which names, as they are written
    private List<Query> others(String word, Map<String, List<Term>> heard, Predicate<String> wanted) {
        String folded = spelled.folded(word);
        Map<String, List<Term>> names = new TreeMap<>(heard);
        names.entrySet()
                .removeIf(name -> name.getKey().equals(folded)
                        || !wanted.test(written(name.getValue()))
                        || !canBeName(name.getKey(), heard));
        float weight = WEIGHT * rarity(folded, names);
        List<Query> queries = new ArrayList<>();
        names.entrySet().stream().limit(MOST_NAMES).forEach(name -> {
            matched.add(name.getKey());
            Term shown = new Term(Fields.TEXT, name.getKey());
            name.getValue()
                    .forEach(sound ->
                            queries.add(new BoostQuery(new ConstantScoreQuery(new SoundQuery(sound, shown)), weight)));
        });
        return queries;
    }

    /// The words of the archive that sound like a word, itself among them, by how they are folded: each as the names
    /// that it stands as.
    private Map<String, List<Term>> heardLike(String word) {
        Map<String, List<Term>> heard = heardLike(Sounds.of(word));
        heard.values().removeIf(terms -> !ArabicSpelling.mayBeSame(word, written(terms)));
        return heard;
    }

    private Map<String, List<Term>> heardLike(List<Sound> sounds) {
        Map<String, List<Term>> heard = new TreeMap<>();
        for (String key : sounds.stream().map(Sound::key).distinct().toList()) {
            for (String term : beginning(key + NameSounds.AS)) {
                String name = NameSounds.name(term);
                if (isLike(sounds, name)) {
                    heard.computeIfAbsent(spelled.folded(name), any -> new ArrayList<>())
                            .add(new Term(Fields.SOUND, term));
                }
            }
        }
        return heard;
    }

    /// Words that sound in one of some ways and are none of those that hold sentences together.
    private Set<String> sounding(List<Sound> sounds) {
        Map<String, List<Term>> heard = heardLike(sounds);
        Set<String> words = new TreeSet<>(heard.keySet());
        words.removeIf(folded -> !canBeName(folded, heard));
        return words;
    }

    /// The names that have a key, as they are written.
    private Set<String> named(String key) {
        return beginning(key + NameSounds.AS).stream()
                .map(NameSounds::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isLike(List<Sound> sounds, String name) {
        List<Sound> others = Sounds.of(name);
        return sounds.stream().anyMatch(sound -> others.stream().anyMatch(sound::isLike));
    }

    /// All its spellings together, among the passages that may be seen.
    private float rarity(String folded, Map<String, List<Term>> names) {
        int having = Math.max(1, passages(new Term(Fields.TEXT, folded), MOST_PASSAGES))
                + names.keySet().stream()
                        .mapToInt(name -> passages(new Term(Fields.TEXT, name), MOST_PASSAGES))
                        .sum();
        return (float) Rarity.of(having, Math.max(visible(), having));
    }

    /// Whether a word of the archive that sounds right can be a name: none of those that hold sentences together, none
    /// that is mostly written small, and, where no capitals tell names from others, none of one consonant and none
    /// that is in every tenth passage.
    private boolean canBeName(String folded, Map<String, List<Term>> heard) {
        return canBeName(folded, heard, 2);
    }

    /// @param consonants how many it has at least; one is enough only beside a longer name, where a word that holds
    ///     sentences together elsewhere may be the rest of it: `وانغ وي`
    private boolean canBeName(String folded, Map<String, List<Term>> heard, int consonants) {
        List<Term> sounds = heard.getOrDefault(folded, List.of());
        if (consonants > 1 && isNoName(folded, sounds)) {
            return false;
        }
        if (isCased(written(sounds))) {
            return !isMostlyPlain(folded, heard);
        }
        int often = Math.max(FEW, visible() / OFTEN);
        // no Hebrew word but a name from elsewhere is written with a geresh
        return sounds.stream()
                        .anyMatch(sound -> sound.text().indexOf(NameSounds.AS) >= consonants || hasGeresh(sound.text()))
                && passages(sounds.getFirst(), often + 1) <= often;
    }

    private static boolean isNoName(String folded, List<Term> sounds) {
        return SmallWords.isNoName(folded)
                || sounds.stream().map(Term::text).map(NameSounds::name).anyMatch(SmallWords::isNoName);
    }

    private static boolean hasGeresh(String name) {
        return name.indexOf('\'') >= 0 || name.indexOf('\u2019') >= 0 || name.indexOf('\u05F3') >= 0;
    }

    private static String written(List<Term> sounds) {
        return NameSounds.name(sounds.getFirst().text());
    }

    /// Whether its script has great letters and small ones.
    private static boolean isCased(String word) {
        int first = word.codePointAt(0);
        return Character.isUpperCase(first) || Character.isLowerCase(first);
    }

    /// Whether of the passages that have a word it stands as a name in fewer than half.
    private boolean isMostlyPlain(String folded, Map<String, List<Term>> heard) {
        List<Term> asName = heard.getOrDefault(folded, List.of());
        KnownWords.Share share = told(() -> known.share(new Term(Fields.TEXT, folded), asName, ENOUGH));
        return share.all() > 0 && share.both() * 2 < share.all();
    }

    private int visible() {
        return told(known::passages);
    }

    private int passages(Term term, int most) {
        return told(() -> known.passages(term, most));
    }

    private List<String> beginning(String letters) {
        Automaton any = Operations.concatenate(List.of(Automata.makeString(letters), Automata.makeAnyString()));
        return told(() -> known.fitting(Fields.SOUND, any, MOST_CANDIDATES)).stream()
                .map(BytesRef::utf8ToString)
                .toList();
    }

    /// What the index is asked.
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws IOException;
    }

    private static <T> T told(Question<T> question) {
        try {
            return question.ask();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Query> any(List<Query> ways) {
        return ways.isEmpty() ? Optional.empty() : Optional.of(new DisjunctionMaxQuery(ways, 0));
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
