package org.cairn.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// The frames of a zstd file that hold something (RFC 8878): those that are to be passed over, which pzstd writes and
/// the library refuses, are left out, and so is what follows the last.
///
/// The library gives nothing out of a frame that breaks off until it has seen more of it than it looks back to, mostly
/// all. Of such a file, a part is had by ending the frame after its last whole block.
final class ZstdFrames extends InputStream {

    private static final int MARK = 0xFD2FB528;
    private static final int PASSED_OVER = 0x184D2A50;
    private static final int SUMMED = 0x4;
    /// One of no bytes, not packed, the last of its frame.
    private static final byte[] LAST_BLOCK = {1, 0, 0};
    private static final int[] DICTIONARY = {0, 1, 2, 4};
    private static final int[] SIZE = {0, 2, 4, 8};

    private final InputStream in;
    private byte[] head = new byte[0];
    private int given;
    private long through;
    private boolean within;
    private boolean last;
    private boolean summed;
    private boolean begun;
    private final boolean part;

    /// @param in can be read again from a mark
    /// @param part whether a frame that breaks off ends there; no sums are looked at then
    ZstdFrames(InputStream in, boolean part) {
        this.in = in;
        this.part = part;
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
        in.mark(4);
        byte[] mark = in.readNBytes(4);
        if (mark.length == 0) {
            return false;
        }
        if (begun && !known(mark)) {
            in.reset();
            return false;
        }
        begun = true;
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
        summed = (about & SUMMED) != 0;
        within = true;
        last = false;
        pass(
                ByteBuffer.allocate(5)
                        .put(mark)
                        .put((byte) (part ? about & ~SUMMED : about))
                        .array(),
                (single ? 0 : 1) + DICTIONARY[about & 3] + size);
        return true;
    }

    private static boolean known(byte[] mark) throws IOException {
        return mark.length == 4 && (number(mark) == MARK || (number(mark) & ~0xF) == PASSED_OVER);
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
            if (part) {
                in.readNBytes(summed ? 4 : 0);
            } else {
                pass(new byte[0], summed ? 4 : 0);
            }
            return true;
        }
        byte[] about = in.readNBytes(3);
        if (about.length < 3) {
            return breaksOff();
        }
        int number = about[0] & 0xFF | (about[1] & 0xFF) << 8 | (about[2] & 0xFF) << 16;
        last = (number & 1) != 0;
        boolean repeated = (number >> 1 & 3) == 1;
        int length = repeated ? 1 : number >> 3;
        if (!part) {
            pass(about, length);
            return true;
        }
        byte[] all = Arrays.copyOf(about, about.length + length);
        if (in.readNBytes(all, about.length, length) < length) {
            return breaksOff();
        }
        pass(all, 0);
        return true;
    }

    private boolean breaksOff() throws EOFException {
        if (!part) {
            throw new EOFException();
        }
        last = true;
        summed = false;
        pass(LAST_BLOCK, 0);
        return true;
    }
}
