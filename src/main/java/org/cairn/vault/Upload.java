package org.cairn.vault;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import org.cairn.crypto.SealedStreams;
import org.cairn.crypto.Secret;
import org.cairn.domain.Fingerprint;
import org.cairn.progress.Progress;

/// One file on its way in, under a name that is swept away unless [#keepAs] gives it a better one.
final class Upload implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Upload.class.getName());
    private static final int CHUNK = 256 * 1024;

    private final Path unfinished;
    private final FileChannel file;
    private long size;

    private Upload(Path unfinished, FileChannel file) {
        this.unfinished = unfinished;
        this.file = file;
    }

    static Upload begin(Path unfinished, Opener opener) {
        return Disk.write(unfinished, () -> new Upload(unfinished, opener.open(unfinished)));
    }

    /// Seals everything `bytes` has to give and writes it through to the disk.
    ///
    /// @throws IOException when `bytes` fails; what the disk does wrong is told as an `ArchiveException`
    Fingerprint receive(InputStream bytes, Secret headers, Secret contents, SecureRandom random, Progress progress)
            throws IOException {
        SealedHeader header = SealedHeader.fresh(random);
        OutputStream sealing = beginSealing(contents, header);
        MessageDigest digest = Fingerprint.sha256();
        byte[] chunk = new byte[CHUNK];
        try {
            int read = bytes.readNBytes(chunk, 0, CHUNK);
            while (read > 0) {
                progress.checkCancelled();
                digest.update(chunk, 0, read);
                seal(sealing, chunk, read);
                progress.step("seal", size, 0);
                read = bytes.readNBytes(chunk, 0, CHUNK);
            }
        } finally {
            Arrays.fill(chunk, (byte) 0);
        }
        Fingerprint fingerprint = Fingerprint.ofDigest(digest.digest());
        finish(sealing, header.bound(headers, fingerprint, random));
        return fingerprint;
    }

    /// How many plain bytes came in.
    long size() {
        return size;
    }

    /// Gives the finished file the name it is found by, for good.
    void keepAs(Path name) {
        Disk.write(unfinished, () -> {
            Disk.ensureFolder(Disk.folderOf(name));
            Disk.rename(unfinished, name);
            return name;
        });
    }

    /// Removes what was not kept. Where even that fails, the next opening sweeps: it must not hide what went wrong.
    @Override
    public void close() {
        try {
            file.close();
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "an unfinished file stays until the next opening");
        }
    }

    private OutputStream beginSealing(Secret key, SealedHeader header) {
        return Disk.write(unfinished, () -> {
            file.position(SealedHeader.LENGTH);
            return SealedStreams.sealing(key, keptOpen(), header.context());
        });
    }

    private void seal(OutputStream sealing, byte[] chunk, int length) {
        Disk.write(unfinished, () -> {
            sealing.write(chunk, 0, length);
            return length;
        });
        size += length;
    }

    private void finish(OutputStream sealing, byte[] header) {
        Disk.write(unfinished, () -> {
            sealing.close();
            ByteBuffer rest = ByteBuffer.wrap(header);
            while (rest.hasRemaining()) {
                file.write(rest, rest.position());
            }
            file.force(true);
            file.close();
            return header;
        });
    }

    /// The last segment is followed by the header and by forcing it all to disk, so closing must wait.
    private OutputStream keptOpen() {
        return new FilterOutputStream(Channels.newOutputStream(file)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    /// Opens the file that an upload is written to.
    @FunctionalInterface
    interface Opener {
        FileChannel open(Path unfinished) throws IOException;
    }
}
