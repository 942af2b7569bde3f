package org.cairn.search;

import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterMatchesIterator;
import org.apache.lucene.search.FilterWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/// Passages in which exactly these letters stand, great and small, with their marks: what the folded words find is
/// looked at in the text itself. White space is as good as other white space.
final class ExactQuery extends Query {

    private static final Set<UnicodeScript> WITHOUT_SPACES = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN);

    private final Query folded;
    private final String field;
    private final String letters;
    private final Pattern pattern;

    /// @param folded what finds the same words however they are written
    ExactQuery(Query folded, String field, String letters) {
        this.folded = folded;
        this.field = field;
        this.letters = Normalizer.normalize(letters, Normalizer.Form.NFC);
        this.pattern = Pattern.compile(before(this.letters)
                + Arrays.stream(this.letters.split("[\\s\\p{Z}]+"))
                        .map(Pattern::quote)
                        .collect(Collectors.joining("[\\s\\p{Z}]+"))
                + after(this.letters));
    }

    /// No other letter before it, where words are parted by spaces.
    private static String before(String letters) {
        return isOfAWord(letters.codePointAt(0)) ? "(?<![\\p{L}\\p{N}\\p{M}])" : "";
    }

    private static String after(String letters) {
        int last = letters.codePointBefore(letters.length());
        return isOfAWord(last) ? "(?![\\p{L}\\p{N}\\p{M}])" : "(?!\\p{M})";
    }

    private static boolean isOfAWord(int letter) {
        return Character.isLetterOrDigit(letter) && !WITHOUT_SPACES.contains(UnicodeScript.of(letter));
    }

    @Override
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Query plainer = folded.rewrite(searcher);
        return plainer.equals(folded) ? this : new ExactQuery(plainer, field, letters);
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) throws IOException {
        return new ExactWeight(searcher.createWeight(folded, scoreMode, boost), searcher);
    }

    @Override
    public void visit(QueryVisitor visitor) {
        folded.visit(visitor.getSubVisitor(Occur.MUST, this));
    }

    @Override
    public String toString(String shownField) {
        return "exactly";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExactQuery exact
                && exact.folded.equals(folded)
                && exact.field.equals(field)
                && exact.letters.equals(letters);
    }

    @Override
    public int hashCode() {
        return Objects.hash(folded, field, letters);
    }

    /// The letters of a passage.
    @FunctionalInterface
    private interface Letters {
        String of(int document) throws IOException;
    }

    private Letters letters(IndexSearcher searcher, LeafReader part) throws IOException {
        if (!field.equals(Fields.TEXT)) {
            StoredFields stored = part.storedFields();
            // a record may name several places
            return document ->
                    String.join("\n", stored.document(document, Set.of(field)).getValues(field));
        }
        return searcher instanceof ClearedSearcher cleared
                ? document -> cleared.texts().of(part, document)
                : document -> PassageTexts.SHOWN.orElse("");
    }

    /// A place from a letter to before another.
    private record Stretch(int start, int end) {
        boolean holds(int from, int to) {
            return start <= from && to <= end;
        }
    }

    private final class ExactWeight extends FilterWeight {
        private final IndexSearcher searcher;

        ExactWeight(Weight folded, IndexSearcher searcher) {
            super(ExactQuery.this, folded);
            this.searcher = searcher;
        }

        /// The records may change while the index is as it was.
        @Override
        public boolean isCacheable(LeafReaderContext context) {
            return false;
        }

        @Override
        public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
            ScorerSupplier supplier = in.scorerSupplier(context);
            if (supplier == null) {
                return null;
            }
            Letters texts = letters(searcher, context.reader());
            return new ScorerSupplier() {
                @Override
                public Scorer get(long leadCost) throws IOException {
                    return new ExactScorer(supplier.get(leadCost), texts);
                }

                @Override
                public long cost() {
                    return supplier.cost();
                }
            };
        }

        @Override
        public @Nullable Matches matches(LeafReaderContext context, int document) throws IOException {
            Matches matches = in.matches(context, document);
            if (matches == null) {
                return null;
            }
            String text = letters(searcher, context.reader()).of(document);
            List<Stretch> stretches = new ArrayList<>();
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                stretches.add(new Stretch(matcher.start(), matcher.end()));
            }
            boolean composed = !stretches.isEmpty();
            boolean decomposed = !composed && stands(text);
            return composed || decomposed ? new ExactMatches(matches, decomposed ? List.of() : stretches) : null;
        }
    }

    private boolean stands(String text) {
        return pattern.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).find();
    }

    /// @param stretches where the letters stand; empty where they are written in parts and every place will do
    private record ExactMatches(Matches all, List<Stretch> stretches) implements Matches {
        @Override
        public @Nullable MatchesIterator getMatches(String field) throws IOException {
            MatchesIterator places = all.getMatches(field);
            return places == null || stretches.isEmpty() ? places : new Within(places, stretches);
        }

        @Override
        public java.util.Collection<Matches> getSubMatches() {
            return List.of();
        }

        @Override
        public java.util.Iterator<String> iterator() {
            return all.iterator();
        }
    }

    private static final class Within extends FilterMatchesIterator {
        private final List<Stretch> stretches;

        Within(MatchesIterator places, List<Stretch> stretches) {
            super(places);
            this.stretches = stretches;
        }

        @Override
        public boolean next() throws IOException {
            while (in.next()) {
                int from = in.startOffset();
                int to = in.endOffset();
                if (stretches.stream().anyMatch(stretch -> stretch.holds(from, to))) {
                    return true;
                }
            }
            return false;
        }
    }

    private final class ExactScorer extends Scorer {
        private final Scorer words;
        private final Letters texts;

        ExactScorer(Scorer words, Letters texts) {
            this.words = words;
            this.texts = texts;
        }

        @Override
        public int docID() {
            return words.docID();
        }

        @Override
        public DocIdSetIterator iterator() {
            return TwoPhaseIterator.asDocIdSetIterator(twoPhaseIterator());
        }

        @Override
        public TwoPhaseIterator twoPhaseIterator() {
            TwoPhaseIterator before = words.twoPhaseIterator();
            DocIdSetIterator roughly = before == null ? words.iterator() : before.approximation();
            return new TwoPhaseIterator(roughly) {
                @Override
                public boolean matches() throws IOException {
                    return (before == null || before.matches()) && stands(texts.of(roughly.docID()));
                }

                @Override
                public float matchCost() {
                    return 10_000;
                }
            };
        }

        @Override
        public float score() throws IOException {
            return words.score();
        }

        @Override
        public float getMaxScore(int upTo) throws IOException {
            return words.getMaxScore(upTo);
        }
    }
}
