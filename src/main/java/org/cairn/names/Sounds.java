package org.cairn.names;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The ways words of any script may sound.
///
/// Latin, Cyrillic, Arabic (with the letters of Persian, Urdu, Uyghur and Kurdish) and Hebrew by tables of our own,
/// which know what languages disagree on; Tibetan by the rules of its syllables ([Tibetan]); other alphabets by the
/// transliteration of Unicode CLDR. Chinese characters are [Pinyin].
public final class Sounds {

    private static final int LONGEST = 40;
    private static final char GERESH = '\u05F3';
    private static final int ARTICLE = 2;
    private static final int LONG_WITH_ARTICLE = 5;

    /// Scripts whose letters do not tell by themselves how a word is said, and no script at all.
    private static final Set<Integer> SILENT =
            Set.of(UScript.COMMON, UScript.INHERITED, UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA);

    private static final Map<Integer, Letters> TABLES = Map.of(
            UScript.LATIN, Letters.of("latin"),
            UScript.CYRILLIC, Letters.of("cyrillic"),
            UScript.ARABIC, Letters.of("arabic"),
            UScript.HEBREW, Letters.of("hebrew"));
    private static final Map<Integer, Optional<Transliterator>> OTHERS = new ConcurrentHashMap<>();

    /// Letters that only Uyghur and Kurdish have, which write all their vowels.
    private static final String ALL_VOWELS = "\u06D5\u06C7\u06C6\u06C8\u06D0\u06CE\u06CB\u06AD\u0695\u06B5";
    /// What carries a first vowel there, and no first letter elsewhere.
    private static final char CARRIER = '\u0626';

    private Sounds() {}

    /// The ways a word may sound, the likeliest first; none where its script is not known or has no alphabet.
    public static List<Sound> of(String word) {
        if (word.isEmpty() || word.length() > LONGEST) {
            return List.of();
        }
        int script = script(word);
        if (SILENT.contains(script)) {
            return List.of();
        }
        String lowered = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (script == UScript.HEBREW) {
            lowered = lowered.replace('\'', GERESH).replace('\u2019', GERESH);
        }
        if (script == UScript.TIBETAN) {
            return Tibetan.sounds(lowered);
        }
        Letters table = TABLES.get(script);
        if (table == null) {
            return inLatin(script, lowered)
                    .map(latin -> read(TABLES.get(UScript.LATIN), bare(latin, TABLES.get(UScript.LATIN)), true))
                    .orElse(List.of());
        }
        boolean voweled = script == UScript.LATIN || script == UScript.CYRILLIC || writesVowels(lowered);
        List<Sound> sounds = new ArrayList<>(read(table, bare(lowered, table), voweled));
        if (script == UScript.ARABIC && lowered.startsWith("\u0627\u0644") && lowered.length() >= LONG_WITH_ARTICLE) {
            sounds.addAll(read(table, bare(lowered.substring(ARTICLE), table), voweled));
        }
        return sounds;
    }

    /// Whether a word stands as names do that begins with a letter: with a capital, or in a script that has none, or
    /// that begins no word with one (Georgian).
    public static boolean canBeginName(int first) {
        return Character.isLetter(first) && (!Character.isLowerCase(first) || Character.toTitleCase(first) == first);
    }

    /// Whether a word of Arabic letters writes all its vowels.
    static boolean writesVowels(String word) {
        return word.length() > 1 && word.charAt(0) == CARRIER
                || word.chars().anyMatch(letter -> ALL_VOWELS.indexOf(letter) >= 0);
    }

    private static List<Sound> read(@Nullable Letters table, String word, boolean voweled) {
        return table == null
                ? List.of()
                : table.readings(word).stream()
                        .map(letters -> new Sound(letters, voweled))
                        .filter(Sound::canBeSaid)
                        .distinct()
                        .toList();
    }

    private static Optional<String> inLatin(int script, String word) {
        return OTHERS.computeIfAbsent(script, Sounds::transliterator)
                .map(known -> Normalizer.normalize(known.transliterate(word), Normalizer.Form.NFC));
    }

    private static Optional<Transliterator> transliterator(int script) {
        try {
            return Optional.of(Transliterator.getInstance(UScript.getName(script) + "-Latin"));
        } catch (IllegalArgumentException e) {
            // a script that Unicode does not write in Latin letters
            return Optional.empty();
        }
    }

    /// Without marks, but for letters whose marks make others of them.
    private static String bare(String word, @Nullable Letters table) {
        StringBuilder bare = new StringBuilder();
        for (char letter : word.toCharArray()) {
            if (table != null && table.knows(letter)) {
                bare.append(letter);
            } else {
                Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                        .chars()
                        .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                        .forEach(part -> bare.append((char) part));
            }
        }
        return bare.toString();
    }

    private static int script(String word) {
        return word.codePoints()
                .filter(Character::isLetter)
                .map(UScript::getScript)
                .findFirst()
                .orElse(UScript.COMMON);
    }
}
