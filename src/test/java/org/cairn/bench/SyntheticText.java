package org.cairn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Passages of invented words whose frequencies fall as those of a language do (Zipf), the same for the same seed.
final class SyntheticText {

    private static final String[] ALPHABETS = {
        "abcdefghilmnoprstu", "абвгдеиклмнопрст", "ابتثجحدرسعفقكلمنهوي", "یابپتدرسشغفقکلمنوېۆۈ"
    };

    private final Random random;
    private final List<String> words = new ArrayList<>();

    SyntheticText(long seed, int vocabulary) {
        this.random = new Random(seed);
        for (int i = 0; i < vocabulary; i++) {
            words.add(word(ALPHABETS[i % 10 < 7 ? 0 : i % 10 - 6]));
        }
    }

    /// The word of a rank, 0 being the most frequent.
    String ranked(int rank) {
        return words.get(rank);
    }

    String passage(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(words.get(rank())).append(i % 14 == 13 ? ". " : " ");
        }
        return text.toString();
    }

    /// Ranks by the inverse of a uniform number: rank r about 1/r as often as the first.
    private int rank() {
        double spread = Math.pow(words.size(), random.nextDouble());
        return Math.min(words.size() - 1, (int) spread - 1);
    }

    private String word(String alphabet) {
        StringBuilder word = new StringBuilder();
        int length = 3 + random.nextInt(7);
        for (int i = 0; i < length; i++) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }
}
