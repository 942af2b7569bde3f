package org.cairn.intake;

import com.ibm.icu.lang.UScript;

/// How much a text looks like words somebody wrote: 1 for a letter, 0 for noise.
final class WordLikeness {

    /// A mark that nobody writes twice; blanks look like it in another encoding, and like a letter in others.
    private static final int DAGGER = 0x2020;

    private static final int LAST_OF_ALPHABETS = 0x600;

    private WordLikeness() {}

    /// From about -1 (read in the wrong encoding) to 1 (every letter belongs).
    static double of(String text) {
        double points = 0;
        int counted = 0;
        int before = ' ';
        int earlier = ' ';
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            i += Character.charCount(letter);
            if (letter == '\uFFFD' && i >= text.length() || letter == 0xFEFF) {
                continue;
            }
            boolean within = i < text.length() && Character.isLetter(text.codePointAt(i));
            if (!row(earlier, before, letter)) {
                points += within && splits(before, letter) ? -1.5 : points(before, letter);
            }
            counted++;
            earlier = before;
            before = letter;
        }
        return counted == 0 ? 0 : points / counted;
    }

    /// Whether it stands there again and again, as no word has it.
    private static boolean row(int earlier, int before, int letter) {
        boolean letters = letter >= 0x80
                && letter < LAST_OF_ALPHABETS
                && Character.isLetter(letter)
                && letter == before
                && before == earlier;
        return letters || letter == DAGGER && before == DAGGER;
    }

    private static double points(int before, int letter) {
        if (!Character.isDefined(letter) || letter == '\uFFFD') {
            return -4;
        }
        if (Character.isISOControl(letter)) {
            return Character.isWhitespace(letter) ? 1 : -4;
        }
        if (Character.getType(letter) == Character.PRIVATE_USE) {
            return -4;
        }
        if (Character.isLetter(letter)) {
            return Character.isLetter(before) && !belongs(before, letter) ? -1.5 : rare(letter);
        }
        if (letter < 0x80 || isMark(letter)) {
            return 1;
        }
        // what lines and shades were drawn of before there were pictures
        boolean drawn = letter >= 0x2500 && letter <= 0x259F;
        return Character.isLetter(before) ? -0.5 : drawn ? 0.7 : 0.2;
    }

    /// Signs that stand between words, where one is in the middle of a word of an alphabet.
    private static boolean splits(int before, int letter) {
        return letter >= 0x80
                && letter < 0x2100
                && before < 0x600
                && Character.isLetter(before)
                && !Character.isLetterOrDigit(letter)
                && Character.getType(letter) != Character.FORMAT
                && Character.getType(letter) != Character.NON_SPACING_MARK
                && !Character.isSpaceChar(letter)
                && "·‐‑‒–—―‘’…".indexOf(letter) < 0;
    }

    private static boolean isMark(int letter) {
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || letter >= 0x2010 && letter <= 0x2026
                || letter >= 0x3000 && letter <= 0x3030
                || letter >= 0xFF01 && letter <= 0xFF1F
                || "«»،؛؟་།–—…№".indexOf(letter) >= 0;
    }

    /// Letters that are in every encoding's table and in few texts count less.
    private static double rare(int letter) {
        boolean common = letter < 0x250
                || letter >= 0x3B1 && letter <= 0x450
                || letter >= 0x5D0 && letter <= 0x6FF
                || letter >= 0x386 && letter < 0x3B1;
        boolean eastern = letter >= 0x3040 && letter <= 0x30FF || letter >= 0x4E00 && letter <= 0x9FFF;
        boolean hangul = letter >= 0xAC00 && letter <= 0xD7A3;
        return common || eastern || hangul ? 1 : 0.85;
    }

    private static boolean belongs(int before, int letter) {
        int one = UScript.getScript(before);
        int other = UScript.getScript(letter);
        boolean kana = one == UScript.HIRAGANA || one == UScript.KATAKANA || one == UScript.HAN;
        boolean alsoKana = other == UScript.HIRAGANA || other == UScript.KATAKANA || other == UScript.HAN;
        boolean bumps = Character.isLowerCase(before) && Character.isUpperCase(letter);
        return !bumps && (one == other || kana && alsoKana || one == UScript.COMMON || other == UScript.COMMON);
    }
}
