package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.StoredFields;
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
    private static final int MOST_SENTENCES = 10_000;
    private static final int MOST_MET = 500;
    private static final Set<String> LANGUAGE = Set.of(Fields.LANGUAGE);
    private static final Set<String> PINPOINT = Set.of(Fields.PINPOINT);
    private static final Part NOTHING = new Part("", List.of());

    private final StoredFields stored;

    private Snippets(IndexSearcher searcher, Analyzer analyzer, PassageFormatter formatter) throws IOException {
        super(UnifiedHighlighter.builder(searcher, analyzer)
                // the default would leave words deep in a long page without a highlight
                .withMaxLength(Integer.MAX_VALUE - 1)
                .withMaxNoHighlightPassages(1)
                .withFormatter(formatter));
        this.stored = searcher.storedFields();
    }

    /// A snippet of each of some passages, in their order.
    ///
    /// A text is read once more as it was taken in, with the stems of its own language.
    static List<Snippet> of(IndexSearcher searcher, Query query, List<Integer> documents) throws IOException {
        Map<Integer, Snippet> found = new HashMap<>();
        for (Map.Entry<PassageAnalyzer, List<Integer>> some :
                byAnalyzer(searcher, documents).entrySet()) {
            List<Snippet> snippets = new Snippets(searcher, some.getKey(), new Parts()).of(query, some.getValue());
            for (int i = 0; i < snippets.size(); i++) {
                found.put(some.getValue().get(i), snippets.get(i));
            }
        }
        return documents.stream().map(found::get).map(Objects::requireNonNull).toList();
    }

    private static Map<PassageAnalyzer, List<Integer>> byAnalyzer(IndexSearcher searcher, List<Integer> documents)
            throws IOException {
        Map<PassageAnalyzer, List<Integer>> byAnalyzer = new LinkedHashMap<>();
        StoredFields stored = searcher.storedFields();
        for (int document : documents) {
            String tag = stored.document(document, LANGUAGE).get(Fields.LANGUAGE);
            PassageAnalyzer analyzer =
                    PassageAnalyzer.of(Optional.ofNullable(tag).map(LanguageTag::new));
            byAnalyzer.computeIfAbsent(analyzer, any -> new ArrayList<>()).add(document);
        }
        return byAnalyzer;
    }

    /// The words that a query is met by anywhere in some passages, as they are written there.
    static Set<String> words(IndexSearcher searcher, Query query, List<Integer> documents) throws IOException {
        Set<String> words = new LinkedHashSet<>();
        for (Map.Entry<PassageAnalyzer, List<Integer>> some :
                byAnalyzer(searcher, documents).entrySet()) {
            int[] numbers = some.getValue().stream().mapToInt(Integer::intValue).toArray();
            new Snippets(searcher, some.getKey(), new Met(words))
                    .highlightFieldsAsObjects(new String[] {Fields.TEXT}, query, numbers, new int[] {MOST_SENTENCES});
        }
        return words;
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

    private List<Snippet> of(Query query, List<Integer> documents) throws IOException {
        int[] numbers = documents.stream().mapToInt(Integer::intValue).toArray();
        Map<String, Object[]> parts =
                highlightFieldsAsObjects(new String[] {Fields.TEXT}, query, numbers, new int[] {1});
        Object[] found = Objects.requireNonNull(parts.get(Fields.TEXT));
        List<Snippet> snippets = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            String pinpoint = stored.document(documents.get(i), PINPOINT).get(Fields.PINPOINT);
            Part part = found[i] instanceof Part known ? known : NOTHING;
            snippets.add(new Snippet(Pinpoint.parse(pinpoint), part.text(), part.highlights()));
        }
        return snippets;
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
