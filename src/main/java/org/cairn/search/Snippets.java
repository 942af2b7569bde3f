package org.cairn.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.search.Hit.Highlight;
import org.cairn.domain.search.Hit.Snippet;
import org.jspecify.annotations.Nullable;

/// Shows of each passage the sentence where the words are, and where in it they are.
final class Snippets extends UnifiedHighlighter {

    private static final int LONGEST = 400;
    private static final int MOST_SENTENCES = 10_000;
    private static final int MOST_MET = 500;
    private static final Set<String> KEPT = Set.of(Fields.LANGUAGE, Fields.PINPOINT);
    private static final Part NOTHING = new Part("", List.of());

    private final String text;

    /// @param text of the one passage it shows
    private Snippets(IndexSearcher searcher, Analyzer analyzer, String text, PassageFormatter formatter) {
        super(UnifiedHighlighter.builder(searcher, analyzer)
                // the default would leave words deep in a long page without a highlight
                .withMaxLength(Integer.MAX_VALUE - 1)
                .withMaxNoHighlightPassages(1)
                .withFormatter(formatter));
        this.text = text;
    }

    /// A snippet of each of some passages, in their order.
    ///
    /// A text is read once more as it was taken in, with the stems of its own language: most of the time that an answer
    /// takes, which is why several are marked at the same time.
    static List<Snippet> of(ClearedSearcher searcher, Query query, List<Integer> documents) throws IOException {
        Optional<WordPlaces> words = OfWords.alone(query) ? Optional.of(new WordPlaces(query)) : Optional.empty();
        return shown(searcher, documents).parallelStream()
                .map(passage -> passage.snippet(query, words))
                .toList();
    }

    /// The words that a query is met by anywhere in some passages, as they are written there.
    static Set<String> words(ClearedSearcher searcher, Query query, List<Integer> documents) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        for (Shown passage : shown(searcher, documents)) {
            passage.marked(query, Optional.empty(), new Met(words), MOST_SENTENCES);
        }
        return words;
    }

    /// The records are read by one after the other: they are of one state of the database.
    private static List<Shown> shown(ClearedSearcher searcher, List<Integer> documents) throws IOException {
        List<Shown> shown = new ArrayList<>();
        StoredFields stored = searcher.storedFields();
        for (int document : documents) {
            String text = searcher.texts().of(searcher.getIndexReader(), document);
            shown.add(new Shown(searcher, document, stored.document(document, KEPT), text));
        }
        return shown;
    }

    /// A passage that is shown.
    private record Shown(ClearedSearcher searcher, int document, Document kept, String text) {

        Snippet snippet(Query query, Optional<WordPlaces> words) {
            Part part = marked(query, words, new Parts(), 1) instanceof Part known ? known : NOTHING;
            return new Snippet(Pinpoint.parse(kept.get(Fields.PINPOINT)), part.text(), part.highlights());
        }

        /// @param words where they stand, when the query asks for nothing but words
        @Nullable
        Object marked(Query query, Optional<WordPlaces> words, PassageFormatter formatter, int sentences) {
            Analyzer analyzer = PassageAnalyzer.of(
                    Optional.ofNullable(kept.get(Fields.LANGUAGE)).map(LanguageTag::new));
            try {
                if (words.isPresent()) {
                    return words.get().shown(analyzer, text, formatter, sentences);
                }
                return ScopedValue.where(PassageTexts.SHOWN, text)
                        .call(() -> new Snippets(searcher, analyzer, text, formatter).of(query, document, sentences));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String toString() {
            return "Shown";
        }
    }

    /// Gathers the words met; those that stand side by side, or over each other, are one run.
    private static final class Met extends PassageFormatter {

        private final Set<String> words;

        Met(Set<String> words) {
            this.words = words;
        }

        @Override
        public Object format(Passage[] passages, String content) {
            int start = -1;
            int end = -1;
            for (Passage passage : passages) {
                for (int i = 0; i < passage.getNumMatches(); i++) {
                    int from = passage.getMatchStarts()[i];
                    if (start >= 0
                            && content.substring(Math.min(end, from), from).isBlank()) {
                        end = Math.max(end, passage.getMatchEnds()[i]);
                    } else {
                        add(content, start, end);
                        start = from;
                        end = passage.getMatchEnds()[i];
                    }
                }
            }
            add(content, start, end);
            return NOTHING;
        }

        private void add(String content, int start, int end) {
            if (start >= 0 && words.size() < MOST_MET) {
                words.add(content.substring(start, end));
            }
        }
    }

    private @Nullable Object of(Query query, int document, int sentences) throws IOException {
        Map<String, Object[]> parts = highlightFieldsAsObjects(
                new String[] {Fields.TEXT}, query, new int[] {document}, new int[] {sentences});
        return Objects.requireNonNull(parts.get(Fields.TEXT))[0];
    }

    /// To find that out Lucene would put all fields of all segments together, for each text anew.
    @Override
    protected OffsetSource getOffsetSource(String field) {
        return OffsetSource.ANALYSIS;
    }

    /// The text is not in the index.
    @Override
    protected List<CharSequence[]> loadFieldValues(String[] fields, DocIdSetIterator documents, int cached) {
        return List.<CharSequence[]>of(new CharSequence[] {text});
    }

    /// Part of a text, with the places of the words in it.
    private record Part(String text, List<Highlight> highlights) {}

    /// Makes parts instead of marked-up text: what is shown decides how a highlight looks.
    private static final class Parts extends PassageFormatter {

        @Override
        public Object format(Passage[] passages, String content) {
            if (passages.length == 0) {
                return new Part(shortened(content, 0, content.length()), List.of());
            }
            Passage passage = passages[0];
            int start = passage.getStartOffset();
            int end = passage.getEndOffset();
            if (end - start > LONGEST) {
                int first = passage.getNumMatches() > 0 ? passage.getMatchStarts()[0] : start;
                start = boundary(content, Math.max(start, first - LONGEST / 4));
                end = boundary(content, Math.min(end, start + LONGEST));
            }
            return new Part(content.substring(start, end), highlights(passage, start, end));
        }

        private static List<Highlight> highlights(Passage passage, int start, int end) {
            List<Highlight> highlights = new ArrayList<>();
            int reached = start;
            for (int i = 0; i < passage.getNumMatches(); i++) {
                int from = Math.max(passage.getMatchStarts()[i], start);
                // of a phrase longer than what is shown, what is shown of it
                int to = Math.min(passage.getMatchEnds()[i], end);
                if (Math.max(from, reached) >= to) {
                    continue;
                }
                // pairs of Chinese letters overlap: they are one stretch
                int begun = from < reached && !highlights.isEmpty()
                        ? highlights.removeLast().start()
                        : from - start;
                highlights.add(new Highlight(begun, to - start));
                reached = to;
            }
            return highlights;
        }

        private static String shortened(String content, int start, int end) {
            return content.substring(start, boundary(content, Math.min(end, start + LONGEST)));
        }

        /// Never between the two halves of a character.
        private static int boundary(String content, int place) {
            boolean inside = place > 0
                    && place < content.length()
                    && Character.isLowSurrogate(content.charAt(place))
                    && Character.isHighSurrogate(content.charAt(place - 1));
            return inside ? place - 1 : place;
        }
    }
}
