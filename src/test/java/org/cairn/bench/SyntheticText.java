package org.cairn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Passages of invented words whose frequencies fall as those of a language do (Zipf), the same for the same seed. Each
/// can be made again by itself: a million of them need no memory.
final class SyntheticText {

    private static final String[] ALPHABETS = {
        "abcdefghilmnoprstu", "абвгдеиклмнопрст", "ابتثجحدرسعفقكلمنهوي", "یابپتدرسشغفقکلمنوېۆۈ"
    };
    /// One word of so many is a name: where its letters know a capital it has one.
    private static final int NAMES = 16;

    private static final int SENTENCE = 14;

    private final long seed;
    private final List<String> words = new ArrayList<>();
    /// The same as they stand at the beginning of a sentence.
    private final List<String> capitals = new ArrayList<>();

    SyntheticText(long seed, int vocabulary) {
        this.seed = seed;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < vocabulary; i++) {
            String word = word(ALPHABETS[i % 10 < 7 ? 0 : i % 10 - 6], random);
            words.add(i % NAMES == NAMES / 2 ? capital(word) : word);
            capitals.add(capital(word));
        }
    }

    /// The word of a rank, 0 being the most frequent.
    String ranked(int rank) {
        return words.get(rank);
    }

    String passage(int number, int length) {
        SplittableRandom random = new SplittableRandom(seed + 1 + number);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            List<String> written = i % SENTENCE == 0 ? capitals : words;
            text.append(written.get(rank(random))).append(i % SENTENCE == SENTENCE - 1 ? ". " : " ");
        }
        return text.toString();
    }

    /// Ranks by the inverse of a uniform number: rank r about 1/r as often as the first.
    private int rank(SplittableRandom random) {
        double spread = Math.pow(words.size(), random.nextDouble());
        return Math.min(words.size() - 1, (int) spread - 1);
    }

    private static String word(String alphabet, SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        int length = 3 + random.nextInt(7);
        for (int i = 0; i < length; i++) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
