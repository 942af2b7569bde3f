package org.cairn.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.cairn.names.ChineseSpellings;
import org.cairn.names.Pinyin;

/// Chinese names as others write them, in Latin and Cyrillic letters and those of other alphabets.
///
/// A name is a way of syllables, each of those with what it may be in Pinyin, the family's first.
final class ChineseLetters {

    private final Spelled spelled;
    private final SideBySide side;
    private final SoundingNames names;

    ChineseLetters(Spelled spelled, SideBySide side, SoundingNames names) {
        this.spelled = spelled;
        this.side = side;
        this.names = names;
    }

    /// A name in Chinese characters: as it is read, side by side in Latin letters, or by its sound in others.
    List<Query> of(String characters) {
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
        Set<String> inCyrillic = read.get().family().size() == 1
                ? ChineseSpellings.inCyrillic(read.get().family())
                : ChineseSpellings.compoundInCyrillic(read.get().family());
        ways.addAll(side.familyAndGiven(
                folded(inCyrillic),
                syllables.stream()
                        .map(syllable -> folded(ChineseSpellings.inCyrillic(List.of(syllable))))
                        .toList()));
        ways.addAll(sounding(Stream.concat(Stream.of(family), Stream.of(String.join("", syllables)))
                .map(List::of)
                .toList()));
        return ways;
    }

    /// The same name in Latin letters, however they are used for Chinese.
    List<Query> spelled(List<List<String>> way) {
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
                .map(syllable -> folded(ChineseSpellings.inCyrillic(syllable)))
                .toList();
        return side.familyAndGiven(each.getFirst(), each.subList(1, each.size()));
    }

    private Set<String> folded(Set<String> written) {
        return written.stream().map(spelled::folded).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> spellings(List<String> syllable, boolean family) {
        return syllable.stream()
                .flatMap(pinyin -> ChineseSpellings.of(pinyin, family).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Family and given name side by side in other alphabets, of which the likeliest reading is enough. One of them may
    /// be a single consonant, as `وي`.
    List<Query> sounding(List<List<String>> way) {
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

    private static String capital(String syllables) {
        return Character.toUpperCase(syllables.charAt(0)) + syllables.substring(1);
    }

    @Override
    public String toString() {
        return "ChineseLetters";
    }
}
