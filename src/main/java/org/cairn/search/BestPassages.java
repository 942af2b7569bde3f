package org.cairn.search;

import java.util.Arrays;
import java.util.List;

/// The few best passages of one item, best first; of equals the earlier.
final class BestPassages {

    private final int[] documents;
    private final float[] scores;
    private int held;

    BestPassages(int most) {
        this.documents = new int[most];
        this.scores = new float[most];
    }

    void clear() {
        held = 0;
    }

    void offer(int document, float score) {
        if (held == documents.length && score <= scores[held - 1]) {
            return;
        }
        int place = Math.min(held, documents.length - 1);
        while (place > 0 && scores[place - 1] < score) {
            documents[place] = documents[place - 1];
            scores[place] = scores[place - 1];
            place--;
        }
        documents[place] = document;
        scores[place] = score;
        held = Math.min(held + 1, documents.length);
    }

    /// The best one's score.
    float score() {
        return held > 0 ? scores[0] : 0;
    }

    List<Integer> documents() {
        return Arrays.stream(documents, 0, held).boxed().toList();
    }
}
