package org.cairn.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// How Chinese names are written in Latin letters by those who write no Pinyin: by Wade-Giles (`Hsi Chin-p'ing`), and
/// families as Cantonese and others do (`Cheung`).
public final class ChineseSpellings {

    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02BC\u02BB`]");
    private static final Pattern HYPHENS = Pattern.compile("[-\u2010\u2011]");
    /// Syllables that are written with u and with ü, which the index does not tell apart.
    private static final Set<String> WITH_ROUND_U = Set.of("lu", "nu");

    private static final int LONGEST_SYLLABLE = 7;
    private static final int MOST_WAYS = 6;

    /// Each syllable of Wade-Giles, with its apostrophe and without, and what it may be in Pinyin.
    private static final Map<String, List<String>> OLDER = new HashMap<>();
    /// What a family may be in Pinyin, as it is written.
    private static final Map<String, Set<String>> FAMILIES = new HashMap<>();
    /// The other way round; those of two syllables with a blank between them.
    private static final Map<String, Set<String>> WRITTEN_FAMILIES = new HashMap<>();
    /// What a family of two syllables is in Pinyin, as it is written in one word.
    private static final Map<String, List<String>> COMPOUNDS = new HashMap<>();

    static {
        for (String pinyin : Pinyin.all()) {
            for (String written : WadeGiles.of(pinyin)) {
                older(written, pinyin);
                if (written.indexOf('\'') >= 0) {
                    older(written.replace("'", ""), pinyin);
                }
            }
        }
        for (String line : Tables.lines("chinese-families")) {
            String[] cells = line.split("\t", -1);
            WRITTEN_FAMILIES.put(cells[0], new LinkedHashSet<>(List.of(cells[1].split(" "))));
            List<String> syllables = List.of(cells[0].split(" "));
            for (String written : cells[1].split(" ")) {
                if (syllables.size() == 1) {
                    FAMILIES.computeIfAbsent(written, any -> new LinkedHashSet<>())
                            .add(cells[0]);
                } else {
                    COMPOUNDS.put(written, syllables);
                }
            }
        }
    }

    private ChineseSpellings() {}

    private static void older(String written, String pinyin) {
        List<String> known = OLDER.computeIfAbsent(written, any -> new ArrayList<>());
        if (!known.contains(pinyin)) {
            known.add(pinyin);
        }
    }

    /// The ways a word falls into syllables of Wade-Giles, each with what it may be in Pinyin: one syllable before each
    /// hyphen and behind the last, and one or two where there is none.
    public static List<List<List<String>>> older(String word) {
        String plain = APOSTROPHES
                .matcher(word.toLowerCase(Locale.ROOT))
                .replaceAll("'")
                .replace('\u00FC', 'u');
        List<List<List<String>>> ways = List.of(List.of());
        String[] pieces = HYPHENS.split(plain);
        for (String piece : pieces) {
            List<List<List<String>>> longer = new ArrayList<>();
            for (List<List<String>> way : ways) {
                for (List<List<String>> more : syllables(piece, pieces.length == 1 ? 2 : 1)) {
                    List<List<String>> both = new ArrayList<>(way);
                    both.addAll(more);
                    longer.add(List.copyOf(both));
                }
            }
            ways = longer;
        }
        return ways.subList(0, Math.min(ways.size(), MOST_WAYS));
    }

    private static List<List<List<String>>> syllables(String piece, int most) {
        List<List<List<String>>> ways = new ArrayList<>();
        List<String> whole = OLDER.get(piece);
        if (whole != null) {
            ways.add(List.of(whole));
        }
        for (int end = 1; most > 1 && end < Math.min(piece.length(), LONGEST_SYLLABLE + 1); end++) {
            List<String> first = OLDER.get(piece.substring(0, end));
            List<String> second = OLDER.get(piece.substring(end));
            if (first != null && second != null) {
                ways.add(List.of(first, second));
            }
        }
        return ways;
    }

    /// The families of one syllable that some write so, in Pinyin.
    public static Set<String> families(String word) {
        return Set.copyOf(FAMILIES.getOrDefault(word.toLowerCase(Locale.ROOT), Set.of()));
    }

    /// The syllables of a family of two that some write so: `Szeto` is si tu; none where there is none such.
    public static List<String> compound(String word) {
        return COMPOUNDS.getOrDefault(
                HYPHENS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("-"), List.of());
    }

    /// How a syllable of Pinyin is written, itself first.
    ///
    /// @param family whether it is a family's
    public static Set<String> of(String pinyin, boolean family) {
        Set<String> written = new LinkedHashSet<>(List.of(pinyin));
        written.addAll(WadeGiles.of(pinyin));
        if (WITH_ROUND_U.contains(pinyin)) {
            // passports write ü so
            written.add(pinyin.charAt(0) + "yu");
        }
        if (family) {
            written.addAll(WRITTEN_FAMILIES.getOrDefault(pinyin, Set.of()));
        }
        return written;
    }

    /// How a family of two syllables is written: as one word, as two by Wade-Giles (`Ssu-ma`), or as Cantonese and
    /// others do (`Szeto`, `Au-yeung`). Between two words stands an apostrophe.
    public static Set<String> ofCompound(List<String> syllables) {
        Set<String> written = new LinkedHashSet<>(List.of(String.join("", syllables)));
        for (String first : WadeGiles.of(syllables.getFirst())) {
            for (String last : WadeGiles.of(syllables.getLast())) {
                written.add(first.replace("'", "") + "'" + last.replace("'", ""));
            }
        }
        WRITTEN_FAMILIES
                .getOrDefault(String.join(" ", syllables), Set.of())
                .forEach(family -> written.add(family.replace('-', '\'')));
        return written;
    }

    /// How syllables of Pinyin are written in Cyrillic letters.
    public static Set<String> inCyrillic(List<String> syllables) {
        Set<String> written = new LinkedHashSet<>();
        syllables.forEach(pinyin -> written.addAll(Palladius.of(pinyin)));
        return written;
    }

    /// How a family of two syllables is written in Cyrillic letters: as one word (`Чжугэ`).
    public static Set<String> compoundInCyrillic(List<String> syllables) {
        Set<String> written = new LinkedHashSet<>();
        for (String first : Palladius.of(syllables.getFirst())) {
            for (String last : Palladius.of(syllables.getLast())) {
                written.add(first + last);
            }
        }
        return written;
    }
}
