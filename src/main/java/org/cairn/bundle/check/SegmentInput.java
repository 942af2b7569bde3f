package org.cairn.bundle.check;

import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A part of the bytes of a file, read from its first to its last.
final class SegmentInput extends InputStream {

    private final MemorySegment bytes;
    private final long end;
    private long at;

    SegmentInput(MemorySegment bytes, long start, long end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    @Override
    public int read() {
        return at < end ? bytes.get(ValueLayout.JAVA_BYTE, at++) & 255 : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        int some = (int) Math.min(length, end - at);
        if (some <= 0) {
            return -1;
        }
        MemorySegment.copy(bytes, ValueLayout.JAVA_BYTE, at, into, offset, some);
        at += some;
        return some;
    }
}
