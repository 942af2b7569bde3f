package org.cairn.domain.reading;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A sketch of a text, by which texts that are nearly the same can be told without comparing them: of all its runs of
/// three words, the least hash in each of 128 classes (MinHash by one permutation, densified).
///
/// A word is a run of letters and digits, in Chinese and in other scripts without gaps a single letter, in Tibetan a
/// syllable. Line ends, punctuation, case and how letters were composed do not count, so that a text that was saved
/// again in another format stays the same.
public final class TextSketch {

    private static final int CLASSES = 128;
    private static final int CLASS_BITS = 7;
    private static final int RUN = 3;
    /// Shorter texts are like too many others.
    private static final int FEWEST_RUNS = 20;

    /// So many values make one part: texts of which nine tenths are the same share one nearly always, those of which
    /// half is the same seldom.
    private static final int VALUES_IN_A_PART = 6;

    private static final int FIRST_MARK = 0x0300;
    private static final int FIRST_WITHOUT_GAPS = 0x0E00;

    private static final long SEED = 0x9E3779B97F4A7C15L;

    private final int[] least = new int[CLASSES];
    private final boolean[] filled = new boolean[CLASSES];
    private long before;
    private long last;
    private long words;

    private TextSketch() {}

    /// The sketch of a text; none where it is too short to be told from others.
    public static Optional<byte[]> of(Iterable<String> passages) {
        TextSketch sketch = new TextSketch();
        passages.forEach(sketch::read);
        return sketch.words - RUN + 1 < FEWEST_RUNS ? Optional.empty() : Optional.of(sketch.bytes());
    }

    /// How much of two texts is the same, 0 to 1: the part of their runs of words that both have.
    public static double alike(byte[] one, byte[] other) {
        if (one.length != CLASSES * Integer.BYTES || other.length != one.length) {
            return 0;
        }
        ByteBuffer ours = ByteBuffer.wrap(one);
        ByteBuffer theirs = ByteBuffer.wrap(other);
        int same = 0;
        for (int i = 0; i < CLASSES; i++) {
            if (ours.getInt() == theirs.getInt()) {
                same++;
            }
        }
        double shared = (double) same / CLASSES;
        return 2 * shared / (1 + shared);
    }

    /// What texts that are alike have in common, some of them.
    public static long[] parts(byte[] sketch) {
        ByteBuffer values = ByteBuffer.wrap(sketch);
        long[] parts = new long[CLASSES / VALUES_IN_A_PART];
        for (int part = 0; part < parts.length; part++) {
            long hash = mixed(part + 1);
            for (int i = 0; i < VALUES_IN_A_PART; i++) {
                hash = mixed(hash ^ values.getInt());
            }
            parts[part] = hash;
        }
        return parts;
    }

    private void read(String passage) {
        String plain = Normalizer.isNormalized(passage, Normalizer.Form.NFKC)
                ? passage.toLowerCase(Locale.ROOT)
                : Normalizer.normalize(passage, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        long word = 0;
        boolean within = false;
        for (int i = 0; i < plain.length(); ) {
            int letter = plain.codePointAt(i);
            i += Character.charCount(letter);
            boolean counts = Character.isLetterOrDigit(letter) || isMark(letter);
            boolean alone = counts && standsAlone(letter);
            if (within && (alone || !counts)) {
                add(word);
                within = false;
            }
            if (alone) {
                add(mixed(letter));
            } else if (counts) {
                word = within ? mixed(word ^ letter) : mixed(letter);
                within = true;
            }
        }
        if (within) {
            add(word);
        }
    }

    private static boolean isMark(int letter) {
        if (letter < FIRST_MARK) {
            return false;
        }
        int type = Character.getType(letter);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /// Scripts that write no gap between words.
    private static boolean standsAlone(int letter) {
        if (letter < FIRST_WITHOUT_GAPS) {
            return false;
        }
        return switch (Character.UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }

    private void add(long word) {
        words++;
        if (words >= RUN) {
            long run = mixed(before * 31 + last * 7 + word);
            int place = (int) (run >>> (Long.SIZE - CLASS_BITS));
            int value = (int) run;
            if (!filled[place] || Integer.compareUnsigned(value, least[place]) < 0) {
                least[place] = value;
                filled[place] = true;
            }
        }
        before = last;
        last = word;
    }

    /// A class that nothing fell into takes the value of another, drawn by lot, the same in every text.
    private byte[] bytes() {
        int[] values = Arrays.copyOf(least, CLASSES);
        for (int place = 0; place < CLASSES; place++) {
            int from = place;
            for (long attempt = 1; !filled[from]; attempt++) {
                from = (int) (mixed(place * SEED + attempt) >>> (Long.SIZE - CLASS_BITS));
            }
            values[place] = least[from];
        }
        ByteBuffer bytes = ByteBuffer.allocate(CLASSES * Integer.BYTES);
        bytes.asIntBuffer().put(values);
        return bytes.array();
    }

    /// Spreads a number over all its bits (SplitMix64).
    private static long mixed(long number) {
        long mixed = number + SEED;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
