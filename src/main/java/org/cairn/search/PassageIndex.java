package org.cairn.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NIOFSDirectory;
import org.cairn.crypto.Secret;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Protection;
import org.cairn.domain.custody.Finding;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;

/// The index of every passage, sealed, and how far it has followed the database.
public final class PassageIndex implements AutoCloseable {

    private static final String SEQUENCE = "sequence";
    private static final String ANALYSER = "analyser";
    private static final double BUFFER_MIB = 64;

    private final Path folder;
    private final Secret key;
    private final Analyzer analyzer = new PassageAnalyzer();
    private Directory directory;
    private IndexWriter writer;
    private SearcherManager searchers;
    private Opening opening;
    private long sequence;

    private PassageIndex(Path folder, Secret key) throws IOException {
        this.folder = folder;
        this.key = key;
        this.directory = new SealedDirectory(new NIOFSDirectory(folder), key);
        Opened opened = openOrEmpty();
        this.writer = opened.writer();
        this.opening = opened.opening();
        this.sequence = opened.sequence();
        this.searchers = new SearcherManager(writer, null);
    }

    /// What an index was like when it was opened.
    public enum Opening {
        /// As it was left.
        INTACT,
        /// There was none.
        NEW,
        /// It was made by another version of the program, and is made anew.
        OTHER_VERSION,
        /// Its bytes were not what was sealed, and it is made anew.
        DAMAGED
    }

    private record Opened(IndexWriter writer, Opening opening, long sequence) {}

    /// Opens the index in a folder; one that is missing, damaged or of another version is begun anew, empty.
    ///
    /// @param key copied, so that the caller may close it
    public static PassageIndex open(Path folder, Secret key) {
        try {
            Files.createDirectories(folder);
            return new PassageIndex(folder, key.derive("passages"));
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    /// What it was like when it was opened.
    public Opening opening() {
        return opening;
    }

    /// Whether it holds nothing of what the database had before.
    public boolean startedEmpty() {
        return opening != Opening.INTACT;
    }

    /// The last change of the database that it has followed.
    public synchronized long appliedSequence() {
        return sequence;
    }

    /// Takes changes in; applying the same again changes nothing. Visible and durable after [#commit].
    ///
    /// @param uptoSequence the database's sequence that these changes lead to
    public synchronized void apply(long uptoSequence, List<Change> changes) {
        try {
            for (Change change : changes) {
                Term term = new Term(Fields.REFERENCE, change.reference().toString());
                List<Document> documents =
                        change.passages().stream().map(Fields::document).toList();
                if (documents.isEmpty()) {
                    writer.deleteDocuments(term);
                } else {
                    writer.updateDocuments(term, documents);
                }
            }
            sequence = uptoSequence;
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /// Makes everything applied durable and visible.
    public synchronized void commit() {
        try {
            writer.setLiveCommitData(Map.of(SEQUENCE, String.valueOf(sequence), ANALYSER, PassageAnalyzer.VERSION)
                    .entrySet());
            writer.commit();
            searchers.maybeRefreshBlocking();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /// Answers a request with what a clearance may see; `unseen` is left for the caller to fill.
    ///
    /// @throws ArchiveException.QueryNotUnderstood when the query is no query
    public SearchAnswer search(SearchRequest request, Protection clearance) {
        return with(searcher -> new Asking(searcher, analyzer).answer(request, clearance));
    }

    /// Words that begin like this, the most frequent first, from what a clearance may see.
    public List<String> suggest(String prefix, Protection clearance, int limit) {
        return with(searcher -> new Suggesting(searcher, analyzer, clearance).beginning(prefix, limit));
    }

    /// How many passages it holds.
    public long passages() {
        return with(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    /// Opens every block of every file, past all caches, and says what is wrong.
    public List<Finding> check(Progress progress) {
        List<Finding> findings = new ArrayList<>();
        if (opening == Opening.DAMAGED) {
            findings.add(Finding.of("indexDamaged", "opening"));
        }
        try {
            String[] names = directory.listAll();
            for (int i = 0; i < names.length; i++) {
                progress.checkCancelled();
                if (!names[i].equals(IndexWriter.WRITE_LOCK_NAME) && !whole(names[i])) {
                    findings.add(Finding.of("indexDamaged", names[i]));
                }
                progress.step("verifyIndex", i + 1L, names.length);
            }
        } catch (IOException e) {
            findings.add(Finding.of("indexDamaged", "files"));
        }
        return findings;
    }

    /// Begins anew, empty: what was found damaged is made again from the database.
    public synchronized void discard() {
        try {
            searchers.close();
            writer.rollback();
            empty();
            writer = newWriter();
            searchers = new SearcherManager(writer, null);
            opening = Opening.NEW;
            sequence = 0;
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    @Override
    public synchronized void close() {
        try (key;
                Directory closing = directory) {
            searchers.close();
            // what was applied but not committed is applied again at the next opening
            writer.rollback();
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    @Override
    public String toString() {
        return "PassageIndex";
    }

    private Opened openOrEmpty() throws IOException {
        boolean nothing = directory.listAll().length == 0;
        try {
            IndexWriter existing = newWriter();
            Map<String, String> data = new java.util.HashMap<>();
            Iterable<Map.Entry<String, String>> live = existing.getLiveCommitData();
            if (live != null) {
                live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
            }
            if (nothing) {
                return new Opened(existing, Opening.NEW, 0);
            }
            if (PassageAnalyzer.VERSION.equals(data.get(ANALYSER))) {
                return new Opened(existing, Opening.INTACT, Long.parseLong(data.getOrDefault(SEQUENCE, "0")));
            }
            boolean neverCommitted = data.isEmpty();
            existing.rollback();
            empty();
            return new Opened(newWriter(), neverCommitted ? Opening.NEW : Opening.OTHER_VERSION, 0);
        } catch (LockObtainFailedException e) {
            throw new ArchiveException.InUse();
        } catch (IOException | RuntimeException e) {
            empty();
            return new Opened(newWriter(), Opening.DAMAGED, 0);
        }
    }

    private IndexWriter newWriter() throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(analyzer)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
                .setRAMBufferSizeMB(BUFFER_MIB)
                .setCommitOnClose(false);
        return new IndexWriter(directory, config);
    }

    private void empty() throws IOException {
        directory.close();
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        directory = new SealedDirectory(new NIOFSDirectory(folder), key);
    }

    private boolean whole(String name) {
        try (IndexInput file = directory.openInput(name, IOContext.READONCE)) {
            if (file instanceof SealedInput sealed) {
                sealed.readWhole();
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /// What is asked of one state of the index.
    @FunctionalInterface
    private interface Question<T> {
        T ask(IndexSearcher searcher) throws IOException;
    }

    private <T> T with(Question<T> question) {
        SearcherManager manager;
        synchronized (this) {
            manager = searchers;
        }
        try {
            IndexSearcher searcher = manager.acquire();
            try {
                return question.ask(searcher);
            } finally {
                manager.release(searcher);
            }
        } catch (IOException e) {
            throw failure(e);
        }
    }

    private static ArchiveException failure(IOException e) {
        String told = String.valueOf(e.getMessage());
        return told.contains("No space left")
                ? new ArchiveException.StorageFull()
                : new ArchiveException.Damaged("index");
    }
}
