package org.cairn.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.Query;
import org.cairn.domain.query.Asked;
import org.cairn.names.ChineseSpellings;
import org.cairn.names.Pinyin;

/// Chinese names between characters and how they are read: `王伟` and `Wang Wei`.
final class ChineseNames {

    private static final int MOST_WORDS_OF_A_NAME = 3;
    private static final int MOST_SYLLABLES = 4;
    private static final int MOST_WAYS = 4;

    private final Spelled spelled;
    private final NamesMatched matched;
    private final SideBySide side;
    private final SoundingNames names;

    ChineseNames(Spelled spelled, SideBySide side, SoundingNames names, NamesMatched matched) {
        this.spelled = spelled;
        this.matched = matched;
        this.side = side;
        this.names = names;
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
                || !ChineseSpellings.families(word).isEmpty();
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
                ways.addAll(great ? spelled(way) : List.of());
            }
        }
        for (List<List<String>> way : others) {
            ways.addAll(characters(way));
            ways.addAll(sounding(way));
            ways.addAll(spelled(way));
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
        List<String> family = List.copyOf(families);
        return families.isEmpty()
                ? List.of()
                : two.stream()
                        .limit(MOST_WAYS)
                        .map(way ->
                                Stream.concat(Stream.of(family), way.stream()).toList())
                        .toList();
    }

    /// The same name in Latin letters, however they are used for Chinese.
    private List<Query> spelled(List<List<String>> way) {
        boolean known = way.getFirst().stream()
                .flatMapToInt(syllable -> Pinyin.characters(syllable).codePoints())
                .anyMatch(Pinyin::isFamily);
        if (!known || way.size() < 2 || way.size() > 3) {
            return List.of();
        }
        List<Query> ways = new ArrayList<>(side.familyAndGiven(
                spellings(way.getFirst(), true),
                way.stream().skip(1).map(syllable -> spellings(syllable, false)).toList()));
        ways.addAll(inCyrillic(way));
        return ways;
    }

    /// @param way a family's syllable, and one or two more
    private List<Query> inCyrillic(List<List<String>> way) {
        List<Set<String>> each = way.stream()
                .map(syllable -> ChineseSpellings.inCyrillic(syllable).stream()
                        .map(spelled::folded)
                        .collect(Collectors.toCollection(LinkedHashSet<String>::new)))
                .map(written -> (Set<String>) written)
                .toList();
        return side.familyAndGiven(each.getFirst(), each.subList(1, each.size()));
    }

    private static Set<String> spellings(List<String> syllable, boolean family) {
        return syllable.stream()
                .flatMap(pinyin -> ChineseSpellings.of(pinyin, family).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Family and given name side by side in other alphabets, of which the likeliest reading is enough. One of them may
    /// be a single consonant, as `وي`.
    private List<Query> sounding(List<List<String>> way) {
        String called = capital(way.stream().skip(1).map(List::getFirst).collect(Collectors.joining()));
        String familyRead = capital(way.getFirst().getFirst());
        Set<String> family = names.inOtherLetters(familyRead, 2);
        Set<String> given = names.inOtherLetters(called, family.isEmpty() ? 2 : 1);
        if (family.isEmpty() && !given.isEmpty()) {
            family = names.inOtherLetters(familyRead, 1);
        }
        List<Query> ways = new ArrayList<>(side.of(List.of(NamePart.anyhow(family), NamePart.anyhow(given))));
        ways.addAll(side.of(List.of(NamePart.anyhow(given), NamePart.anyhow(family))));
        return ways;
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

    /// A name in Chinese characters: as it is read, side by side in Latin letters, or by its sound in others.
    List<Query> read(String characters) {
        Optional<Pinyin.Read> read = Pinyin.read(characters);
        if (read.isEmpty()) {
            return List.of();
        }
        String family = String.join("", read.get().family());
        List<String> syllables = read.get().given();
        Set<String> spelled = read.get().family().size() == 1
                ? ChineseSpellings.of(family, true)
                : ChineseSpellings.ofCompound(read.get().family());
        List<Query> ways = new ArrayList<>(side.familyAndGiven(
                spelled,
                syllables.stream()
                        .map(syllable -> ChineseSpellings.of(syllable, false))
                        .toList()));
        if (read.get().family().size() == 1) {
            ways.addAll(inCyrillic(Stream.concat(Stream.of(family), syllables.stream())
                    .map(List::of)
                    .toList()));
        }
        ways.addAll(sounding(
                Stream.concat(Stream.of(family), Stream.of(String.join("", syllables)))
                        .map(List::of)
                        .toList()));
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

    private static String capital(String syllables) {
        return Character.toUpperCase(syllables.charAt(0)) + syllables.substring(1);
    }
}
