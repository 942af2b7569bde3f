package org.cairn.search;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.ICUTransformFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.miscellaneous.ConditionalTokenFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// Cuts text of any script into words (Unicode UAX 29, dictionaries for Thai and others) and folds away what people
/// write in more than one way: case, accents, vowel marks, presentation forms, traditional characters.
///
/// Chinese and Japanese are cut into single characters, which a query finds side by side: a dictionary cuts the same
/// name differently in different sentences, and what it cuts wrongly is never found. No stemming: it goes wrong across
/// languages that share a script.
final class PassageAnalyzer extends Analyzer {

    /// Raised whenever the words it makes, the fields they go to, or what those hold, change: an index of another
    /// version
    /// is made anew.
    static final String VERSION = "6";

    /// Letters of a word that count: what is longer is no word, and Lucene refuses what is very long.
    private static final int LONGEST = 200;

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer words = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
        return new TokenStreamComponents(words, folded(words));
    }

    @Override
    protected Reader initReader(String fieldName, Reader text) {
        return new JoinedWordsApart(text);
    }

    @Override
    protected TokenStream normalize(String fieldName, TokenStream in) {
        return folded(in);
    }

    private static TokenStream folded(TokenStream words) {
        return new SimplifiedHan(new LetterVariants(new ICUFoldingFilter(words)));
    }

    /// Letters that look or sound the same and are typed for each other.
    private static final class LetterVariants extends TokenFilter {

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        LetterVariants(TokenStream in) {
            super(in);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            char[] letters = term.buffer();
            int length = Math.min(term.length(), LONGEST);
            int kept = 0;
            for (int i = 0; i < length; i++) {
                char letter = same(letters[i]);
                if (letter != '\u0640') {
                    letters[kept] = letter;
                    kept++;
                }
            }
            term.setLength(kept);
            return true;
        }

        private static char same(char letter) {
            if (letter < '\u0131') {
                return letter;
            }
            return switch (letter) {
                case '\u0131' -> 'i'; // dotless i
                case '\u0649', '\u06CC' -> '\u064A'; // alef maksura and Persian yeh
                case '\u06A9' -> '\u0643'; // Persian kaf
                case '\u0629', '\u06BE', '\u06C1' -> '\u0647'; // teh marbuta, heh of Uyghur and Urdu
                default -> letter;
            };
        }
    }

    /// Traditional characters as simplified ones; other scripts pass by untouched.
    private static final class SimplifiedHan extends ConditionalTokenFilter {

        private static final Transliterator SIMPLIFY = Transliterator.getInstance("Traditional-Simplified");

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        SimplifiedHan(TokenStream in) {
            super(in, stream -> new ICUTransformFilter(stream, SIMPLIFY));
        }

        @Override
        protected boolean shouldFilter() {
            return term.length() > 0
                    && term.charAt(0) > '\u2E7F'
                    && UScript.getScript(Character.codePointAt(term.buffer(), 0, term.length())) == UScript.HAN;
        }
    }
}
