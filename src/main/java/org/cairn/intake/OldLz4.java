package org.cairn.intake;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorInputStream;

/// Unpacks a file of the first lz4 ("legacy frame"): a mark, then blocks of 8 MiB without any sum.
final class OldLz4 extends BlockStream {

    static final int MARK = 0x184C2102;
    private static final int BLOCK = 8 * 1024 * 1024;
    /// What such a block takes where nothing in it repeats.
    private static final int MOST = BLOCK + BLOCK / 255 + 16;

    private final InputStream packed;
    private boolean begun;

    OldLz4(InputStream packed) {
        this.packed = packed;
    }

    private static int number(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    @Override
    Optional<byte[]> next() throws IOException {
        byte[] told = packed.readNBytes(4);
        while (told.length == 4 && number(told) == MARK) {
            begun = true;
            told = packed.readNBytes(4);
        }
        if (told.length == 0 && begun) {
            return Optional.empty();
        }
        int length = told.length == 4 ? number(told) : 0;
        if (length < 1 || length > MOST) {
            throw new IOException("no such length");
        }
        byte[] bytes = packed.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        try (InputStream block = new BlockLZ4CompressorInputStream(new ByteArrayInputStream(bytes))) {
            byte[] unpacked = block.readNBytes(BLOCK + 1);
            if (unpacked.length > BLOCK) {
                throw new IOException("no such block");
            }
            return Optional.of(unpacked);
        }
    }
}
