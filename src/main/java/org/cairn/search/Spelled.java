package org.cairn.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.index.Term;

/// How the words of a query are spelled in the index: folded, and by their stems.
final class Spelled {

    private final Analyzer analyzer;
    private final Set<Language> languages;
    private final Map<Language, Stemmer> stemmers = new EnumMap<>(Language.class);

    /// @param languages in whose stems it is asked
    Spelled(Analyzer analyzer, Set<Language> languages) {
        this.analyzer = analyzer;
        this.languages = Set.copyOf(languages);
    }

    /// A word as it was typed, and folded.
    record Token(String written, String folded) {
        @Override
        public String toString() {
            return "Token";
        }
    }

    /// The words of a text.
    List<Token> tokens(String field, String text) {
        List<Token> tokens = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            OffsetAttribute place = stream.addAttribute(OffsetAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                tokens.add(new Token(text.substring(place.startOffset(), place.endOffset()), term.toString()));
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tokens;
    }

    /// A word folded; itself where nothing is left of it.
    String folded(String word) {
        List<Token> tokens = tokens(Fields.TEXT, word);
        return tokens.isEmpty() ? word : tokens.getFirst().folded();
    }

    /// In whose stems it is asked.
    Set<Language> languages() {
        return languages;
    }

    /// What a word is compared by: itself and its stems. Two words that share one are forms of one word.
    Set<String> forms(Token token) {
        Set<String> forms = new LinkedHashSet<>(List.of(token.folded()));
        for (Language language : languages) {
            forms.add(stemmers.computeIfAbsent(language, Stemmer::new).stem(token.written(), token.folded()));
        }
        return forms;
    }

    /// Whether a word has another stem in one of the languages.
    boolean hasForms(Token token) {
        return languages.stream()
                .anyMatch(language -> !stemmers.computeIfAbsent(language, Stemmer::new)
                        .stem(token.written(), token.folded())
                        .equals(token.folded()));
    }

    /// `Hassan` asks for no "has", which one language's rules make of it. A word with a small letter asks for its
    /// stem, and so does one of which they take off a single letter: `Wars`.
    private static boolean isNameCut(Token token, String stem) {
        return SmallWords.has(stem)
                && Character.isUpperCase(token.written().codePointAt(0))
                && stem.length() + 1 < token.folded().length();
    }

    /// What stands in the index of every word with the same stem: the stem behind its mark, and the stem where it is a
    /// word itself. The word as it is typed is left out.
    List<Term> stems(String field, Token token) {
        if (languages.isEmpty()) {
            return List.of();
        }
        // also of words whose stem this is, where its own rules would shorten it further
        Set<String> stems = new LinkedHashSet<>(List.of(Stemming.marked(token.folded())));
        for (Language language : languages) {
            String stem = stemmers.computeIfAbsent(language, Stemmer::new).stem(token.written(), token.folded());
            stems.add(Stemming.marked(stem));
            if (!isNameCut(token, stem)) {
                stems.add(stem);
            }
        }
        stems.remove(token.folded());
        return stems.stream().map(stem -> new Term(field, stem)).toList();
    }
}
