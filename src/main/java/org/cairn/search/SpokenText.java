package org.cairn.search;

import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.cairn.domain.LanguageTag;

/// A text that is cut into words as its language does, and of which the names are heard.
final class SpokenText extends Field {

    private final String text;
    private final Optional<LanguageTag> language;
    private final NameSounds sounds;
    private final Set<String> heard;
    private FrequentWords frequent = FrequentWords.NONE;

    /// @param heard is given what its names are in the index
    SpokenText(
            String name,
            String text,
            FieldType type,
            Optional<LanguageTag> language,
            NameSounds sounds,
            Set<String> heard) {
        super(name, text, type);
        this.text = text;
        this.language = language;
        this.sounds = sounds;
        this.heard = heard;
    }

    /// With the pairs of these words beside them.
    SpokenText withPairs(FrequentWords words) {
        frequent = words;
        return this;
    }

    @Override
    public TokenStream tokenStream(Analyzer ofTheIndex, TokenStream before) {
        TokenStream words = PassageAnalyzer.of(language).tokenStream(name(), text);
        TokenStream paired = frequent.looks() == 0 ? words : new FrequentPairs(words, frequent);
        return new NamesHeard(paired, text, sounds, heard);
    }
}
