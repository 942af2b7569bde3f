package org.cairn.crypto;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// A cautious guess at how many guesses a passphrase needs: it may call a strong one weaker, hardly the reverse.
///
/// The passphrase is cut where the kind of character changes. A run of letters is taken for a word of a list a guesser
/// has, whether it is one or not; a run of digits for a date; what comes twice, or counts up, for next to nothing.
final class StrengthEstimate {

    private static final double BITS_OF_A_LETTER = 4.7;
    private static final double BITS_OF_A_DIGIT = 3.3;
    private static final double BITS_OF_A_SIGN = 4;
    private static final double BITS_OF_AN_IDEOGRAPH = 7;
    private static final double BITS_OF_A_WORD = 13;
    private static final double BITS_OF_A_LETTER_MORE = 1;
    private static final double BITS_OF_A_DATE = 15;
    private static final double BITS_OF_A_PATTERN = 5;
    private static final double BITS_OF_A_REPEAT = 1;
    private static final int LONGEST_USUAL_WORD = 8;
    private static final int LONGEST_DATE = 8;
    private static final int SHORT = 10;
    private static final int STRONG = 4;

    private final Set<Integer> seen = new HashSet<>();
    private double bits;
    private String weakness = "addWords";

    private StrengthEstimate() {}

    static Strength of(char[] passphrase) {
        if (passphrase.length == 0) {
            return Strength.of(0, "empty");
        }
        StrengthEstimate estimate = new StrengthEstimate();
        int start = 0;
        for (int end = 1; end <= passphrase.length; end++) {
            if (end == passphrase.length || kind(passphrase[end]) != kind(passphrase[start])) {
                estimate.add(passphrase, start, end);
                start = end;
            }
        }
        String hint = passphrase.length < SHORT ? "tooShort" : estimate.weakness;
        Strength strength = Strength.of(estimate.bits, hint);
        return strength.score() == STRONG ? Strength.of(estimate.bits, "none") : strength;
    }

    private void add(char[] passphrase, int start, int end) {
        char[] run = Arrays.copyOfRange(passphrase, start, end);
        try {
            bits += bits(run);
        } finally {
            Arrays.fill(run, '\0');
        }
    }

    private double bits(char[] run) {
        if (run.length > 2 && steady(run)) {
            weakness = run[0] == run[1] ? "repeated" : "sequence";
            return BITS_OF_A_PATTERN + log2(run.length);
        }
        // Only the hash is kept, and only for as long as the estimate takes.
        if (run.length > 1 && !seen.add(Arrays.hashCode(run))) {
            weakness = "repeated";
            return BITS_OF_A_REPEAT;
        }
        return switch (kind(run[0])) {
            case LETTER -> Math.min(BITS_OF_A_LETTER * run.length, word(run.length)) + capitals(run);
            case DIGIT -> digits(run.length);
            case IDEOGRAPH -> BITS_OF_AN_IDEOGRAPH * run.length;
            case SPACE -> 0;
            case SIGN -> BITS_OF_A_SIGN * run.length;
        };
    }

    private static double word(int length) {
        return BITS_OF_A_WORD + BITS_OF_A_LETTER_MORE * Math.max(0, length - LONGEST_USUAL_WORD);
    }

    /// A capital at the beginning, or all of them, is what everybody does.
    private static double capitals(char[] run) {
        int capitals = 0;
        for (char letter : run) {
            capitals += Character.isUpperCase(letter) ? 1 : 0;
        }
        boolean usual = capitals == run.length || (capitals == 1 && Character.isUpperCase(run[0]));
        return capitals == 0 ? 0 : usual ? 1 : 2;
    }

    private double digits(int length) {
        if (length >= 4 && length <= LONGEST_DATE) {
            weakness = "date";
            return Math.min(BITS_OF_A_DATE, BITS_OF_A_DIGIT * length);
        }
        return BITS_OF_A_DIGIT * length;
    }

    /// Whether every character is the one before it, or follows or precedes it; after 9 comes 0.
    private static boolean steady(char[] run) {
        int step = step(run[0], run[1]);
        for (int i = 2; i < run.length; i++) {
            if (step(run[i - 1], run[i]) != step) {
                return false;
            }
        }
        return Math.abs(step) <= 1;
    }

    private static int step(char from, char to) {
        boolean turns = from == '9' && to == '0' || from == '0' && to == '9';
        return turns ? from - to > 0 ? 1 : -1 : to - from;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    private static Kind kind(char character) {
        if (Character.isIdeographic(character)) {
            return Kind.IDEOGRAPH;
        }
        // Vowel signs of Arabic, Uyghur or Tibetan are marks, and part of the word.
        if (Character.isLetter(character) || Character.getType(character) == Character.NON_SPACING_MARK) {
            return Kind.LETTER;
        }
        if (Character.isDigit(character)) {
            return Kind.DIGIT;
        }
        return Character.isWhitespace(character) || Character.isSpaceChar(character) ? Kind.SPACE : Kind.SIGN;
    }

    private enum Kind {
        LETTER,
        DIGIT,
        IDEOGRAPH,
        SPACE,
        SIGN
    }
}
