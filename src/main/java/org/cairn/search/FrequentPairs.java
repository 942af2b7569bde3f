package org.cairn.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;

/// Puts two frequent words that stand side by side, as one, beside the second of them.
final class FrequentPairs extends TokenFilter {

    private final FrequentWords frequent;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private @Nullable String before;
    private String waiting = "";

    FrequentPairs(TokenStream words, FrequentWords frequent) {
        super(words);
        this.frequent = frequent;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!waiting.isEmpty()) {
            // the places of the second word, which are still there
            term.setEmpty().append(waiting);
            step.setPositionIncrement(0);
            waiting = "";
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        int steps = step.getPositionIncrement();
        if (steps > 0) {
            String word = frequent.get(term.buffer(), term.length());
            if (steps == 1 && word != null && before != null) {
                waiting = pair(before, word);
            }
            before = word;
        }
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        before = null;
        waiting = "";
    }

    /// How the index spells two words as one: behind the mark of stems, which nobody who looks for a word finds, with a
    /// space in it, which no stem has.
    static String pair(String one, String next) {
        return Stemming.marked(one + ' ' + next);
    }
}
