package org.cairn.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenStream;
import org.jspecify.annotations.Nullable;

/// Puts two frequent words that stand side by side, as one, beside the second of them.
final class FrequentPairs extends Beside {

    private final FrequentWords frequent;
    private @Nullable String before;

    FrequentPairs(TokenStream words, FrequentWords frequent) {
        super(words);
        this.frequent = frequent;
    }

    @Override
    String beside() {
        int steps = step.getPositionIncrement();
        if (steps == 0) {
            return "";
        }
        String first = before;
        String word = frequent.get(term.buffer(), term.length());
        before = word;
        return steps == 1 && word != null && first != null ? pair(first, word) : "";
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        before = null;
    }

    /// How the index spells two words as one: behind the mark of stems, which nobody who looks for a word finds, with a
    /// space in it, which no stem has.
    static String pair(String one, String next) {
        return Stemming.marked(one + ' ' + next);
    }
}
