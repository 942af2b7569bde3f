package org.cairn.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.StoredFields;
import org.cairn.domain.LanguageTag;

/// The words of a passage.
///
/// @param counts how often each is there: its stem, where it has one
/// @param inForms whether the endings of its language are known: then a word is counted in all of its forms
record PassageWords(Map<String, Integer> counts, boolean inForms) {

    /// In words. A longer passage is of several subjects.
    private static final double OF_ONE_SUBJECT = 200;

    private static final Set<String> LANGUAGE = Set.of(Fields.LANGUAGE);

    /// The words of some passages, in their order. Their texts are cut into words once more, several at the same time.
    ///
    /// @param longest so many letters of each, from its beginning
    static List<PassageWords> of(ClearedSearcher searcher, List<Integer> documents, int longest) throws IOException {
        List<Passage> passages = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        // one by one: they are of one state of the database
        for (int document : documents) {
            String text = searcher.texts().of(searcher.getIndexReader(), document);
            String beginning = text.substring(0, Math.min(text.length(), longest));
            Optional<LanguageTag> language = Optional.ofNullable(
                            stored.document(document, LANGUAGE).get(Fields.LANGUAGE))
                    .map(LanguageTag::new);
            passages.add(new Passage(beginning, language));
        }
        return passages.parallelStream().map(Passage::words).toList();
    }

    /// How many there are, each time that it is there.
    int length() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Whether the endings of most are known. Where they are not, as in Vietnamese and Chinese, a word is a syllable
    /// or a letter, and tells too little of what passages have in common.
    static boolean areInForms(List<PassageWords> passages) {
        return 2 * passages.stream().filter(PassageWords::inForms).count() > passages.size();
    }

    /// How far some passages are of one subject each: 1, or the less the longer they are.
    static double ofOneSubject(List<PassageWords> passages) {
        double length =
                passages.stream().mapToInt(PassageWords::length).average().orElse(1);
        return Math.min(1, OF_ONE_SUBJECT / Math.max(1, length));
    }

    @Override
    public String toString() {
        return "PassageWords";
    }

    private record Passage(String text, Optional<LanguageTag> language) {

        PassageWords words() {
            return new PassageWords(counts(), language.flatMap(Language::of).isPresent());
        }

        Map<String, Integer> counts() {
            Map<String, Integer> counts = new HashMap<>();
            try (TokenStream stream = PassageAnalyzer.of(language).tokenStream(Fields.TEXT, text)) {
                CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
                PositionIncrementAttribute step = stream.addAttribute(PositionIncrementAttribute.class);
                String word = "";
                stream.reset();
                while (stream.incrementToken()) {
                    if (Accented.is(term)) {
                        continue;
                    }
                    if (step.getPositionIncrement() == 0) {
                        counts.computeIfPresent(word, (known, count) -> count > 1 ? count - 1 : null);
                        if (SmallWords.has(word)) {
                            continue;
                        }
                    }
                    word = term.toString();
                    counts.merge(word, 1, Integer::sum);
                }
                stream.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return counts;
        }

        @Override
        public String toString() {
            return "Passage";
        }
    }
}
