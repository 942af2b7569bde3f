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

    /// What is found by its sound counts less than what is found by its letters.
    private static final float WEIGHT = 0.3f;

    private static final int MOST_CANDIDATES = 400;
    private static final int MOST_NAMES = 40;
    private static final int ENOUGH = 200;
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
            ways.addAll(isPlainWord(word) ? List.of() : names(word, other -> true));
            Pinyin.syllables(word).stream()
                    .filter(way -> way.size() > 1)
                    .forEach(way -> characters(way, false).ifPresent(ways::add));
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
        for (int length = words.size(); length > 1; length--) {
            List<Query> ways = new ArrayList<>();
            List<String> name = words.subList(0, length);
            List<String> familyLast = new ArrayList<>(name.subList(0, length - 1));
            familyLast.addFirst(name.getLast());
            for (List<String> order : List.of(name, familyLast)) {
                for (List<List<String>> way : syllables(order)) {
                    characters(way, true).ifPresent(ways::add);
                }
            }
            Optional<Query> any = any(ways);
            if (any.isPresent()) {
                return Optional.of(new Together(length, any.get()));
            }
        }
        return Optional.empty();
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
        Map<String, String> terms = new TreeMap<>();
        for (String key : sounds.stream().map(Sound::key).distinct().toList()) {
            for (String term : beginning(key + NameSounds.AS)) {
                String name = NameSounds.name(term);
                if (!folded(name).equals(folded)
                        && wanted.test(name)
                        && isLike(sounds, name)
                        && canBeName(name, term)) {
                    // one of its sounds is enough: all stand in the same passages
                    terms.putIfAbsent(name, term);
                }
            }
        }
        List<Query> queries = new ArrayList<>();
        terms.entrySet().stream().limit(MOST_NAMES).forEach(name -> {
            String shown = folded(name.getKey());
            matched.add(shown);
            queries.add(new SoundQuery(new Term(Fields.SOUND, name.getValue()), new Term(Fields.TEXT, shown)));
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
    private boolean canBeName(String name, String term) {
        if (SmallWords.isNoName(name) || isPlainWord(name)) {
            return false;
        }
        if (Character.isUpperCase(name.codePointAt(0))) {
            return true;
        }
        int often = Math.max(FEW, visible() / OFTEN);
        return term.indexOf(NameSounds.AS) > 1 && passages(new Term(Fields.SOUND, term), often + 1) <= often;
    }

    private int visible() {
        try {
            return known.passages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether the archive writes a word mostly as no name, where its script makes a difference.
    private boolean isPlainWord(String word) {
        int first = word.codePointAt(0);
        if (!Character.isUpperCase(first) && !Character.isLowerCase(first)) {
            return false;
        }
        String folded = folded(word);
        int all = passages(new Term(Fields.TEXT, folded), ENOUGH);
        int asName = Sounds.of(word).stream()
                .map(Sound::key)
                .distinct()
                .limit(1)
                .flatMap(key -> beginning(key + NameSounds.AS).stream())
                .filter(term -> folded(NameSounds.name(term)).equals(folded))
                .mapToInt(term -> passages(new Term(Fields.SOUND, term), ENOUGH))
                .max()
                .orElse(0);
        return all > 0 && asName * 2 < all;
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
        ways.add(
                words.length == 1
                        ? new TermQuery(new Term(Fields.TEXT, words[0]))
                        : new PhraseQuery(Fields.TEXT, words));
    }

    /// Chinese characters side by side that are read as some syllables.
    ///
    /// @param ofPerson whether the first has to be a family's
    private Optional<Query> characters(List<List<String>> way, boolean ofPerson) {
        if (way.size() < 2 || way.size() > MOST_SYLLABLES) {
            return Optional.empty();
        }
        MultiPhraseQuery.Builder side = new MultiPhraseQuery.Builder();
        for (int i = 0; i < way.size(); i++) {
            boolean family = ofPerson && i == 0;
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
        return Optional.of(new ConstantScoreQuery(side.build()));
    }

    private String folded(String word) {
        List<Spelled.Token> tokens = spelled.tokens(Fields.TEXT, word);
        return tokens.isEmpty() ? word : tokens.getFirst().folded();
    }

    private static Optional<Query> any(List<Query> ways) {
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        ways.forEach(way -> any.add(way, Occur.SHOULD));
        return Optional.of(new BoostQuery(any.build(), WEIGHT));
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
