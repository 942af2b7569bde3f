package org.cairn.store;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.reading.WordPlace;

/// Where words stand on a page, in about twelve bytes each: sides are kept as 65,535ths of the page.
final class PackedWords {

    private static final int SIDE = 0xffff;
    private static final int MORE = 0x80;
    private static final int BITS = 7;

    private PackedWords() {}

    static byte[] pack(List<WordPlace> words) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(words.size() * 12);
        DataOutputStream out = new DataOutputStream(bytes);
        try {
            int before = 0;
            for (WordPlace word : words) {
                number(out, word.start() - before);
                number(out, word.end() - word.start());
                before = word.end();
                out.writeByte(word.confidence());
                side(out, word.x());
                side(out, word.y());
                side(out, word.x() + word.width());
                side(out, word.y() + word.height());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing fails in memory
        }
        return bytes.toByteArray();
    }

    static List<WordPlace> unpack(byte[] packed) {
        ByteBuffer in = ByteBuffer.wrap(packed);
        List<WordPlace> words = new ArrayList<>();
        int before = 0;
        try {
            while (in.hasRemaining()) {
                int start = before + number(in);
                int end = start + number(in);
                before = end;
                int confidence = in.get() & 0xff;
                double left = side(in);
                double top = side(in);
                double right = side(in);
                double bottom = side(in);
                words.add(new WordPlace(start, end, confidence, left, top, right - left, bottom - top));
            }
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new ArchiveException.Damaged("records");
        }
        return words;
    }

    private static void number(DataOutputStream out, int number) throws IOException {
        if (number < 0) {
            throw new IllegalArgumentException("words stand in the order of their text");
        }
        int rest = number;
        while (rest >= MORE) {
            out.writeByte(rest | MORE);
            rest >>>= BITS;
        }
        out.writeByte(rest);
    }

    private static int number(ByteBuffer in) {
        int number = 0;
        int shift = 0;
        byte next = in.get();
        while (next < 0) {
            number |= (next & (MORE - 1)) << shift;
            shift += BITS;
            next = in.get();
        }
        return number | next << shift;
    }

    private static void side(DataOutputStream out, double side) throws IOException {
        out.writeShort((int) Math.round(Math.clamp(side, 0.0, 1.0) * SIDE));
    }

    private static double side(ByteBuffer in) {
        return (in.getShort() & SIDE) / (double) SIDE;
    }
}
