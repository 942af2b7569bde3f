package org.cairn.crypto;

import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.matchers.Match;
import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The zxcvbn estimate (Wheeler 2016) of how many guesses a passphrase needs.
final class StrengthEstimate {

    /// What lies beyond is not looked at: the estimate takes quadratic time, and can only turn out too low.
    private static final int LOOKED_AT = 100;

    private static final int SHORT = 10;
    private static final int STRONG = 4;
    private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);

    private StrengthEstimate() {}

    static Strength of(char[] passphrase) {
        if (passphrase.length == 0) {
            return Strength.of(0, "empty");
        }
        // a copy: wiping the measurement wipes what it was taken of, and the passphrase is still needed
        char[] copy = Arrays.copyOf(passphrase, Math.min(passphrase.length, LOOKED_AT));
        CharBuffer looked = CharBuffer.wrap(copy);
        com.nulabinc.zxcvbn.Strength measured = Words.ZXCVBN.measure(looked);
        try {
            Strength bare = Strength.of(Math.max(0, measured.getGuessesLog10() * BITS_PER_DIGIT), "none");
            return bare.score() == STRONG ? bare : Strength.of(bare.bits(), hint(measured, passphrase.length));
        } finally {
            measured.wipe();
            Arrays.fill(copy, '\0');
        }
    }

    /// Named after the longest stretch that a guesser would find in a list or a pattern.
    private static String hint(com.nulabinc.zxcvbn.Strength measured, int length) {
        List<Match> stretches = measured.getSequence();
        return stretches.stream()
                .filter(stretch -> stretch.pattern != Pattern.Bruteforce)
                .max(Comparator.comparingInt(Match::tokenLength))
                .map(stretch -> hint(stretch, stretches.size()))
                .orElse(length < SHORT ? "tooShort" : "addWords");
    }

    private static String hint(Match stretch, int stretches) {
        return switch (stretch.pattern) {
            case Dictionary -> stretches == 1 && "passwords".equals(stretch.dictionaryName) ? "common" : "addWords";
            case Repeat -> "repeated";
            case Sequence -> stretch.token.charAt(0) == stretch.token.charAt(1) ? "repeated" : "sequence";
            case Spatial -> "keyboard";
            case Date, Regex -> "date";
            default -> "addWords";
        };
    }

    /// Loads the word lists when first asked, not when the program starts.
    private static final class Words {
        private static final Zxcvbn ZXCVBN = new Zxcvbn();
    }
}
