package org.cairn.search;

import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Operations;
import org.cairn.domain.query.Asked;
import org.cairn.names.Pinyin;
import org.cairn.names.Sound;
import org.cairn.names.Sounds;

/// What a word asks for where it is a name: the same name as others write it, in its own script or another.
///
/// Names are sought among words that stand as names do, in passages that may be seen. A word that the archive mostly
/// writes with a small letter is no name.
final class NameMeaning {

    /// What is found by its sound counts less than what is found by its letters: all its spellings are as rare as they
    /// are together with the one that was asked for, and one more of them counts no more.
    private static final float WEIGHT = 0.1f;

    private static final int MOST_CANDIDATES = 2_000;
    private static final int MOST_NAMES = 200;
    private static final int MOST_PASSAGES = 100_000;
    private static final int ENOUGH = 2_000;
    private static final int FEW = 20;
    private static final int OFTEN = 10;
    private static final int MOST_WORDS_OF_A_NAME = 3;
    private static final int MOST_SYLLABLES = 4;

    private final Spelled spelled;
    private final KnownWords known;
    private final NamesMatched matched;

    /// @param matched is told what else is looked for
    NameMeaning(Spelled spelled, KnownWords known, NamesMatched matched) {
        this.spelled = spelled;
        this.known = known;
        this.matched = matched;
    }

    /// The other ways to write a word, where it can be a name and the archive has others.
    Optional<Query> of(Asked.Word asked) {
        String word = asked.text();
        if (asked.wild()
                || word.length() < 2
                || SmallWords.isNoName(word)
                || !word.codePoints().allMatch(NameMeaning::isOfAName)) {
            return Optional.empty();
        }
        List<Query> ways = new ArrayList<>();
        if (UScript.getScript(word.codePointAt(0)) == UScript.HAN) {
            ways.addAll(ofCharacters(word));
        } else {
            if (isPlainWord(word)) {
                return Optional.empty();
            }
            ways.addAll(names(word, other -> true));
            if (!Character.isLowerCase(word.codePointAt(0))) {
                Pinyin.syllables(word).stream()
                        .filter(way -> way.size() > 1)
                        .forEach(way -> characters(way).ifPresent(ways::add));
            }
        }
        return any(ways);
    }

    /// How many words from one on are read as one Chinese name, and what that is: `Wang Wei`, given name first or last.
    Optional<Together> together(List<Asked> parts, int from) {
        List<String> words = new ArrayList<>();
        for (int i = from; i < parts.size() && words.size() < MOST_WORDS_OF_A_NAME; i++) {
            if (!(parts.get(i) instanceof Asked.Word word)
                    || word.wild()
                    || Pinyin.syllables(word.text()).isEmpty()) {
                break;
            }
            words.add(word.text());
        }
        if (words.stream().anyMatch(this::isPlainlyWritten)) {
            return Optional.empty();
        }
        for (int length = words.size(); length > 1; length--) {
            List<Query> ways = new ArrayList<>();
            List<String> name = words.subList(0, length);
            List<String> familyLast = new ArrayList<>(name.subList(0, length - 1));
            familyLast.addFirst(name.getLast());
            for (List<String> order : List.of(name, familyLast)) {
                for (List<List<String>> way : syllables(order)) {
                    characters(way).ifPresent(ways::add);
                }
            }
            Optional<Query> any = any(ways);
            if (any.isPresent()) {
                return Optional.of(new Together(length, any.get()));
            }
        }
        return Optional.empty();
    }

    /// Whether a word is written small, and is one of those that hold sentences together.
    private boolean isPlainlyWritten(String word) {
        return Character.isLowerCase(word.codePointAt(0)) && SmallWords.isNoName(word);
    }

    /// Several words that are one name.
    record Together(int words, Query query) {}

