package org.cairn.drawing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Walks over the elements of a medical picture (DICOM PS3.5 and PS3.10) and keeps what its picture is made of; who the
/// patient is, is walked over.
final class DicomReader {

    static final int PIXELS = 0x7FE00010;

    private static final long UNDEFINED = 0xFFFFFFFFL;
    private static final int SYNTAX = 0x00020010;
    private static final int ITEM = 0xFFFEE000;
    private static final int ITEM_END = 0xFFFEE00D;
    private static final int SEQUENCE_END = 0xFFFEE0DD;
    private static final int DEEPEST = 24;
    private static final int MOST_ELEMENTS = 500_000;
    private static final int MOST_FRAGMENTS = 200_000;
    private static final int LONGEST_VALUE = 1 << 20;
    private static final int PREAMBLE = 128;
    private static final Set<String> LONG_LENGTH =
            Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

    /// Sequences that hold tables of shades.
    private static final Set<Integer> TABLES = Set.of(0x00283000, 0x00283010);

    /// Groups that say what a picture is made of.
    private static final int PICTURE_GROUP = 0x0028;

    private DicomBytes bytes;
    private final Map<Integer, byte[]> values = new HashMap<>();
    private final Map<Long, byte[]> tables = new HashMap<>();
    private int inside;
    private final List<Part> fragments = new ArrayList<>();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean explicit = true;
    private String syntax = "";
    private long position;
    private int elements;
    private Part pixels = new Part(0, 0);
    private boolean found;

    /// The file is a medical one, but what it holds is no picture.
    static final class NoPictureException extends IOException {
        private static final long serialVersionUID = 1L;

        NoPictureException() {
            super("it holds no picture");
        }
    }

    /// A part of the file.
    record Part(long from, long length) {}

    private DicomReader(DicomBytes bytes) {
        this.bytes = bytes;
    }

    /// @throws NoPictureException when there is no picture in it, as in a plan or a report
    /// @throws IOException when it is none
    static DicomReader of(PipedBytes file) throws IOException {
        DicomReader reader = new DicomReader(DicomBytes.of(file));
        reader.read();
        if (!reader.found) {
            throw reader.toldNothingOfOne() ? new NoPictureException() : new IOException("ends too early");
        }
        return reader;
    }

    /// Whether it was read to its very end without a word about a picture.
    private boolean toldNothingOfOne() {
        boolean word = values.keySet().stream().anyMatch(tag -> group(tag) == PICTURE_GROUP);
        return elements > 1 && !word && position == bytes.size();
    }

    /// Whether the first bytes are those of a medical picture.
    static boolean begins(byte[] head) {
        if (head.length > PREAMBLE + 4
                && head[PREAMBLE] == 'D'
                && head[PREAMBLE + 1] == 'I'
                && head[PREAMBLE + 2] == 'C'
                && head[PREAMBLE + 3] == 'M') {
            return true;
        }
        boolean little = head.length > 8 && (head[0] == 8 || head[0] == 2) && head[1] == 0 && head[3] == 0;
        boolean big = head.length > 8 && head[0] == 0 && head[1] == 8 && head[2] == 0;
        return little || big;
    }

    private void read() throws IOException {
        byte[] head = bytes.bytes(0, Math.min(bytes.size(), PREAMBLE + 4 + 16));
        boolean framed = head.length > PREAMBLE + 4 && head[PREAMBLE] == 'D' && head[PREAMBLE + 1] == 'I';
        position = framed ? PREAMBLE + 4 : 0;
        while (left(8) && group(peek()) == 2) {
            element(0);
        }
        follow();
        while (left(8) && !found) {
            element(0);
        }
    }

    /// Goes on as the transfer syntax says; whether types are written, the bytes themselves show best.
    private void follow() throws IOException {
        if (syntax.equals("1.2.840.10008.1.2.1.99")) {
            bytes = bytes.deflatedFrom(position);
        }
        if (!left(8)) {
            return;
        }
        byte[] next = bytes.bytes(position, 8);
        explicit = Character.isUpperCase(next[4]) && Character.isUpperCase(next[5]);
        if (syntax.equals("1.2.840.10008.1.2.2") || syntax.isEmpty() && next[0] == 0 && next[1] != 0) {
            order = ByteOrder.BIG_ENDIAN;
        }
    }

    private boolean left(long length) {
        return position + length <= bytes.size();
    }

    private int peek() throws IOException {
        ByteBuffer tag = buffer(bytes.bytes(position, 4));
        return (tag.getShort() & 0xFFFF) << 16 | tag.getShort() & 0xFFFF;
    }

    private ByteBuffer buffer(byte[] some) {
        return ByteBuffer.wrap(some).order(order);
    }

    private static int group(int tag) {
        return tag >>> 16;
    }

    private void element(int depth) throws IOException {
        if (++elements > MOST_ELEMENTS || depth > DEEPEST) {
            throw new IOException("nested or long beyond reason");
        }
        int tag = peek();
        position += 4;
        boolean bare = group(tag) == 0xFFFE;
        String type = !explicit || bare ? "" : type();
        long length = length(type, bare);
        if (tag == PIXELS && depth == 0) {
            pixels(length);
        } else if (depth == 0 && TABLES.contains(tag) && !type.equals("UN")) {
            inside = tag;
            tables(length == UNDEFINED ? Long.MAX_VALUE : position + length);
            inside = 0;
        } else if (length == UNDEFINED) {
            sequence(depth + 1, type.equals("UN"));
        } else {
            if (depth == 0 && (group(tag) == PICTURE_GROUP || tag == SYNTAX) && length <= LONGEST_VALUE) {
                values.put(tag, bytes.bytes(position, length));
                if (tag == SYNTAX) {
                    syntax = text(SYNTAX);
                }
            }
            if (inside != 0 && depth == 1 && group(tag) == PICTURE_GROUP && length <= LONGEST_VALUE) {
                tables.putIfAbsent(key(inside, tag), bytes.bytes(position, length));
            }
            skip(length);
        }
    }

