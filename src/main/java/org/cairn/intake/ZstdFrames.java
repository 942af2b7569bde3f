package org.cairn.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The frames of a zstd file that hold something (RFC 8878): those that are to be passed over, which pzstd writes and
/// the library refuses, are left out.
final class ZstdFrames extends InputStream {

    private static final int MARK = 0xFD2FB528;
    private static final int PASSED_OVER = 0x184D2A50;
    private static final int[] DICTIONARY = {0, 1, 2, 4};
    private static final int[] SIZE = {0, 2, 4, 8};

    private final InputStream in;
    private byte[] head = new byte[0];
    private int given;
    private long through;
    private boolean within;
    private boolean last;
    private boolean summed;

    ZstdFrames(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (given == head.length && through == 0) {
            if (!(within ? block() : frame())) {
                return -1;
            }
        }
        if (given < head.length) {
            int some = Math.min(length, head.length - given);
            System.arraycopy(head, given, into, offset, some);
            given += some;
            return some;
        }
        int some = in.read(into, offset, (int) Math.min(length, through));
        if (some < 0) {
            throw new EOFException();
        }
        through -= some;
        return some;
    }

    private void pass(byte[] before, long after) {
        head = before;
        given = 0;
        through = after;
    }

    /// Whether another begins.
    private boolean frame() throws IOException {
        byte[] mark = in.readNBytes(4);
        if (mark.length == 0) {
            return false;
        }
        int number = number(mark);
        if ((number & ~0xF) == PASSED_OVER) {
            in.skipNBytes(Integer.toUnsignedLong(number(in.readNBytes(4))));
            return true;
        }
        int about = in.read();
        if (number != MARK || about < 0) {
            throw new IOException("no such frame");
        }
        boolean single = (about & 0x20) != 0;
        int size = about >> 6 == 0 && single ? 1 : SIZE[about >> 6];
        summed = (about & 0x4) != 0;
        within = true;
        last = false;
        pass(
                ByteBuffer.allocate(5).put(mark).put((byte) about).array(),
                (single ? 0 : 1) + DICTIONARY[about & 3] + size);
        return true;
    }

    private static int number(byte[] bytes) throws IOException {
        if (bytes.length < 4) {
            throw new EOFException();
        }
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }

    private boolean block() throws IOException {
        if (last) {
            within = false;
            pass(new byte[0], summed ? 4 : 0);
            return true;
        }
        byte[] about = in.readNBytes(3);
        if (about.length < 3) {
            throw new EOFException();
        }
        int number = about[0] & 0xFF | (about[1] & 0xFF) << 8 | (about[2] & 0xFF) << 16;
        last = (number & 1) != 0;
        boolean repeated = (number >> 1 & 3) == 1;
        pass(about, repeated ? 1 : number >> 3);
        return true;
    }
}
