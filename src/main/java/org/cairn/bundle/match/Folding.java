package org.cairn.bundle.match;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Map;

/// How one letter is seen by whoever seeks: small, without accents and vowel marks, in its plain shape.
///
/// A fold is nothing for what is not seen (marks, soft hyphens, signs of direction) and one blank for any blank.
/// Hyphens are nothing as well: a word that was parted at the end of a line is one word, and so is one that its writer
/// parted.
final class Folding {

    /// What has no fold of one letter, in [#PLAIN].
    private static final char LONGER = '\uFFFF';
    private static final char NOTHING = '\0';

    private static final Map<Integer, String> ALIKE = Map.ofEntries(
            Map.entry(0x142, "l"),
            Map.entry(0xF8, "o"),
            Map.entry(0x111, "d"),
            Map.entry(0x127, "h"),
            Map.entry(0x131, "i"),
            // letters of Persian, Urdu and Uyghur that keyboards for Arabic write otherwise, and the other way round
            Map.entry(0x6CC, "ي"),
            Map.entry(0x649, "ي"),
            Map.entry(0x6A9, "ك"),
            Map.entry(0x6AA, "ك"),
            Map.entry(0x6C1, "ه"),
            Map.entry(0x6D5, "ه"),
            Map.entry(0x629, "ه"),
            Map.entry(0x671, "ا"),
            Map.entry(0x2019, "'"),
            Map.entry(0x2018, "'"),
            Map.entry(0x2BC, "'"),
            Map.entry(0xB4, "'"),
            // the dot between the parts of a foreign name in Chinese
            Map.entry(0x2022, "·"),
            Map.entry(0x2027, "·"),
            Map.entry(0x30FB, "·"));

    /// Worked out with all of the above.
    private static final char[] PLAIN = plain();

    private Folding() {}

    private static char[] plain() {
        char[] plain = new char[0x10000];
        for (int c = 0; c < plain.length; c++) {
            String fold = c >= 0xD800 && c <= 0xDFFF ? String.valueOf((char) c) : worked(c);
            plain[c] = fold.isEmpty() ? NOTHING : fold.length() == 1 && c != LONGER ? fold.charAt(0) : LONGER;
        }
        return plain;
    }

    /// Appends the fold of a letter.
    static void append(StringBuilder to, int codePoint) {
        char one = codePoint < PLAIN.length ? PLAIN[codePoint] : LONGER;
        if (one == LONGER) {
            to.append(worked(codePoint));
        } else if (one != NOTHING) {
            to.append(one);
        }
    }

    private static String worked(int codePoint) {
        boolean tsheg = codePoint == 0xF0B || codePoint == 0xF0C;
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint) || tsheg) {
            return " ";
        }
        StringBuilder fold = new StringBuilder();
        UCharacter.foldCase(Normalizer2.getNFKDInstance().normalize(new String(Character.toChars(codePoint))), true)
                .codePoints()
                .filter(Folding::seen)
                .forEach(c -> fold.append(alike(c)));
        return fold.toString();
    }

    private static String alike(int c) {
        int digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : -1;
        if (digit >= 0) {
            return String.valueOf((char) ('0' + digit));
        }
        String other = ALIKE.get(c);
        return other == null ? new String(Character.toChars(c)) : other;
    }

    private static boolean seen(int c) {
        int type = Character.getType(c);
        boolean mark = (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) && aside(c);
        boolean hyphen = type == Character.DASH_PUNCTUATION && c != 0x2014;
        boolean stretch = c == 0x640;
        return !mark && !hyphen && !stretch && type != Character.FORMAT && type != Character.CONTROL;
    }

    /// Marks that people leave out or set otherwise; in Tibetan and the scripts of India they are letters.
    private static boolean aside(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case INHERITED, LATIN, CYRILLIC, GREEK, ARABIC, HEBREW, SYRIAC -> true;
            default -> false;
        };
    }

    /// Whether blanks between two such letters say nothing: in Chinese and Japanese, and between syllables of Tibetan.
    static boolean unparted(int c) {
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA
                || script == Character.UnicodeScript.TIBETAN;
    }
}
