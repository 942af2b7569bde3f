package org.cairn.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
import org.cairn.domain.query.Asked;
import org.cairn.names.Pinyin;

/// Chinese names between characters and how they are read: `王伟` and `Wang Wei`.
final class ChineseNames {

    private static final int MOST_WORDS_OF_A_NAME = 3;
    private static final int MOST_SYLLABLES = 4;

    private final Spelled spelled;
    private final NamesMatched matched;

    ChineseNames(Spelled spelled, NamesMatched matched) {
        this.spelled = spelled;
        this.matched = matched;
    }

    /// The characters that are read like one word with a capital, family and given name together: `Wangwei`.
    List<Query> of(String word) {
        List<Query> ways = new ArrayList<>();
        if (!Character.isLowerCase(word.codePointAt(0))) {
            Pinyin.syllables(word).stream()
                    .filter(way -> way.size() > 1)
                    .forEach(way -> characters(way).ifPresent(ways::add));
        }
        return ways;
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
        if (words.stream().anyMatch(ChineseNames::isPlainlyWritten)) {
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
            if (!ways.isEmpty()) {
                return Optional.of(new Together(length, new DisjunctionMaxQuery(ways, 0)));
            }
        }
        return Optional.empty();
    }

    /// Whether a word is written small, and is one of those that hold sentences together.
    private static boolean isPlainlyWritten(String word) {
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

    /// A name in Chinese characters: as it is read, side by side in Latin letters, or by its sound in others.
    ///
    /// @param sounding what asks for syllables in other alphabets
    List<Query> read(String characters, Function<String, Optional<Query>> sounding) {
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
        Optional<Query> ofFamily = sounding.apply(capital(family));
        Optional<Query> ofGiven = sounding.apply(capital(given));
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
        ways.add(new BoostQuery(new ConstantScoreQuery(read), NameMeaning.WEIGHT));
    }

    /// Chinese characters side by side that are read as some syllables, the first of them a family's: any others are
    /// words as often as not.
    private Optional<Query> characters(List<List<String>> way) {
        if (way.size() < 2 || way.size() > MOST_SYLLABLES) {
            return Optional.empty();
        }
        MultiPhraseQuery.Builder side = new MultiPhraseQuery.Builder();
        for (int i = 0; i < way.size(); i++) {
            boolean first = i == 0;
            Term[] characters = way.get(i).stream()
                    .flatMapToInt(syllable -> Pinyin.characters(syllable).codePoints())
                    .filter(character -> !first || Pinyin.isFamily(character))
                    .mapToObj(Character::toString)
                    .map(spelled::folded)
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
        return Optional.of(new BoostQuery(new ConstantScoreQuery(side.build()), NameMeaning.WEIGHT));
    }

    private static String capital(String syllables) {
        return Character.toUpperCase(syllables.charAt(0)) + syllables.substring(1);
    }
}
