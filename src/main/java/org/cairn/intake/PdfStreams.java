package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/// Whether what draws a page comes out of its packing as it went in (RFC 1950). The PDF library takes what comes until
/// it breaks for all of it, and changed words for the words.
final class PdfStreams {

    private static final int LEAST_LOCKED = 3;

    private int looked;
    private int unlike;
    private int ended;
    private int otherSum;
    private int rightSum;

    /// Looks at what draws a page.
    ///
    /// @return whether all of it comes out
    boolean sound(PDPage page) {
        boolean sound = true;
        Iterator<PDStream> streams = page.getContentStreams();
        while (streams.hasNext()) {
            sound &= sound(streams.next().getCOSObject());
        }
        return sound;
    }

    boolean sound(COSStream stream) {
        COSBase filter = stream.getFilters();
        boolean packed = COSName.FLATE_DECODE.equals(filter) || COSName.FLATE_DECODE_ABBREVIATION.equals(filter);
        boolean alone = filter instanceof org.apache.pdfbox.cos.COSArray filters
                && filters.size() == 1
                && List.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE_ABBREVIATION)
                        .contains(filters.getObject(0));
        if (!packed && !alone) {
            return true;
        }
        try (InputStream raw = stream.createRawInputStream()) {
            return sound(raw);
        } catch (IOException | DataFormatException e) {
            return false;
        }
    }

    private boolean sound(InputStream raw) throws IOException, DataFormatException {
        byte[] head = raw.readNBytes(2);
        if (head.length < 2) {
            return true;
        }
        looked++;
        boolean packed = (head[0] & 0x0F) == 8 && ((head[0] & 0xFF) * 256 + (head[1] & 0xFF)) % 31 == 0;
        unlike += packed ? 0 : 1;
        Inflater inflater = new Inflater(true);
        try {
            boolean ends = ends(inflater, raw);
            ended += ends ? 1 : 0;
            return ends;
        } finally {
            inflater.end();
        }
    }

    private boolean ends(Inflater inflater, InputStream raw) throws IOException, DataFormatException {
        Adler32 sum = new Adler32();
        byte[] piece = new byte[16_384];
        byte[] out = new byte[32_768];
        long last = -1;
        int some = raw.read(piece);
        while (some > 0) {
            inflater.setInput(piece, 0, some);
            int came = inflater.inflate(out);
            while (came > 0) {
                sum.update(out, 0, came);
                came = inflater.inflate(out);
            }
            if (inflater.finished()) {
                int left = inflater.getRemaining();
                compare(
                        sum.getValue(),
                        new java.io.SequenceInputStream(
                                new java.io.ByteArrayInputStream(piece, some - left, left), raw));
                return true;
            }
            for (int i = Math.max(0, some - Long.BYTES); i < some; i++) {
                last = last << 8 | piece[i] & 0xFF;
            }
            some = raw.read(piece);
        }
        return flushed(last);
    }

    /// Whether data ends as programs end them that write out what they have and never say that it was all (RFC 1951,
    /// 3.2.4: an empty block).
    private static boolean flushed(long last) {
        long end = last;
        while ((end & 0xFF) == '\n' || (end & 0xFF) == '\r') {
            end >>>= 8;
        }
        return (end & 0xFFFFFFFFL) == 0xFFFF;
    }

    private void compare(long sum, InputStream rest) throws IOException {
        byte[] said = rest.readNBytes(4);
        if (said.length == 4) {
            long value = 0;
            for (byte one : said) {
                value = value << 8 | one & 0xFF;
            }
            rightSum += value == sum ? 1 : 0;
            otherSum += value == sum ? 0 : 1;
        }
    }

    /// Whether some of it was changed though it comes out: by the sum, where the program that wrote it wrote sums.
    boolean changed() {
        return otherSum > 0 && rightSum > otherSum;
    }

    /// Whether nothing of it is what it is said to be, as where a file lost what tells of its lock. A single one says
    /// nothing: any may be broken at its beginning.
    boolean locked() {
        return looked >= LEAST_LOCKED && unlike == looked && ended == 0;
    }
}
