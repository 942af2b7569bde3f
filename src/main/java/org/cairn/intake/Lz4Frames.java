package org.cairn.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;

/// Unpacks a file of lz4, frame by frame; what follows the last is no part of it, as lz4 itself has it. The library by
/// itself stops after the first frame, or refuses what is none.
final class Lz4Frames extends InSequence {

    private static final int FRAME = 0x184D2204;
    private static final int PASSED_OVER = 0x184D2A50;

    private final InputStream packed;
    private Optional<InputStream> frame = Optional.empty();
    private boolean begun;

    /// @param packed can be read again from a mark
    Lz4Frames(InputStream packed) {
        this.packed = packed;
    }

    @Override
    void end() {
        frame = Optional.empty();
    }

    @Override
    Optional<InputStream> open() throws IOException {
        while (frame.isEmpty()) {
            int mark = mark();
            if (mark == FRAME) {
                frame = Optional.of(new FramedLZ4CompressorInputStream(packed, false));
            } else if (mark == OldLz4.MARK) {
                frame = Optional.of(new OldLz4(packed));
            } else if ((mark & ~0xF) == PASSED_OVER) {
                packed.skipNBytes(4);
                packed.skipNBytes(Integer.toUnsignedLong(number(packed.readNBytes(4))));
            } else if (begun) {
                return Optional.empty();
            } else {
                throw new EOFException();
            }
            begun = true;
        }
        return frame;
    }

    private int mark() throws IOException {
        packed.mark(4);
        byte[] mark = packed.readNBytes(4);
        packed.reset();
        return mark.length < 4 ? 0 : number(mark);
    }

    private static int number(byte[] bytes) throws IOException {
        if (bytes.length < 4) {
            throw new EOFException();
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }
}
