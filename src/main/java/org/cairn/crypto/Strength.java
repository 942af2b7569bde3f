package org.cairn.crypto;

/// How hard a passphrase is to guess.
///
/// The measure is an opponent with a large data centre who holds a copy of the archive and pays [Argon2Cost#DEFAULT]
/// for every guess, about 2^49 guesses a year: far above what web sites ask for.
///
/// @param score 0 hopeless (under 28 bits), 1 weak (under 40), 2 fair (under 50), 3 good (under 60), 4 strong
/// @param bits the binary logarithm of the number of guesses needed
/// @param hintCode what would help most: `empty`, `tooShort`, `common`, `repeated`, `sequence`, `keyboard`, `date`,
///     `addWords`, or `none` when nothing need be said
public record Strength(int score, double bits, String hintCode) {

    private static final double[] STEPS = {28, 40, 50, 60};

    static Strength of(double bits, String hintCode) {
        int score = 0;
        while (score < STEPS.length && bits >= STEPS[score]) {
            score++;
        }
        return new Strength(score, bits, hintCode);
    }
}
