package org.cairn.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;

/// Copies the files that lie beside a bundle while its pages are put together, one after another on a thread of its
/// own.
final class OriginalFiles implements AutoCloseable {

    private static final int BLOCK = 1 << 18;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("originals").factory());
    private final Map<String, Future<Copied>> copies = new HashMap<>();
    private final Progress progress;
    private volatile boolean closed;

    /// A file that was copied.
    record Copied(Fingerprint hash, long octets) {}

    private OriginalFiles(Progress progress) {
        this.progress = progress;
    }

    /// Begins to copy those of a plan into a folder.
    ///
    /// @param progress asked whether to stop; told nothing
    static OriginalFiles copying(BundlePlan plan, FolderNames names, Path folder, Progress progress) {
        // a name may be refused: there must be no thread yet that nobody would end
        Map<String, Content.Document> documents = new LinkedHashMap<>();
        for (PlannedExhibit exhibit : plan.shown()) {
            if (exhibit.content() instanceof Content.Document document && FolderNames.beside(exhibit)) {
                documents.put(names.original(exhibit), document);
            }
        }
        OriginalFiles files = new OriginalFiles(progress);
        documents.forEach((name, document) ->
                files.copies.put(name, files.thread.submit(() -> files.copy(document, folder.resolve(name)))));
        return files;
    }

    /// Waits until a file is there.
    ///
    /// @throws ArchiveException.Damaged when its bytes are not what its hash says
    Copied copied(String name) throws IOException {
        try {
            return Objects.requireNonNull(copies.get(name)).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw e.getCause() instanceof RuntimeException failed ? failed : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
    }

    private Copied copy(Content.Document document, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        MessageDigest digest = Fingerprint.sha256();
        byte[] block = new byte[BLOCK];
        long octets = 0;
        try (SeekableByteChannel in = document.bytes().open();
                OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            for (int count = in.read(ByteBuffer.wrap(block)); count >= 0; count = in.read(ByteBuffer.wrap(block))) {
                if (closed) {
                    throw new CancelledException();
                }
                progress.checkCancelled();
                digest.update(block, 0, count);
                out.write(block, 0, count);
                octets += count;
            }
        }
        Fingerprint hash = Fingerprint.ofDigest(digest.digest());
        if (!hash.equals(document.hash())) {
            throw new ArchiveException.Damaged("file");
        }
        return new Copied(hash, octets);
    }

    /// Stops what is not done, and waits for it: nothing is written into the folder any more.
    @Override
    public void close() {
        closed = true;
        copies.values().forEach(copy -> copy.cancel(false));
        thread.close();
    }
}
