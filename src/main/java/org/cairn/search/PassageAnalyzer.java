package org.cairn.search;

import java.io.Reader;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.cairn.domain.LanguageTag;

/// Cuts text of any script into words (Unicode UAX 29, dictionaries for Thai and others) and folds away what people
/// write in more than one way: case, accents, vowel marks, presentation forms, traditional characters.
///
/// Chinese and Japanese are cut into single characters, which a query finds side by side: a dictionary cuts the same
/// name differently in different sentences, and what it cuts wrongly is never found. Where the language is known, the
/// stem of a word stands beside it.
final class PassageAnalyzer extends Analyzer {

    /// Raised whenever the words it makes, the fields they go to, or what those hold, change: an index of another
    /// version is made anew.
    static final String VERSION = "14";

    /// Letters of a word that count: what is longer is no word, and Lucene refuses what is very long.
    static final int LONGEST = 200;

    private static final int GAP = 1_100;

    private static final PassageAnalyzer OF_QUERIES = new PassageAnalyzer(Optional.empty(), false);
    private static final PassageAnalyzer PLAIN = new PassageAnalyzer(Optional.empty(), true);
    private static final Map<Language, PassageAnalyzer> OF_LANGUAGES = new EnumMap<>(Language.class);

    static {
        Arrays.stream(Language.values())
                .forEach(language -> OF_LANGUAGES.put(language, new PassageAnalyzer(Optional.of(language), true)));
    }

    private final Optional<Language> language;
    private final boolean ofTexts;

    private PassageAnalyzer(Optional<Language> language, boolean ofTexts) {
        this.language = language;
        this.ofTexts = ofTexts;
    }

    /// For the words of queries: just these.
    static PassageAnalyzer plain() {
        return OF_QUERIES;
    }

    /// For a text in some language, or in none that is known: with what stands beside its words.
    static PassageAnalyzer of(Optional<LanguageTag> tag) {
        return tag.flatMap(Language::of)
                .map(language -> OF_LANGUAGES.getOrDefault(language, PLAIN))
                .orElse(PLAIN);
    }

    /// Words of one name of a place are not beside those of another.
    @Override
    public int getPositionIncrementGap(String fieldName) {
        return GAP;
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        Tokenizer words = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
        return new TokenStreamComponents(words, ofTexts ? besides(words) : folded(words));
    }

    /// With their stems and their marks.
    private TokenStream besides(TokenStream words) {
        Stemming.Written written = new Stemming.Written(words);
        TokenStream folded = folded(written);
        TokenStream stemmed = language.<TokenStream>map(known -> new Stemming(folded, written, new Stemmer(known)))
                .orElse(folded);
        return new Accented(stemmed, written);
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
