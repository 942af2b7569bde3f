package org.cairn.ui.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The lines of a text of any length in an encoding somebody chose: where some of them begin is known, and only those
/// in sight are read.
final class TextLines {

    /// So many lines are read together.
    static final int TOGETHER = 100;

    /// A line longer than this goes on in the next.
    private static final int LONGEST = 4_000;

    private static final int MOST_LINES = 5_000_000;
    private static final int PIECE = 256 * 1024;

    private final SeekableByteChannel bytes;
    private final Charset charset;
    private final int unit;
    private final boolean littleEndian;
    private long[] starts = new long[64];
    private int blocks;
    private int count;
    private boolean cut;

    TextLines(SeekableByteChannel bytes, Charset charset) throws IOException {
        this.bytes = bytes;
        this.charset = charset;
        this.unit = charset.name().startsWith("UTF-16") ? 2 : 1;
        this.littleEndian = charset.name().equals("UTF-16LE");
        find();
    }

    int count() {
        return count;
    }

    /// Whether there is more than can be shown.
    boolean cut() {
        return cut;
    }

    /// Goes through it once and remembers where every hundredth line begins.
    private void find() throws IOException {
        long at = 0;
        long lineStart = 0;
        long size = bytes.size();
        begin(0);
        while (at < size && !cut) {
            byte[] piece = piece(at, (int) Math.min(PIECE, size - at));
            for (int i = 0; i + unit <= piece.length; i += unit) {
                boolean ends = ends(piece, i);
                boolean long1 = at + i + unit - lineStart >= LONGEST && boundary(piece, i + unit);
                if (ends || long1) {
                    lineStart = at + i + unit;
                    if (lineStart < size) {
                        begin(lineStart);
                    }
                }
            }
            at += Math.max(unit, piece.length / unit * unit);
        }
        begin(-1 - size); // where the last ends
    }

    private boolean ends(byte[] piece, int at) {
        return unit == 1
                ? piece[at] == '\n'
                : piece[littleEndian ? at : at + 1] == '\n' && piece[littleEndian ? at + 1 : at] == 0;
    }

    /// Not within a letter of UTF-8.
    private static boolean boundary(byte[] piece, int at) {
        return at >= piece.length || (piece[at] & 0xc0) != 0x80;
    }

    /// A line begins; a negative place only ends the last.
    private void begin(long place) {
        if (place < 0) {
            add(-1 - place);
            blocks--;
            return;
        }
        if (count >= MOST_LINES) {
            cut = true;
            return;
        }
        if (count % TOGETHER == 0) {
            add(place);
        }
        count++;
    }

    private void add(long place) {
        if (blocks == starts.length) {
            starts = Arrays.copyOf(starts, blocks * 2);
        }
        starts[blocks++] = place;
    }

    /// Lines from one on, from 0.
    synchronized List<String> lines(int first, int most) throws IOException {
        List<String> found = new ArrayList<>();
        for (int block = first / TOGETHER; block < blocks && block * TOGETHER < first + most; block++) {
            List<String> lines = block(block);
            for (int i = 0; i < lines.size(); i++) {
                int number = block * TOGETHER + i;
                if (number >= first && number < first + most && number < count) {
                    found.add(lines.get(i));
                }
            }
        }
        return found;
    }

    private List<String> block(int block) throws IOException {
        long start = starts[block];
        byte[] all = piece(start, (int) (starts[block + 1] - start));
        List<String> lines = new ArrayList<>();
        int lineStart = 0;
        for (int i = 0; i + unit <= all.length; i += unit) {
            if (ends(all, i) || i + unit - lineStart >= LONGEST && boundary(all, i + unit)) {
                lines.add(line(all, lineStart, i + unit));
                lineStart = i + unit;
            }
        }
        if (lineStart < all.length || lines.isEmpty()) {
            lines.add(line(all, lineStart, all.length));
        }
        return lines;
    }

    private String line(byte[] all, int from, int to) {
        String line = new String(all, from, to - from, charset);
        return line.replaceAll("[\\r\\n\\ufeff]+", "").replaceAll("[\\p{Cntrl}&&[^\\t]]", "\u00b7");
    }

    private byte[] piece(long at, int length) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(length);
        bytes.position(at);
        while (piece.hasRemaining() && bytes.read(piece) >= 0) {
            // until it is full or there is no more
        }
        return Arrays.copyOf(piece.array(), piece.position());
    }
}
