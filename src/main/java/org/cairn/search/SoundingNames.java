package org.cairn.search;

import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;
import org.cairn.names.ArabicSpelling;
import org.cairn.names.Sound;
import org.cairn.names.Sounds;

/// The names of the archive by how they sound, as far as passages have them that may be seen. It remembers what it was
/// asked: a query has the same words in several orders.
final class SoundingNames {

    /// Of more names than these nobody reads the passages.
    static final int MOST = 200;

    private static final int MOST_CANDIDATES = 2_000;
    /// Passages that tell well enough whether a word is mostly written small: so many that it makes no difference which
    /// of them the index has first, since that depends on passages that may not be seen.
    private static final int ENOUGH = 50_000;
    private static final int FEW = 20;
    private static final int OFTEN = 10;
    /// Consonants of a name that stands alone, where no capitals tell names from other words.
    private static final int CONSONANTS = 2;

    private final Spelled spelled;
    private final KnownWords known;
    private final Map<String, List<String>> terms = new HashMap<>();
    private final Map<String, Map<String, List<Term>>> heard = new HashMap<>();
    private final Map<String, Map<String, List<Term>>> asNames = new HashMap<>();
    /// Of names that were heard already, folded, how they are written.
    private final Map<String, List<Term>> written = new HashMap<>();
    private final Map<String, Boolean> plain = new HashMap<>();
    private final Map<String, Boolean> frequent = new HashMap<>();

    SoundingNames(Spelled spelled, KnownWords known) {
        this.spelled = spelled;
        this.known = known;
    }

    /// The words that sound like a word, itself among them, by how they are folded: each as the names that it stands
    /// as.
    Map<String, List<Term>> like(String word) {
        Map<String, List<Term>> before = heard.get(word);
        if (before == null) {
            before = like(Sounds.of(word), name -> ArabicSpelling.mayBeSame(word, name));
            heard.put(word, before);
        }
        return before;
    }

    private Map<String, List<Term>> like(List<Sound> sounds, Predicate<String> wanted) {
        Map<String, List<Term>> like = new TreeMap<>();
        for (String key : sounds.stream().map(Sound::key).distinct().toList()) {
            for (String term : having(key)) {
                String name = NameSounds.name(term);
                if (wanted.test(name) && isLike(sounds, name)) {
                    like.computeIfAbsent(spelled.folded(name), any -> new ArrayList<>())
                            .add(new Term(Fields.SOUND, term));
                }
            }
        }
        return like;
    }

    private static boolean isLike(List<Sound> sounds, String name) {
        List<Sound> others = Sounds.of(name);
        return sounds.stream().anyMatch(sound -> others.stream().anyMatch(sound::isLike));
    }

    /// The names that sound like a word, by how they are folded, and none of the words that hold sentences together.
    Map<String, List<Term>> names(String word) {
        return asNames.computeIfAbsent(word, asked -> names(like(asked), CONSONANTS));
    }

    /// Names that sound in one of some ways, folded.
    ///
    /// @param wanted which of them, as they are written
    Set<String> words(List<Sound> sounds, Predicate<String> wanted) {
        Map<String, List<Term>> found = names(like(sounds, wanted), CONSONANTS);
        written.putAll(found);
        return found.keySet().stream().limit(MOST).collect(Collectors.toCollection(TreeSet::new));
    }

