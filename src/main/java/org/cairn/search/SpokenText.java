package org.cairn.search;

import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.cairn.domain.LanguageTag;

/// A text that is cut into words as its language does.
final class SpokenText extends Field {

    private final String text;
    private final Optional<LanguageTag> language;

    SpokenText(String name, String text, FieldType type, Optional<LanguageTag> language) {
        super(name, text, type);
        this.text = text;
        this.language = language;
    }

    @Override
    public TokenStream tokenStream(Analyzer ofTheIndex, TokenStream before) {
        return PassageAnalyzer.of(language).tokenStream(name(), text);
    }
}
