package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
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

/// Shows of each passage the sentence where the words are, and where in it they are.
final class Snippets extends UnifiedHighlighter {

    private static final int LONGEST = 400;
    private static final Set<String> KEPT = Set.of(Fields.LANGUAGE, Fields.PINPOINT);
    private static final Part NOTHING = new Part("", List.of());

    private final String text;

    /// @param text of the one passage it shows
    private Snippets(IndexSearcher searcher, Analyzer analyzer, String text) {
        super(UnifiedHighlighter.builder(searcher, analyzer)
                // the default would leave words deep in a long page without a highlight
                .withMaxLength(Integer.MAX_VALUE - 1)
                .withMaxNoHighlightPassages(1)
                .withFormatter(new Parts()));
        this.text = text;
    }

    /// A snippet of each of some passages, in their order.
    ///
    /// A text is read once more as it was taken in, with the stems of its own language.
    static List<Snippet> of(ClearedSearcher searcher, Query query, List<Integer> documents) throws IOException {
        StoredFields stored = searcher.storedFields();
        List<Snippet> snippets = new ArrayList<>();
        for (int document : documents) {
            Document kept = stored.document(document, KEPT);
            Analyzer analyzer = PassageAnalyzer.of(
                    Optional.ofNullable(kept.get(Fields.LANGUAGE)).map(LanguageTag::new));
            String text = searcher.texts().of(searcher.getIndexReader(), document);
            Part part = new Snippets(searcher, analyzer, text).of(query, document);
            snippets.add(new Snippet(Pinpoint.parse(kept.get(Fields.PINPOINT)), part.text(), part.highlights()));
        }
        return snippets;
    }

    private Part of(Query query, int document) throws IOException {
        return ScopedValue.where(PassageTexts.SHOWN, text).call(() -> {
            Map<String, Object[]> parts =
                    highlightFieldsAsObjects(new String[] {Fields.TEXT}, query, new int[] {document}, new int[] {1});
            Object[] found = Objects.requireNonNull(parts.get(Fields.TEXT));
            return found[0] instanceof Part part ? part : NOTHING;
        });
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