    private static List<List<List<String>>> syllables(List<String> words) {
        List<List<List<String>>> ways = List.of(List.of());
        for (String word : words) {
            List<List<List<String>>> longer = new ArrayList<>();
            for (List<List<String>> way : ways) {
                for (List<List<String>> more : Pinyin.syllables(word)) {
                    List<List<String>> both = new ArrayList<>(way);
                    both.addAll(more);
                    if (both.size() <= MOST_SYLLABLES) {
                        longer.add(both);
                    }
                }
            }
            ways = longer;
        }
        return ways;
    }

    /// Names of alphabets that sound like a word.
    private List<Query> names(String word, Predicate<String> wanted) {
        List<Sound> sounds = Sounds.of(word);
        String folded = folded(word);
        Map<String, List<String>> terms = new TreeMap<>();
        for (String key : sounds.stream().map(Sound::key).distinct().toList()) {
            for (String term : beginning(key + NameSounds.AS)) {
                String name = NameSounds.name(term);
                if (!folded(name).equals(folded) && wanted.test(name) && isLike(sounds, name)) {
                    terms.computeIfAbsent(folded(name), any -> new ArrayList<>())
                            .add(term);
                }
            }
        }
        terms.entrySet().removeIf(name -> !canBeName(name.getKey(), name.getValue()));
        int having = Math.max(1, passages(new Term(Fields.TEXT, folded), MOST_PASSAGES))
                + terms.keySet().stream()
                        .mapToInt(name -> passages(new Term(Fields.TEXT, name), MOST_PASSAGES))
                        .sum();
        float rarity = (float) Math.log(1 + (Math.max(visible(), having) - having + 0.5) / (having + 0.5));
        List<Query> queries = new ArrayList<>();
        terms.entrySet().stream().limit(MOST_NAMES).forEach(name -> {
            matched.add(name.getKey());
            Term shown = new Term(Fields.TEXT, name.getKey());
            name.getValue()
                    .forEach(term -> queries.add(new BoostQuery(
                            new ConstantScoreQuery(new SoundQuery(new Term(Fields.SOUND, term), shown)),
                            WEIGHT * rarity)));
        });
        return queries;
    }

    private static boolean isLike(List<Sound> sounds, String name) {
        List<Sound> others = Sounds.of(name);
        return sounds.stream().anyMatch(sound -> others.stream().anyMatch(sound::isLike));
    }

    /// Whether a word of the archive that sounds right can be a name: none of those that hold sentences together, none
    /// that is mostly written small, and, where no capitals tell names from others, none of one consonant and none that
    /// is
    /// in every tenth passage.
    ///
    /// @param terms the word as a name, in all its spellings and sounds
    private boolean canBeName(String word, List<String> terms) {
        if (SmallWords.isNoName(word) || terms.stream().map(NameSounds::name).anyMatch(SmallWords::isNoName)) {
            return false;
        }
        List<Term> asName =
                terms.stream().map(term -> new Term(Fields.SOUND, term)).toList();
        if (Character.isUpperCase(NameSounds.name(terms.getFirst()).codePointAt(0))) {
            return !isMostlyPlain(word, asName);
        }
        int often = Math.max(FEW, visible() / OFTEN);
        return terms.stream().anyMatch(term -> term.indexOf(NameSounds.AS) > 1)
                && passages(asName.getFirst(), often + 1) <= often;
    }

