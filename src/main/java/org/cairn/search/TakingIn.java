package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.cairn.progress.Ended;

/// Takes changes of records into the index, each with all of its passages in one step.
final class TakingIn {

    /// Fewer passages are not worth the threads, and stay in the order in which they came.
    private static final int FEW = 500;

    private static final int THREADS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    private final IndexWriter writer;
    private final NameSounds sounds;
    private final FrequentWords frequent;

    TakingIn(IndexWriter writer, NameSounds sounds, FrequentWords frequent) {
        this.writer = writer;
        this.sounds = sounds;
        this.frequent = frequent;
    }

    /// @param changes each of another record
    void all(List<Change> changes) throws IOException {
        int passages =
                changes.stream().mapToInt(change -> change.passages().size()).sum();
        if (passages <= FEW || changes.size() == 1) {
            inTurn(changes);
        } else {
            sideBySide(changes);
        }
    }

    private void inTurn(List<Change> changes) throws IOException {
        for (Change change : changes) {
            take(change);
        }
    }

    /// Several threads take records in next to each other, each by itself: whoever counts items goes by it that the
    /// passages of one follow each other in one segment.
    private void sideBySide(List<Change> changes) throws IOException {
        List<Throwable> failures;
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> begun = new ArrayList<>();
            for (Change change : changes) {
                begun.add(threads.submit(() -> take(change)));
            }
            failures = begun.stream()
                    .map(Ended::of)
                    .filter(one -> one.state() == Future.State.FAILED)
                    .map(Future::exceptionNow)
                    .toList();
        }
        for (Throwable failure : failures) {
            // what failed first makes the writer refuse whatever comes after it
            if (failure instanceof IOException known) {
                throw known;
            }
        }
        for (Throwable failure : failures) {
            if (failure instanceof Error error) {
                throw error;
            }
            throw failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
        }
    }

    private long take(Change change) throws IOException {
        Term term = new Term(Fields.REFERENCE, change.reference().toString());
        if (change.passages().isEmpty()) {
            return writer.deleteDocuments(term);
        }
        List<IndexedPassage> passages = change.passages();
        // one by one, so that a long document is never in memory twice
        Iterable<Document> documents = () -> IntStream.range(0, passages.size())
                .mapToObj(nth -> Fields.document(passages.get(nth), nth, sounds, frequent))
                .iterator();
        return writer.updateDocuments(term, documents);
    }
}
