package org.cairn.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Puts something beside words, at the same place: behind a mark that no word has, so that nobody who looks for a word
/// finds it.
abstract class Beside extends TokenFilter {

    final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private String waiting = "";

    Beside(TokenStream words) {
        super(words);
    }

    /// What stands beside the word that is read now; empty where nothing does.
    abstract String beside();

    @Override
    public final boolean incrementToken() throws IOException {
        if (!waiting.isEmpty()) {
            // the place of the word, which is still there
            term.setEmpty().append(waiting);
            step.setPositionIncrement(0);
            waiting = "";
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        waiting = beside();
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        waiting = "";
    }
}