    private int visible() {
        try {
            return known.passages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether the archive writes a word mostly small, where its script makes a difference.
    private boolean isPlainWord(String word) {
        int first = word.codePointAt(0);
        if (!Character.isUpperCase(first) && !Character.isLowerCase(first)) {
            return false;
        }
        String folded = folded(word);
        List<Term> asName = Sounds.of(word).stream()
                .map(Sound::key)
                .distinct()
                .limit(1)
                .flatMap(key -> beginning(key + NameSounds.AS).stream())
                .filter(term -> folded(NameSounds.name(term)).equals(folded))
                .map(term -> new Term(Fields.SOUND, term))
                .toList();
        return isMostlyPlain(folded, asName);
    }

    /// Of the passages that have it, in fewer than half it stands as a name.
    private boolean isMostlyPlain(String folded, List<Term> asName) {
        try {
            KnownWords.Share share = known.share(new Term(Fields.TEXT, folded), asName, ENOUGH);
            return share.all() > 0 && share.both() * 2 < share.all();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int passages(Term term, int most) {
        try {
            return known.passages(term, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> beginning(String letters) {
        try {
            var any = Operations.concatenate(List.of(Automata.makeString(letters), Automata.makeAnyString()));
            return known.fitting(Fields.SOUND, any, MOST_CANDIDATES).stream()
                    .map(BytesRef::utf8ToString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A name in Chinese characters: as it is read, side by side in Latin letters, or near enough in others.
    private List<Query> ofCharacters(String characters) {
        Optional<Pinyin.Read> read = Pinyin.read(characters);
        if (read.isEmpty()) {
            return List.of();
        }
        String family = String.join("", read.get().family());
        List<String> syllables = read.get().given();
        String given = String.join("", syllables);
        List<Query> ways = new ArrayList<>();
        phrase(ways, family, given);
        phrase(ways, given, family);
        phrase(ways, family + given);
        if (syllables.size() > 1) {
            phrase(ways, family, syllables.get(0), syllables.get(1));
            phrase(ways, syllables.get(0), syllables.get(1), family);
        }
        Optional<Query> ofFamily = any(names(capital(family), NameMeaning::isNotLatin));
        Optional<Query> ofGiven = any(names(capital(given), NameMeaning::isNotLatin));
        if (ofFamily.isPresent() && ofGiven.isPresent()) {
            ways.add(new BooleanQuery.Builder()
                    .add(ofFamily.get(), Occur.MUST)
                    .add(ofGiven.get(), Occur.MUST)
                    .build());
        }
        return ways;
    }

    private void phrase(List<Query> ways, String... words) {
        for (String word : words) {
            matched.add(word);
        }
        matched.add(String.join(" ", words));
        Query read = words.length == 1
                ? new TermQuery(new Term(Fields.TEXT, words[0]))
                : new PhraseQuery(Fields.TEXT, words);
        ways.add(new BoostQuery(new ConstantScoreQuery(read), WEIGHT));
    }

    /// Chinese characters side by side that are read as some syllables, the first of them a family's: any others are
    /// words as often as not.
    private Optional<Query> characters(List<List<String>> way) {
        if (way.size() < 2 || way.size() > MOST_SYLLABLES) {
            return Optional.empty();
        }
        MultiPhraseQuery.Builder side = new MultiPhraseQuery.Builder();
        for (int i = 0; i < way.size(); i++) {
            boolean family = i == 0;
            Term[] characters = way.get(i).stream()
                    .flatMapToInt(syllable -> Pinyin.characters(syllable).codePoints())
                    .filter(character -> !family || Pinyin.isFamily(character))
                    .mapToObj(Character::toString)
                    .map(this::folded)
                    .distinct()
                    .map(character -> new Term(Fields.TEXT, character))
                    .toArray(Term[]::new);
            if (characters.length == 0) {
                return Optional.empty();
            }
            side.add(characters);
        }
        matched.addRead(way);
        // how rare characters are that stand in no passage that may be seen must not count
        return Optional.of(new BoostQuery(new ConstantScoreQuery(side.build()), WEIGHT));
    }

    private String folded(String word) {
        List<Spelled.Token> tokens = spelled.tokens(Fields.TEXT, word);
        return tokens.isEmpty() ? word : tokens.getFirst().folded();
    }

    private static Optional<Query> any(List<Query> ways) {
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DisjunctionMaxQuery(ways, 0));
    }

    private static String capital(String syllables) {
        return Character.toUpperCase(syllables.charAt(0)) + syllables.substring(1);
    }

    private static boolean isNotLatin(String name) {
        return UScript.getScript(name.codePointAt(0)) != UScript.LATIN;
    }

    private static boolean isOfAName(int letter) {
        int type = Character.getType(letter);
        return Character.isLetter(letter)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || letter == '\'';
    }
}