    /// The names that have a key, as they are written.
    Set<String> written(String key) {
        return having(key).stream().map(NameSounds::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /// What syllables in Latin letters are in alphabets of which nothing but the sound of letters is known.
    ///
    /// @param consonants of so many at least; one is enough only beside a longer name, where also a word that holds
    ///     sentences together in Persian may be the rest of it: `وانغ وي`
    Set<String> inOtherLetters(String read, int consonants) {
        return names(like(read), consonants).entrySet().stream()
                .filter(name -> isOtherwiseUnknown(written(name.getValue())))
                .map(Map.Entry::getKey)
                .limit(MOST)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOtherwiseUnknown(String name) {
        int script = UScript.getScript(name.codePointAt(0));
        return script != UScript.LATIN && script != UScript.CYRILLIC;
    }

    /// How a word stands as a name in the archive; nothing where it does not. One that has no consonant has no sound
    /// and stands there without.
    List<Term> standing(String folded) {
        List<String> keys =
                Sounds.of(folded).stream().map(Sound::key).distinct().toList();
        Stream<Term> asFolded = (keys.isEmpty() ? List.of("") : keys)
                .stream()
                        .flatMap(key -> having(key).stream())
                        .filter(term -> isWritten(NameSounds.name(term), folded))
                        .map(term -> new Term(Fields.SOUND, term));
        // the letters that are folded away may tell how it sounds, as those of Uyghur do
        Stream<Term> asHeard = written.getOrDefault(folded, List.of()).stream();
        return Stream.concat(asFolded, asHeard).distinct().toList();
    }

    /// Where no capitals tell names from others, none that holds sentences together: على is not علي.
    private boolean isWritten(String name, String folded) {
        return spelled.folded(name).equals(folded) && (isCased(name) || !SmallWords.isNoName(name));
    }

    /// Whether of the passages that have a word it stands as a name in fewer than half.
    ///
    /// @param asName how it stands as a name
    boolean isMostlyPlain(String folded, List<Term> asName) {
        return plain.computeIfAbsent(folded, word -> {
            KnownWords.Share share = told(() -> known.share(new Term(Fields.TEXT, word), asName, ENOUGH));
            return share.all() > 0 && share.both() * 2 < share.all();
        });
    }

    /// Those words of some that can be names: none of those that hold sentences together, none that is mostly written
    /// small, and, where no capitals tell names from others, none of few consonants and none that is in every tenth
    /// passage.
    private Map<String, List<Term>> names(Map<String, List<Term>> words, int consonants) {
        Map<String, List<Term>> names = new TreeMap<>();
        words.forEach((folded, terms) -> {
            List<Term> asNames = terms.stream()
                    .filter(term -> !isNoName(NameSounds.name(term.text()), consonants))
                    .toList();
            if (!asNames.isEmpty() && !isNoName(folded, consonants) && canBeName(folded, asNames, consonants)) {
                names.put(folded, asNames);
            }
        });
        return names;
    }

    private static boolean isNoName(String word, int consonants) {
        return consonants < CONSONANTS ? SmallWords.isArabic(word) : SmallWords.isNoName(word);
    }

    private boolean canBeName(String folded, List<Term> terms, int consonants) {
        return isCased(written(terms))
                ? !isMostlyPlain(folded, terms)
                // no Hebrew word but a name from elsewhere is written with a geresh
                : terms.stream()
                                .map(Term::text)
                                .anyMatch(term -> term.indexOf(NameSounds.AS) >= consonants || hasGeresh(term))
                        && !isFrequent(terms.getFirst());
    }

    private boolean isFrequent(Term name) {
        return frequent.computeIfAbsent(name.text(), any -> {
            int often = Math.max(FEW, told(known::passages) / OFTEN);
            return told(() -> known.passages(name, often + 1)) > often;
        });
    }

    private static boolean hasGeresh(String name) {
        return name.indexOf('\'') >= 0 || name.indexOf('\u2019') >= 0 || name.indexOf('\u05F3') >= 0;
    }

    /// How the first of some terms is written.
    static String written(List<Term> terms) {
        return NameSounds.name(terms.getFirst().text());
    }

    /// Whether its script has great letters and small ones.
    static boolean isCased(String word) {
        int first = word.codePointAt(0);
        return Character.isUpperCase(first) || Character.isLowerCase(first);
    }

    private List<String> having(String key) {
        return terms.computeIfAbsent(key, any -> {
            Automaton names =
                    Operations.concatenate(List.of(Automata.makeString(any + NameSounds.AS), Automata.makeAnyString()));
            return told(() -> known.fitting(Fields.SOUND, names, MOST_CANDIDATES)).stream()
                    .map(BytesRef::utf8ToString)
                    .toList();
        });
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

    @Override
    public String toString() {
        return "SoundingNames";
    }
}
