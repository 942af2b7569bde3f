package org.cairn.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Korean names, between Hangul and how they are written in Latin and Cyrillic letters: a family of one syllable, and a
/// given name of two. Everybody spells his own name, so that each part of a syllable has several spellings.
public final class Korean {

    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int VOWELS = 21;
    private static final int LASTS = 28;
    private static final int GIVEN = 2;
    /// Letters of two syllables: Hyoungkyoung has twelve.
    private static final int LONGEST_GIVEN = 14;

    private static final Map<Integer, Part> FIRST = parts("first");
    private static final Map<Integer, Part> VOWEL = parts("vowel");
    private static final Map<Integer, Part> LAST = parts("last");
    private static final Map<Integer, Part> FAMILIES = families();

    /// What Hangul writes together with the word before it: topic, subject, object and others, Mr.
    private static final List<String> PARTICLES = List.of(
            "은", "는", "이", "가", "을", "를", "의", "와", "과", "도", "에게", "에", "씨", "님", "만", "로", "으로", "께서", "한테", "이라고",
            "씨는", "씨가", "씨의", "씨를");

    private Korean() {}

    /// The alphabets that are known for Korean names.
    public enum Alphabet {
        LATIN,
        CYRILLIC
    }

    /// How a part is written.
    private record Part(List<String> latin, List<String> cyrillic) {

        static Part of(String latin, String cyrillic) {
            return new Part(cells(latin), cells(cyrillic));
        }

        private static List<String> cells(String cell) {
            return Arrays.stream(cell.split(" "))
                    .map(written -> written.equals("-") ? "" : written)
                    .toList();
        }

        /// Without what is written with nothing.
        Part thatIsWritten() {
            return new Part(
                    latin.stream().filter(written -> !written.isEmpty()).toList(),
                    cyrillic.stream().filter(written -> !written.isEmpty()).toList());
        }

        List<String> in(Alphabet alphabet) {
            return alphabet == Alphabet.LATIN ? latin : cyrillic;
        }
    }

    /// A name in Hangul.
    ///
    /// @param family its syllable
    /// @param given its two syllables
    public record Name(int family, List<Integer> given) {
        public Name {
            given = List.copyOf(given);
        }

        @Override
        public String toString() {
            return "Name";
        }
    }

    private static Map<Integer, Part> parts(String kind) {
        Map<Integer, Part> parts = new LinkedHashMap<>();
        for (String line : Tables.lines("korean")) {
            String[] cells = line.split("\t", -1);
            if (cells[0].equals(kind)) {
                parts.put(Integer.parseInt(cells[1]), Part.of(cells[2], cells[3]));
            }
        }
        return parts;
    }

    private static Map<Integer, Part> families() {
        Map<Integer, Part> families = new LinkedHashMap<>();
        for (String line : Tables.lines("korean-families")) {
            String[] cells = line.split("\t", -1);
            families.put(cells[0].codePointAt(0), Part.of(cells[1], cells[2]).thatIsWritten());
        }
        return families;
    }

    /// What a word of Hangul is as a name: a family that is known, two syllables, and perhaps a particle.
    public static Optional<Name> read(String word) {
        int[] syllables = word.codePoints().toArray();
        boolean named = syllables.length > GIVEN
                && FAMILIES.containsKey(syllables[0])
                && Arrays.stream(syllables).allMatch(Korean::isSyllable)
                && (syllables.length == GIVEN + 1 || PARTICLES.contains(word.substring(GIVEN + 1)));
        return named ? Optional.of(new Name(syllables[0], List.of(syllables[1], syllables[2]))) : Optional.empty();
    }

    private static boolean isSyllable(int letter) {
        return letter >= FIRST_SYLLABLE && letter <= LAST_SYLLABLE;
    }

    /// What stands in Hangul behind a name, or nothing.
    public static Set<String> behindNames() {
        Set<String> behind = new TreeSet<>(PARTICLES);
        behind.add("");
        return behind;
    }

    /// The families that are written so.
    ///
    /// @param word in small letters, folded
    public static Set<Integer> families(String word, Alphabet alphabet) {
        Set<Integer> families = new LinkedHashSet<>();
        FAMILIES.forEach((family, part) -> {
            if (part.in(alphabet).contains(word)) {
                families.add(family);
            }
        });
        return families;
    }

    /// How a family is written.
    public static Set<String> spellingsOfFamily(int family, Alphabet alphabet) {
        Part known = FAMILIES.get(family);
        return known == null ? Set.of() : new LinkedHashSet<>(known.in(alphabet));
    }

    /// How a syllable of a given name is written; nothing where it is in no names.
    public static Set<String> spellings(int syllable, Alphabet alphabet) {
        int place = syllable - FIRST_SYLLABLE;
        Part first = FIRST.get(place / (VOWELS * LASTS));
        Part vowel = VOWEL.get(place / LASTS % VOWELS);
        Part last = LAST.get(place % LASTS);
        Set<String> spellings = new LinkedHashSet<>();
        if (first == null || vowel == null || last == null) {
            return spellings;
        }
        for (String onset : first.in(alphabet)) {
            for (String middle : vowel.in(alphabet)) {
                last.in(alphabet).forEach(coda -> spellings.add(onset + middle + coda));
            }
        }
        return spellings;
    }

    /// The ways a given name falls into two syllables, each with what it may be in Hangul.
    ///
    /// @param pieces in small letters, folded: one with both, or one for each
    public static List<List<Set<Integer>>> given(List<String> pieces, Alphabet alphabet) {
        List<List<Set<Integer>>> ways = new ArrayList<>();
        if (pieces.stream().mapToInt(String::length).sum() > LONGEST_GIVEN) {
            return ways;
        }
        if (pieces.size() == GIVEN) {
            way(ways, pieces.get(0), pieces.get(1), alphabet);
        } else if (pieces.size() == 1) {
            String word = pieces.getFirst();
            for (int cut = 1; cut < word.length(); cut++) {
                way(ways, word.substring(0, cut), word.substring(cut), alphabet);
            }
        }
        return ways;
    }

    private static void way(List<List<Set<Integer>>> ways, String one, String other, Alphabet alphabet) {
        Set<Integer> first = syllables(one, alphabet);
        Set<Integer> second = syllables(other, alphabet);
        if (!first.isEmpty() && !second.isEmpty()) {
            ways.add(List.of(first, second));
        }
    }

    /// The syllables of Hangul that may be written so.
    private static Set<Integer> syllables(String word, Alphabet alphabet) {
        Set<Integer> syllables = new LinkedHashSet<>();
        FIRST.forEach((first, onset) -> onset.in(alphabet).stream()
                .filter(word::startsWith)
                .map(written -> word.substring(written.length()))
                .forEach(rest -> VOWEL.forEach((vowel, middle) -> middle.in(alphabet).stream()
                        .filter(rest::startsWith)
                        .map(written -> rest.substring(written.length()))
                        .forEach(coda -> LAST.forEach((last, end) -> {
                            if (end.in(alphabet).contains(coda)) {
                                syllables.add(FIRST_SYLLABLE + (first * VOWELS + vowel) * LASTS + last);
                            }
                        })))));
        return syllables;
    }
}
