package org.cairn.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.tika.io.TikaInputStream;

/// A file's bytes inside the worker: in memory, or in the folder that lies in memory where they are many.
final class IncomingBytes implements AutoCloseable {

    private static final long IN_HEAP = 48L * 1024 * 1024;

    private final byte[] heap;
    private final Optional<Path> spooled;
    private final long size;
    private final boolean whole;

    private IncomingBytes(byte[] heap, Optional<Path> spooled, long size, boolean whole) {
        this.heap = heap;
        this.spooled = spooled;
        this.size = size;
        this.whole = whole;
    }

    /// @param size how many bytes the file has; fewer come when it is too large to be handed over whole
    static IncomingBytes receive(Frames.Pieces pieces, long size) throws IOException {
        long coming = size > Worker.LARGEST ? Worker.HEAD : size;
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        boolean tooMuch = coming > IN_HEAP && !Files.isDirectory(folder);
        if (coming > IN_HEAP && !tooMuch) {
            Path file = Files.createTempFile(folder, "file", "");
            try (OutputStream out = Files.newOutputStream(file)) {
                pieces.transferTo(out);
            }
            return new IncomingBytes(new byte[0], Optional.of(file), size, coming == size);
        }
        byte[] head = head(pieces, IN_HEAP);
        pieces.drain();
        return new IncomingBytes(head, Optional.empty(), size, coming == size && !tooMuch);
    }

    private static byte[] head(InputStream in, long most) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] piece = new byte[64 * 1024];
        int some = in.read(piece);
        while (some >= 0 && bytes.size() + some <= most) {
            bytes.write(piece, 0, some);
            some = in.read(piece);
        }
        return bytes.toByteArray();
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
