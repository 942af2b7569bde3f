package org.cairn.intake;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.commons.io.input.BoundedInputStream;
import org.apache.tika.io.TikaInputStream;

/// A file's bytes inside the worker: in memory, or in the folder that lies in memory where they are many.
final class IncomingBytes implements AutoCloseable {

    private static final long IN_HEAP = 48L * 1024 * 1024;

    private final byte[] heap;
    private final Optional<Path> spooled;
    private final long size;
    private final boolean whole;
    private final Optional<FarChannel.Asking> far;

    private IncomingBytes(byte[] heap, Optional<Path> spooled, long size, boolean whole) {
        this(heap, spooled, size, whole, Optional.empty());
    }

    private IncomingBytes(
            byte[] heap, Optional<Path> spooled, long size, boolean whole, Optional<FarChannel.Asking> far) {
        this.far = far;
        this.heap = heap;
        this.spooled = spooled;
        this.size = size;
        this.whole = whole;
    }

    /// @param size how many bytes the file has; fewer come when it is too large to be handed over whole
    /// @param largest up to how many come whole
    /// @param asking where the parts of a larger one come from
    static IncomingBytes receive(Frames.Pieces pieces, long size, long largest, FarChannel.Asking asking)
            throws IOException {
        if (size > largest) {
            byte[] head = inHeap(pieces, Math.min(size, Worker.HEAD));
            return new IncomingBytes(head, Optional.empty(), size, false, Optional.of(asking));
        }
        if (size <= IN_HEAP) {
            return new IncomingBytes(inHeap(pieces, size), Optional.empty(), size, true);
        }
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        if (Files.isDirectory(folder) && Files.getFileStore(folder).getUsableSpace() > size + IN_HEAP) {
            return spooled(pieces, folder, size);
        }
        // no such folder, or a small one: what a quarter of the heap holds is read all the same
        boolean fits = size <= Runtime.getRuntime().maxMemory() / 4;
        return new IncomingBytes(inHeap(pieces, fits ? size : IN_HEAP), Optional.empty(), size, fits);
    }

    /// What was made of a file in memory.
    static IncomingBytes of(byte[] bytes) {
        return new IncomingBytes(bytes, Optional.empty(), bytes.length, true);
    }

    /// What was inside something, or is left of it.
    ///
    /// @param size how many bytes at most
    static IncomingBytes unlocked(InputStream plain, long size) throws IOException {
        return made(size, plain::transferTo);
    }

    /// Writes something out.
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException, GeneralSecurityException;
    }

    /// What is made of a file here.
    ///
    /// @param size about how many bytes come of it
    static IncomingBytes made(long size, Writing writing) throws IOException {
        if (size <= IN_HEAP) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(writing, bytes);
            return of(bytes.toByteArray());
        }
        // fails where there is no folder that lies in memory: nothing unlocked is written to a disk
        Path file = Files.createTempFile(Path.of(System.getProperty("java.io.tmpdir")), "file", "");
        try (OutputStream out = Files.newOutputStream(file)) {
            write(writing, out);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new IncomingBytes(new byte[0], Optional.of(file), Files.size(file), true);
    }

    private static void write(Writing writing, OutputStream to) throws IOException {
        try (OutputStream out = new BufferedOutputStream(to)) {
            writing.to(out);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static byte[] inHeap(Frames.Pieces pieces, long most) throws IOException {
        byte[] bytes = new byte[Math.toIntExact(most)];
        int came = pieces.readNBytes(bytes, 0, bytes.length);
        pieces.drain();
        return came == bytes.length ? bytes : Arrays.copyOf(bytes, came);
    }

    /// When there is no room after all, what came stays and the rest is let go.
    private static IncomingBytes spooled(Frames.Pieces pieces, Path folder, long size) throws IOException {
        Path file = Files.createTempFile(folder, "file", "");
        boolean whole = true;
        try (OutputStream out = Files.newOutputStream(file)) {
            pieces.transferTo(out);
        } catch (IOException e) {
            if (pieces.pipeBroke()) {
                throw e;
            }
            whole = false;
            pieces.drain();
        }
        return new IncomingBytes(new byte[0], Optional.of(file), size, whole);
    }

    /// Whether every byte of the file is here.
    boolean whole() {
        return whole;
    }

    long size() {
        return size;
    }

    Optional<Path> file() {
        return spooled;
    }

    byte[] heap() {
        return heap;
    }

    InputStream open() throws IOException {
        return spooled.isPresent() ? Files.newInputStream(spooled.get()) : new ByteArrayInputStream(heap);
    }

    /// Whether all of them can be had by [#channel] and from any place, though not all of them are here.
    boolean reachable() {
        return far.isPresent();
    }

    /// All of them, however many.
    InputStream all() throws IOException {
        return far.isPresent() ? Channels.newInputStream(channel()) : open();
    }

    /// Some of them, from a place on.
    InputStream open(long from, long length) throws IOException {
        InputStream in;
        if (far.isPresent()) {
            in = Channels.newInputStream(channel().position(from));
        } else {
            in = open();
            in.skipNBytes(from);
        }
        return BoundedInputStream.builder()
                .setInputStream(in)
                .setMaxCount(length)
                .get();
    }

    byte[] head(int most) throws IOException {
        try (InputStream in = open()) {
            return in.readNBytes(most);
        }
    }

    SeekableByteChannel channel() throws IOException {
        if (far.isPresent()) {
            return new FarChannel(far.get(), size);
        }
        return spooled.isPresent() ? Files.newByteChannel(spooled.get()) : new SeekableInMemoryByteChannel(heap);
    }

    TikaInputStream tika() throws IOException {
        return spooled.isPresent() ? TikaInputStream.get(spooled.get()) : TikaInputStream.get(heap);
    }

    @Override
    public void close() throws IOException {
        if (spooled.isPresent()) {
            Files.deleteIfExists(spooled.get());
        }
    }
}
