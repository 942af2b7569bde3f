package org.cairn.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.cairn.domain.query.Asked;
import org.cairn.names.ChineseSpellings;
import org.cairn.names.Pinyin;

/// Chinese names as they are read, for which characters are sought: `Wang Wei`, and `王伟`.
final class ChineseNames {

    private static final int MOST_WORDS_OF_A_NAME = 3;
    private static final int MOST_SYLLABLES = 4;
    private static final int MOST_WAYS = 4;

    private final Spelled spelled;
    private final NamesMatched matched;
    private final ChineseLetters letters;

    ChineseNames(Spelled spelled, ChineseLetters letters, NamesMatched matched) {
        this.spelled = spelled;
        this.matched = matched;
        this.letters = letters;
    }

    /// A name in Chinese characters as others write it.
    List<Query> read(String characters) {
        return letters.of(characters);
    }

    /// The characters that are read like one word with a capital, family and given name together: `Wangwei`.
    List<Query> of(String word) {
        List<Query> ways = new ArrayList<>();
        if (!Character.isLowerCase(word.codePointAt(0))) {
            Pinyin.syllables(word).stream().filter(way -> way.size() > 1).forEach(way -> ways.addAll(characters(way)));
        }
        return ways;
    }

    /// How many words from one on are read as one Chinese name, and what that is: `Wang Wei`, given name first or last.
    /// Names with capitals may be written by Wade-Giles, and their families as Cantonese and others write them.
    Optional<NameMeaning.Together> together(List<Asked> parts, int from) {
        List<String> words = new ArrayList<>();
        for (int i = from; i < parts.size() && words.size() < MOST_WORDS_OF_A_NAME; i++) {
            if (!(parts.get(i) instanceof Asked.Word word) || word.wild() || !canBeOne(word.text())) {
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
                ways.addAll(inOrder(order));
            }
            Optional<Query> any = NameWays.any(ways);
            if (any.isPresent()) {
                return Optional.of(new NameMeaning.Together(length, any.get()));
            }
        }
        return Optional.empty();
    }

    private static boolean canBeOne(String word) {
        return !Pinyin.syllables(word).isEmpty()
                || !ChineseSpellings.older(word).isEmpty()
                || !ChineseSpellings.families(word).isEmpty()
                || !ChineseSpellings.compound(word).isEmpty();
    }

    /// @param words the family first
    private List<Query> inOrder(List<String> words) {
        List<Query> ways = new ArrayList<>();
        List<List<List<String>>> read = syllables(words);
        boolean great = words.stream().allMatch(word -> Character.isUpperCase(word.codePointAt(0)));
        List<List<List<String>>> others = great ? otherwise(words) : List.of();
        for (List<List<String>> way : read) {
            if (!isWithin(way, others)) {
                ways.addAll(characters(way));
                ways.addAll(great ? letters.spelled(way) : List.of());
            }
        }
        for (List<List<String>> way : others) {
            ways.addAll(characters(way));
            ways.addAll(letters.sounding(way));
            ways.addAll(letters.spelled(way));
        }
        return ways;
    }

    /// Whether a way is among others, that leave more open.
    private static boolean isWithin(List<List<String>> way, List<List<List<String>>> others) {
        return others.stream()
                .anyMatch(other -> other.size() == way.size()
                        && IntStream.range(0, way.size())
                                .allMatch(i -> other.get(i).containsAll(way.get(i))));
    }