    private static long key(int sequence, int tag) {
        return (long) sequence << 32 | tag & UNDEFINED;
    }

    /// Reads the tables of a sequence; of several, the first is the one that counts.
    private void tables(long end) throws IOException {
        while (position < end && left(8)) {
            int tag = peek();
            position += 4;
            long length = wide();
            if (tag == SEQUENCE_END) {
                return;
            }
            if (tag != ITEM) {
                throw new IOException("no item");
            }
            if (length == UNDEFINED) {
                item(1);
            } else {
                long last = position + length;
                while (position < last && left(8)) {
                    element(1);
                }
            }
        }
    }

    private String type() throws IOException {
        String type = new String(bytes.bytes(position, 2), StandardCharsets.US_ASCII);
        position += 2;
        return type;
    }

    private long length(String type, boolean bare) throws IOException {
        if (!explicit || bare) {
            return wide();
        }
        if (LONG_LENGTH.contains(type)) {
            position += 2;
            return wide();
        }
        long length = buffer(bytes.bytes(position, 2)).getShort() & 0xFFFF;
        position += 2;
        return length;
    }

    private long wide() throws IOException {
        long length = buffer(bytes.bytes(position, 4)).getInt() & UNDEFINED;
        position += 4;
        return length;
    }

    private void skip(long length) throws IOException {
        if (!left(length)) {
            throw new IOException("ends too early");
        }
        position += length;
    }

    /// Walks over a sequence without a length; one of unknown type is written without types.
    private void sequence(int depth, boolean unknown) throws IOException {
        boolean before = explicit;
        explicit = explicit && !unknown;
        while (left(8)) {
            int tag = peek();
            position += 4;
            long length = wide();
            if (tag == SEQUENCE_END) {
                break;
            }
            if (tag != ITEM) {
                throw new IOException("no item");
            }
            if (length == UNDEFINED) {
                item(depth);
            } else {
                skip(length);
            }
            if (++elements > MOST_ELEMENTS) {
                throw new IOException("long beyond reason");
            }
        }
        explicit = before;
    }

    private void item(int depth) throws IOException {
        while (left(8)) {
            if (peek() == ITEM_END) {
                position += 8;
                return;
            }
            element(depth);
        }
    }

    private void pixels(long length) throws IOException {
        found = true;
        if (length != UNDEFINED) {
            pixels = new Part(position, Math.min(length, bytes.size() - position));
            return;
        }
        while (left(8)) {
            int tag = peek();
            position += 4;
            long part = wide();
            if (tag == SEQUENCE_END) {
                return;
            }
            if (tag != ITEM || part == UNDEFINED || fragments.size() >= MOST_FRAGMENTS) {
                throw new IOException("no fragment");
            }
            fragments.add(new Part(position, part));
            skip(part);
        }
    }

    /// The transfer syntax, or an empty text.
    String syntax() {
        return syntax;
    }

    boolean bigEndian() {
        return order == ByteOrder.BIG_ENDIAN;
    }

    /// Whether the picture is cut into fragments, the first of which says where frames begin.
    boolean encapsulated() {
        return !fragments.isEmpty();
    }

    Part pixels() {
        return pixels;
    }

    List<Part> fragments() {
        return fragments.subList(Math.min(1, fragments.size()), fragments.size());
    }

    byte[] bytes(Part part) throws IOException {
        return bytes.bytes(part.from(), part.length());
    }

    /// Where frames begin, counted from the first fragment after the table; empty where it says nothing.
    List<Long> offsets() throws IOException {
        List<Long> offsets = new ArrayList<>();
        if (!fragments.isEmpty() && fragments.getFirst().length() <= LONGEST_VALUE) {
            ByteBuffer table = buffer(bytes(fragments.getFirst()));
            while (table.remaining() >= 4) {
                offsets.add(table.getInt() & UNDEFINED);
            }
        }
        return offsets;
    }

    int number(int tag, int otherwise) {
        byte[] value = values.get(tag);
        return value == null || value.length < 2 ? otherwise : buffer(value).getShort() & 0xFFFF;
    }

    int[] words(int tag) {
        return words(values.getOrDefault(tag, new byte[0]));
    }

    /// Of an element in the first item of a sequence of tables.
    int[] words(int sequence, int tag) {
        return words(tables.getOrDefault(key(sequence, tag), new byte[0]));
    }

    private int[] words(byte[] value) {
        ByteBuffer buffer = buffer(value);
        int[] words = new int[value.length / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = buffer.getShort() & 0xFFFF;
        }
        return words;
    }

    byte[] value(int tag) {
        return values.getOrDefault(tag, new byte[0]).clone();
    }

    String text(int tag) {
        return new String(values.getOrDefault(tag, new byte[0]), StandardCharsets.ISO_8859_1)
                .replace('\0', ' ')
                .strip();
    }

    /// The first of several decimals.
    double decimal(int tag, double otherwise) {
        String first = text(tag).split("\\\\", 2)[0].strip();
        try {
            double number = first.isEmpty() ? otherwise : Double.parseDouble(first);
            return Double.isFinite(number) ? number : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
