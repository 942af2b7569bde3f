package org.cairn.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.cairn.crypto.KeyedNames;
import org.cairn.crypto.Secret;

/// A small file beside the database that says how far its log went when something was last acknowledged.
///
/// It is written over in place, in one piece smaller than any disk's: a crash leaves the one before or this one.
/// Nobody without the key can make one.
final class LogMark implements AutoCloseable {

    private static final int PLACE = 3 * Long.BYTES;

    private final Path file;
    private final Secret key;

    /// @param key of the database; what is kept is derived from it
    LogMark(Path file, Secret key) {
        this.file = file;
        this.key = key.derive("mark");
    }

    /// What a mark is found to be.
    enum State {
        MISSING,
        /// Not what was written, or written with another key.
        BROKEN,
        TRUE
    }

    /// A mark as it is found.
    ///
    /// @param place what it names; nothing where it names nothing
    record Found(State state, LogPlace place) {}

    Found read() throws IOException {
        // a power cut may leave the name of a new file without its bytes
        if (!Files.exists(file) || Files.size(file) == 0) {
            return new Found(State.MISSING, LogPlace.NOTHING);
        }
        byte[] written = Files.readAllBytes(file);
        if (!Arrays.equals(written, sealed(Arrays.copyOf(written, PLACE)))) {
            return new Found(State.BROKEN, LogPlace.NOTHING);
        }
        ByteBuffer place = ByteBuffer.wrap(written);
        return new Found(State.TRUE, new LogPlace(place.getLong(), place.getLong(), place.getLong()));
    }

    /// @param forGood whether it must outlive a power cut: an older mark would promise what was folded in since
    void write(LogPlace place, boolean forGood) throws IOException {
        byte[] bytes = ByteBuffer.allocate(PLACE)
                .putLong(place.salts())
                .putLong(place.frames())
                .putLong(place.sums())
                .array();
        // not through a channel: those close under an interrupted thread
        try (RandomAccessFile mark = new RandomAccessFile(file.toFile(), "rw")) {
            mark.write(sealed(bytes));
            if (mark.getFilePointer() < mark.length()) {
                mark.setLength(mark.getFilePointer());
            }
            if (forGood) {
                mark.getFD().sync();
            }
        }
    }

    void remove() throws IOException {
        Files.deleteIfExists(file);
    }

    private byte[] sealed(byte[] place) {
        byte[] seal = KeyedNames.name(key, place).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(place.length + seal.length)
                .put(place)
                .put(seal)
                .array();
    }

    @Override
    public void close() {
        key.close();
    }
}