    /// Ways of syllables where families, given names or both may be in Pinyin, by Wade-Giles, or as others write them:
    /// all that a family may be together, and so a given name of one syllable.
    private static List<List<List<String>>> otherwise(List<String> words) {
        Set<String> families = new LinkedHashSet<>(ChineseSpellings.families(words.getFirst()));
        Stream.concat(Pinyin.syllables(words.getFirst()).stream(), ChineseSpellings.older(words.getFirst()).stream())
                .filter(way -> way.size() == 1)
                .forEach(way -> families.addAll(way.getFirst()));
        List<String> called = words.subList(1, words.size());
        Set<String> one = new LinkedHashSet<>();
        Set<List<List<String>>> two = new LinkedHashSet<>();
        for (List<List<String>> way : Stream.concat(
                        syllables(called).stream(), chained(called, ChineseSpellings::older).stream())
                .toList()) {
            if (way.size() == 1) {
                one.addAll(way.getFirst());
            } else if (way.size() == 2) {
                two.add(way);
            }
        }
        if (!one.isEmpty()) {
            two.add(List.of(List.copyOf(one)));
        }
        List<List<List<String>>> before = new ArrayList<>();
        if (!families.isEmpty()) {
            before.add(List.of(List.copyOf(families)));
        }
        List<String> compound = ChineseSpellings.compound(words.getFirst());
        if (!compound.isEmpty()) {
            before.add(compound.stream().map(List::of).toList());
        }
        return before.stream()
                .flatMap(family -> two.stream()
                        .limit(MOST_WAYS)
                        .map(way -> Stream.concat(family.stream(), way.stream()).toList()))
                .toList();
    }

    /// Whether a word is written small, and is one of those that hold sentences together.
    private static boolean isPlainlyWritten(String word) {
        return Character.isLowerCase(word.codePointAt(0)) && SmallWords.isNoName(word);
    }

    private static List<List<List<String>>> syllables(List<String> words) {
        return chained(words, Pinyin::syllables);
    }

    private static List<List<List<String>>> chained(
            List<String> words, Function<String, List<List<List<String>>>> syllables) {
        List<List<List<String>>> ways = List.of(List.of());
        for (String word : words) {
            List<List<List<String>>> longer = new ArrayList<>();
            for (List<List<String>> way : ways) {
                for (List<List<String>> more : syllables.apply(word)) {
                    List<List<String>> both = new ArrayList<>(way);
                    both.addAll(more);
                    if (both.size() <= MOST_SYLLABLES) {
                        longer.add(List.copyOf(both));
                    }
                }
            }
            ways = longer;
        }
        return ways;
    }

    /// Chinese characters side by side that are read as some syllables, the first of them a family's: any others are
    /// words as often as not.
    private List<Query> characters(List<List<String>> way) {
        if (way.size() < 2 || way.size() > MOST_SYLLABLES) {
            return List.of();
        }
        List<Query> ways = new ArrayList<>();
        List<List<String>> each = way.stream().map(ChineseNames::readSo).toList();
        List<String> families = each.getFirst().stream()
                .filter(character -> Pinyin.isFamily(character.codePointAt(0)))
                .toList();
        List<List<String>> plain = new ArrayList<>(each);
        plain.set(0, families);
        beside(plain).ifPresent(ways::add);
        for (String family : way.size() > 2 ? Pinyin.compoundFamilies(way.get(0), way.get(1)) : List.<String>of()) {
            List<List<String>> compound = new ArrayList<>(each);
            compound.set(0, List.of(family.substring(0, 1)));
            compound.set(1, List.of(family.substring(1)));
            beside(compound).ifPresent(ways::add);
        }
        if (!ways.isEmpty()) {
            matched.addRead(way);
        }
        return ways;
    }

    private static List<String> readSo(List<String> syllable) {
        return syllable.stream()
                .flatMapToInt(read -> Pinyin.characters(read).codePoints())
                .mapToObj(Character::toString)
                .toList();
    }

    private Optional<Query> beside(List<List<String>> characters) {
        MultiPhraseQuery.Builder side = new MultiPhraseQuery.Builder();
        for (List<String> some : characters) {
            if (some.isEmpty()) {
                return Optional.empty();
            }
            side.add(some.stream()
                    .map(spelled::folded)
                    .distinct()
                    .map(character -> new Term(Fields.TEXT, character))
                    .toArray(Term[]::new));
        }
        // how rare characters are that stand in no passage that may be seen must not count
        return Optional.of(NameWays.weighed(side.build()));
    }

    @Override
    public String toString() {
        return "ChineseNames";
    }
}
