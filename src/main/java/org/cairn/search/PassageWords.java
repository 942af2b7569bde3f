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
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.cairn.domain.LanguageTag;

/// How often each word is in some passages: its stem, where it has one.
final class PassageWords {

    private static final Set<String> LANGUAGE = Set.of(Fields.LANGUAGE);

    /// In words. A longer passage is of several subjects.
    private static final double OF_ONE_SUBJECT = 200;

    private PassageWords() {}

    /// The words of some passages, in their order. Their texts are cut into words once more, several at the same time.
    ///
    /// @param longest so many letters of each, from its beginning
    static List<Map<String, Integer>> of(ClearedSearcher searcher, List<Integer> documents, int longest)
            throws IOException {
        List<Passage> passages = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        // one by one: they are of one state of the database
        for (int document : documents) {
            String text = searcher.texts().of(searcher.getIndexReader(), document);
            String beginning = text.substring(0, Math.min(text.length(), longest));
            passages.add(new Passage(beginning, stored.document(document, LANGUAGE)));
        }
        return passages.parallelStream().map(Passage::counts).toList();
    }

    /// How far some passages are of one subject each: 1, or the less the longer they are.
    static double ofOneSubject(List<Map<String, Integer>> words) {
        double length = words.stream()
                .mapToInt(counts ->
                        counts.values().stream().mapToInt(Integer::intValue).sum())
                .average()
                .orElse(1);
        return Math.min(1, OF_ONE_SUBJECT / Math.max(1, length));
    }

    private record Passage(String text, Document kept) {

        Map<String, Integer> counts() {
            Optional<LanguageTag> language =
                    Optional.ofNullable(kept.get(Fields.LANGUAGE)).map(LanguageTag::new);
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
