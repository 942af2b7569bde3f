package org.cairn.search;

import java.io.Reader;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;

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
        return new Folding(words, LONGEST);
    }
}
