package org.cairn.search;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Puts the stem of a word, where it is another, beside the word: at the same place, behind a mark that no word has.
final class Stemming extends Beside {

    /// What every stem begins with, so that nobody who looks for a word finds a stem.
    static final char MARK = '\u0001';

    private final Written written;
    private final Stemmer stemmer;

    /// @param folded what is made of `written`
    Stemming(TokenStream folded, Written written, Stemmer stemmer) {
        super(folded);
        this.written = written;
        this.stemmer = stemmer;
    }

    @Override
    String beside() {
        String stem = term.length() == 0 ? "" : stemmer.stem(written, term);
        return same(stem) ? "" : marked(stem);
    }

    private boolean same(String stem) {
        if (stem.length() != term.length()) {
            return false;
        }
        for (int i = 0; i < stem.length(); i++) {
            if (stem.charAt(i) != term.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static String marked(String stem) {
        return MARK + stem;
    }

    /// Remembers each word as it was written, before it is folded.
    static final class Written extends TokenFilter implements CharSequence {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final StringBuilder word = new StringBuilder();

        Written(TokenStream in) {
            super(in);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            word.setLength(0);
            word.append(term.buffer(), 0, term.length());
            return true;
        }

        @Override
        public int length() {
            return word.length();
        }

        @Override
        public char charAt(int index) {
            return word.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return word.subSequence(start, end);
        }

        @Override
        public String toString() {
            return word.toString();
        }
    }
}
