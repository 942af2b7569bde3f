package org.cairn.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KeepOnlyLastCommitDeletionPolicy;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NIOFSDirectory;
import org.cairn.crypto.Secret;
import org.cairn.domain.ArchiveException;
import org.cairn.progress.Progress;

/// The folder an index lies in: opens it, empties it when it cannot be trusted, and looks whether it is whole.
final class IndexFolder implements AutoCloseable {

    static final String SEQUENCE = "sequence";
    static final String ANALYSER = "analyser";
    static final String FREQUENT = "frequent";

    /// Says that damage was found while the index was in use; the next opening begins anew.
    private static final String DAMAGE_MARK = "damaged";

    private static final double BUFFER_MIB = 64;
    /// An index of up to so many bytes is read whole when it is opened; damage in a bigger one shows when it is used.
    private static final long READ_AT_OPENING = 64L * 1024 * 1024;

    private final Path folder;
    private final Secret key;
    private final Analyzer analyzer;
    private final UnaryOperator<Directory> storage;
    private SealedDirectory directory;

    /// @param key owned by this from now on
    /// @param storage what is put around the files themselves; nothing, but for tests of full or failing disks
    IndexFolder(Path folder, Secret key, Analyzer analyzer, UnaryOperator<Directory> storage) throws IOException {
        this.folder = folder;
        this.key = key;
        this.analyzer = analyzer;
        this.storage = storage;
        this.directory = newDirectory();
    }

    /// An index that is open for writing and searching.
    record OpenIndex(
            IndexWriter writer,
            SnapshotDeletionPolicy commits,
            SearcherManager searchers,
            PassageIndex.Opening opening,
            long sequence,
            FrequentWords frequent) {

        /// Lets go of it; whatever was not committed is gone.
        void rollback() throws IOException {
            try (SearcherManager closing = searchers) {
                writer.rollback();
            }
        }
    }

    /// Opens what is there, or begins anew where it is missing, damaged or of another version.
    OpenIndex open() throws IOException {
        try {
            return openTrusted();
        } catch (LockObtainFailedException e) {
            throw new ArchiveException.InUse();
        } catch (IOException | RuntimeException e) {
            return anew(PassageIndex.Opening.DAMAGED);
        }
    }

    /// Empties the folder and begins anew.
    OpenIndex anew(PassageIndex.Opening because) throws IOException {
        directory.close();
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        directory = newDirectory();
        SnapshotDeletionPolicy commits = newPolicy();
        IndexWriter writer = newWriter(commits);
        return new OpenIndex(writer, commits, new SearcherManager(writer, null), because, 0, FrequentWords.NONE);
    }

    /// Remembers, for the next opening, that the index cannot be trusted.
    void markDamaged() {
        try {
            Files.write(folder.resolve(DAMAGE_MARK), new byte[0]);
        } catch (IOException e) {
            // a folder that cannot be written to keeps its damage until it can
        }
    }

    /// The files of the last commit that are not whole.
    List<String> damaged(SnapshotDeletionPolicy commits, Progress progress) throws IOException {
        if (!hasCommit(commits)) {
            return List.of();
        }
        IndexCommit commit = commits.snapshot();
        try {
            return damaged(commit.getFileNames(), progress);
        } finally {
            commits.release(commit);
        }
    }

    @Override
    public void close() throws IOException {
        try (key) {
            directory.close();
        }
    }

    private OpenIndex openTrusted() throws IOException {
        SnapshotDeletionPolicy commits = newPolicy();
        IndexWriter writer = newWriter(commits);
        try {
            Map<String, String> data = commitData(writer);
            PassageIndex.Opening opening = opening(data, commits);
            if (opening == PassageIndex.Opening.INTACT || opening == PassageIndex.Opening.NEW) {
                long sequence = Long.parseLong(data.getOrDefault(SEQUENCE, "0"));
                FrequentWords frequent = FrequentWords.read(data.get(FREQUENT));
                return new OpenIndex(writer, commits, new SearcherManager(writer, null), opening, sequence, frequent);
            }
            writer.rollback();
            return anew(opening);
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
        }
    }

    private PassageIndex.Opening opening(Map<String, String> data, SnapshotDeletionPolicy commits) throws IOException {
        if (Files.exists(folder.resolve(DAMAGE_MARK))) {
            return PassageIndex.Opening.DAMAGED;
        }
        if (data.isEmpty()) {
            return PassageIndex.Opening.NEW;
        }
        if (!PassageAnalyzer.VERSION.equals(data.get(ANALYSER))) {
            return PassageIndex.Opening.OTHER_VERSION;
        }
        boolean whole =
                bytes() > READ_AT_OPENING || damaged(commits, Progress.none()).isEmpty();
        return whole ? PassageIndex.Opening.INTACT : PassageIndex.Opening.DAMAGED;
    }

    private List<String> damaged(Collection<String> names, Progress progress) {
        List<String> damaged = new ArrayList<>();
        long done = 0;
        for (String name : names) {
            progress.checkCancelled();
            try {
                directory.readWhole(name, progress);
            } catch (IOException e) {
                damaged.add(name);
            }
            done++;
            progress.step("verifyIndex", done, names.size());
        }
        return damaged;
    }

    private static boolean hasCommit(SnapshotDeletionPolicy commits) throws IOException {
        try {
            commits.release(commits.snapshot());
            return true;
        } catch (IllegalStateException e) {
            // Lucene's way to say that nothing was ever committed
            return false;
        }
    }

    private static Map<String, String> commitData(IndexWriter writer) {
        Map<String, String> data = new HashMap<>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    private long bytes() throws IOException {
        long bytes = 0;
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    private SealedDirectory newDirectory() throws IOException {
        return new SealedDirectory(storage.apply(new NIOFSDirectory(folder)), key);
    }

    private static SnapshotDeletionPolicy newPolicy() {
        return new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
    }

    private IndexWriter newWriter(SnapshotDeletionPolicy commits) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(analyzer)
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND)
                .setIndexDeletionPolicy(commits)
                .setRAMBufferSizeMB(BUFFER_MIB)
                // nobody who unlocks or keeps something waits until small segments are put together
                .setMaxFullFlushMergeWaitMillis(0)
                .setCommitOnClose(false);
        return new IndexWriter(directory, config);
    }
}
