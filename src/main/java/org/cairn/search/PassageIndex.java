package org.cairn.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.cairn.crypto.Secret;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FullDisk;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.Finding;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;

/// The index of every passage, sealed, and how far it has followed the database.
///
/// Any number of threads may search while one applies changes.
public final class PassageIndex implements AutoCloseable {

    private final Path path;
    private final Analyzer analyzer;
    private final IndexFolder folder;
    private final Texts texts;
    /// Held for reading by whoever uses the open index, for writing by whoever opens it anew.
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private final VisiblePassages visible = new VisiblePassages();
    private final Columns columns = new Columns();
    private final NameSounds sounds = new NameSounds();
    private IndexFolder.OpenIndex open;
    private long sequence;
    private volatile long committed;
    private volatile FrequentWords frequent;
    private volatile Optional<Finding> ahead = Optional.empty();
    private boolean closed;

    private PassageIndex(Path path, Analyzer analyzer, IndexFolder folder, Texts texts) throws IOException {
        this.path = path;
        this.analyzer = analyzer;
        this.folder = folder;
        this.texts = texts;
        this.open = folder.open();
        this.sequence = open.sequence();
        this.committed = sequence;
        this.frequent = open.frequent();
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

    /// Opens the index in a folder; one that is missing, damaged or of another version is begun anew, empty.
    ///
    /// @param key copied, so that the caller may close it
    /// @param texts where the texts are that were put in
    public static PassageIndex open(Path folder, Secret key, Texts texts) {
        return open(folder, key, texts, UnaryOperator.identity());
    }

    static PassageIndex open(Path path, Secret key, Texts texts, UnaryOperator<Directory> storage) {
        try {
            Files.createDirectories(path);
            Analyzer analyzer = PassageAnalyzer.plain();
            IndexFolder folder = new IndexFolder(path, key.derive("passages"), analyzer, storage);
            try {
                return new PassageIndex(path, analyzer, folder, texts);
            } catch (IOException | RuntimeException e) {
                folder.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    /// What it was like when it was opened.
    public synchronized Opening opening() {
        return open.opening();
    }

    /// Whether it holds nothing of what the database had before.
    public boolean startedEmpty() {
        return opening() != Opening.INTACT;
    }

    /// The last change of the database that it has followed.
    public synchronized long appliedSequence() {
        return sequence;
    }

    /// The last change that a search from now on finds followed: never more than the index it is asked of.
    public long committedSequence() {
        return committed;
    }

    /// Takes changes in; applying the same again changes nothing. Visible and durable after [#commit].
    ///
    /// When it fails, the index is as it was at the last commit, and so is [#appliedSequence].
    ///
    /// @param uptoSequence the database's sequence that these changes lead to
    /// @param changes each of another record
    /// @throws ArchiveException.StorageFull when the disk is full
    /// @throws ArchiveException.Damaged when the index cannot be read or written
    public synchronized void apply(long uptoSequence, List<Change> changes) {
        try {
            new TakingIn(open.writer(), sounds, frequent).all(changes);
            sequence = uptoSequence;
        } catch (IOException | AlreadyClosedException e) {
            throw backToLastCommit(e);
        }
    }

    /// Makes everything applied durable and visible.
    ///
    /// When it fails, the index is as it was at the commit before, and so is [#appliedSequence].
    public synchronized void commit() {
        try {
            Map<String, String> data = Map.of(
                    IndexFolder.SEQUENCE,
                    String.valueOf(sequence),
                    IndexFolder.ANALYSER,
                    PassageAnalyzer.VERSION,
                    IndexFolder.FREQUENT,
                    frequent.written());
            open.writer().setLiveCommitData(data.entrySet());
            open.writer().commit();
            open.searchers().maybeRefreshBlocking();
            // whoever reads it must find it in the searcher taken afterwards
            committed = sequence;
            lookForFrequentWords();
        } catch (IOException | AlreadyClosedException e) {
            throw backToLastCommit(e);
        }
    }

    /// What is found is kept by the next commit, together with the first passages taken in with it.
    private void lookForFrequentWords() throws IOException {
        IndexSearcher searcher = open.searchers().acquire();
        try {
            IndexReader reader = searcher.getIndexReader();
            if (frequent.isLookDue(reader.numDocs())) {
                frequent = frequent.looked(reader);
            }
        } finally {
            open.searchers().release(searcher);
        }
    }

    /// Answers a request with what a clearance may see; `unseen` is left for the caller to fill.
    ///
    /// @throws ArchiveException.QueryNotUnderstood when the query is no query
    /// @throws ArchiveException.Damaged when the index turns out to be damaged; it is begun anew at the next opening
    public SearchAnswer search(SearchRequest request, Protection clearance) {
        return search(request, Sight.upTo(clearance));
    }

    /// Answers a request like [#search], without records of which the index may still say what holds no longer, and
    /// with the words that mean the same.
    public SearchAnswer search(SearchRequest request, Sight sight) {
        return with(
                sight.clearance(),
                (searcher, read) -> asking(searcher, read, sight).answer(request, sight.clearance()));
    }

    private Asking asking(IndexSearcher searcher, PassageTexts read, Sight sight) {
        Protection clearance = sight.clearance();
        ClearedSearcher cleared =
                new ClearedSearcher(searcher.getIndexReader(), clearance, visible, read, columns, frequent);
        KnownWords known = new KnownWords(searcher.getIndexReader(), clearance, visible, sight.withheld());
        return new Asking(cleared, analyzer, known, sight);
    }

    /// Hands over all that a request finds, as it is at one moment though changes come in meanwhile.
    ///
    /// @param everything asked to end, it must end by throwing: an index in use is not closed
    public void every(SearchRequest request, Sight sight, Everything everything) {
        with(sight.clearance(), (searcher, read) -> {
            asking(searcher, read, sight).every(request, sight.clearance(), everything);
            return everything;
        });
    }

    /// The words that a request is met by in all that it finds, as they are written there; for few items.
    public List<String> met(SearchRequest request, Sight sight) {
        return with(
                sight.clearance(),
                (searcher, read) -> asking(searcher, read, sight).met(request, sight.clearance()));
    }

    /// The words that tell most of what an item is about, as they are written in it, the most telling first.
    ///
    /// @param place only this passage of it
    /// @param withheld what is of no words here
    public List<String> telling(
            Reference item, Optional<Pinpoint> place, Protection clearance, Set<Reference> withheld) {
        Sight sight = new Sight(clearance, withheld, SynonymTable.NONE);
        return with(clearance, (searcher, read) -> asking(searcher, read, sight).telling(item, place, clearance));
    }

    /// Counts what each of several requests finds, within what may be seen.
    public Tally tally(List<SearchRequest> requests, Sight sight) {
        return with(
                sight.clearance(),
                (searcher, read) -> asking(searcher, read, sight).tally(requests, sight.clearance()));
    }

    /// All that a request finds, however much, in the order of their references.
    ///
    /// @throws ArchiveException.QueryNotUnderstood when the query is no query
    public Found all(SearchRequest request, Sight sight) {
        return with(
                sight.clearance(),
                (searcher, read) -> asking(searcher, read, sight).all(request, sight.clearance()));
    }

    /// What may have been meant by a query, the best first: the same with words that a clearance may know of in the
    /// place of those that it has nowhere.
    ///
    /// @param withheld records whose words are not known
    public List<String> meant(String query, Protection clearance, Set<Reference> withheld) {
        return with(
                clearance,
                (searcher, read) -> new Meant(
                                analyzer, new KnownWords(searcher.getIndexReader(), clearance, visible, withheld))
                        .by(query));
    }

    /// How words are made of texts: an index of another version is made anew.
    public static String analyser() {
        return PassageAnalyzer.VERSION;
    }

    /// Words that begin like this, the most frequent first, from what a clearance may see.
    public List<String> suggest(String prefix, Protection clearance, int limit) {
        return suggest(prefix, clearance, limit, Set.of());
    }

    /// Words that begin like this, none of them known only from what is withheld.
    public List<String> suggest(String prefix, Protection clearance, int limit, Set<Reference> withheld) {
        return with(
                clearance,
                (searcher, read) -> new Suggesting(searcher, analyzer, read, clearance, visible, columns, withheld)
                        .beginning(prefix, limit));
    }

    /// How many passages it holds.
    public long passages() {
        return with(Protection.PUBLIC, (searcher, read) ->
                (long) searcher.getIndexReader().numDocs());
    }

    /// Opens every block of every file of the last commit, past all caches, and says what is wrong.
    ///
    /// An index in which something is wrong is begun anew at the next opening.
    public List<Finding> check(Progress progress) {
        List<Finding> findings = new ArrayList<>();
        use.readLock().lock();
        try {
            requireOpen();
            if (open.opening() == Opening.DAMAGED) {
                findings.add(Finding.of("indexDamaged", "opening"));
            }
            ahead.ifPresent(findings::add);
            List<String> damaged = folder.damaged(open.commits(), progress);
            damaged.forEach(name -> findings.add(Finding.of("indexDamaged", name)));
            if (!damaged.isEmpty()) {
                folder.markDamaged();
            }
        } catch (IOException e) {
            findings.add(Finding.of("indexDamaged", "files"));
        } finally {
            use.readLock().unlock();
        }
        return findings;
    }

    /// Begins anew, empty, because it has followed changes that the database does not have; a check tells of it.
    ///
    /// @param head the last change of the database
    public synchronized void discardAhead(long head) {
        ahead = Optional.of(Finding.of("indexAhead", sequence, head));
        discard();
    }

    /// Begins anew, empty: what was found damaged is made again from the database.
    public synchronized void discard() {
        use.writeLock().lock();
        try {
            requireOpen();
            open.rollback();
            open = folder.anew(Opening.NEW);
            sequence = 0;
            committed = 0;
            frequent = FrequentWords.NONE;
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        } finally {
            use.writeLock().unlock();
        }
    }

    /// What was applied but not committed is applied again at the next opening.
    @Override
    public synchronized void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                sounds.forget();
                try (folder) {
                    open.rollback();
                }
            }
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        } finally {
            use.writeLock().unlock();
        }
    }

    @Override
    public String toString() {
        return "PassageIndex";
    }

    /// What is asked of one state of the index.
    @FunctionalInterface
    private interface Question<T> {
        T ask(IndexSearcher searcher, PassageTexts texts) throws IOException;
    }

    private <T> T with(Protection clearance, Question<T> question) {
        use.readLock().lock();
        try {
            requireOpen();
            IndexSearcher searcher = open.searchers().acquire();
            try {
                return texts.during(clearance, records -> asked(question, searcher, new PassageTexts(records)));
            } finally {
                open.searchers().release(searcher);
            }
        } catch (IOException | UncheckedIOException e) {
            folder.markDamaged();
            throw new ArchiveException.Damaged("index");
        } finally {
            use.readLock().unlock();
        }
    }

    private static <T> T asked(Question<T> question, IndexSearcher searcher, PassageTexts read) {
        try {
            return question.ask(searcher, read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lucene's writer gives up for good when something fails below it: another takes its place.
    private ArchiveException backToLastCommit(Exception failure) {
        boolean full = FullDisk.explains(failure, path);
        use.writeLock().lock();
        try {
            requireOpen();
            if (!full) {
                folder.markDamaged();
            }
            open.rollback();
            open = folder.open();
            sequence = open.sequence();
            committed = sequence;
            frequent = open.frequent();
        } catch (IOException again) {
            failure.addSuppressed(again);
        } finally {
            use.writeLock().unlock();
        }
        return full ? new ArchiveException.StorageFull() : new ArchiveException.Damaged("index");
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the index was closed");
        }
    }
}
