package org.cairn.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Goes through a zip from head to head of its members, without its table of contents (APPNOTE 4.3.7), and unpacks of
/// each as much as comes. One that breaks does not take the next with it: the next head is looked for.
final class LocalMembers {

    private static final int HEAD = 30;
    private static final int LONGEST_NAME = 512;
    /// A part of a document that unpacks to more is none that people write.
    private static final int LARGEST_PART = 48 << 20;

    private static final int LARGEST_ALL = 128 << 20;
    /// No document has so many; each costs time of its own.
    private static final int MOST_MEMBERS = 20_000;

    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int SIZES_FOLLOW = 8;
    private static final int LOCKED = 1;

    private final byte[] bytes;
    private final ByteBuffer numbers;
    private final Set<String> seen = new HashSet<>();
    private long unpacked;
    private int next;

    private LocalMembers(byte[] bytes) {
        this.bytes = bytes;
        this.numbers = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Hears of every member once, in the order of the file.
    @FunctionalInterface
    interface Hearing {
        /// @param whole whether all of it came, as its sum says
        void member(String name, byte[] content, boolean whole) throws IOException;
    }

    static void walk(byte[] bytes, Hearing hearing) throws IOException {
        new LocalMembers(bytes).walk(hearing);
    }

    /// What the first member is called; nothing where the bytes do not begin with one.
    static String first(byte[] head) {
        int length = head.length < HEAD ? 0 : (head[26] & 0xFF) + ((head[27] & 0xFF) << 8);
        boolean member = head.length >= HEAD + length && head[0] == 'P' && head[1] == 'K' && head[2] == 3;
        return member ? new String(head, HEAD, length, StandardCharsets.UTF_8) : "";
    }

    private void walk(Hearing hearing) throws IOException {
        int head = find(0, 3, 4);
        for (int i = 0; i < MOST_MEMBERS && head >= 0 && unpacked < LARGEST_ALL; i++) {
            next = head + 4;
            member(head, hearing);
            head = find(next, 3, 4);
        }
    }

    private void member(int head, Hearing hearing) throws IOException {
        if (head + HEAD >= bytes.length) {
            return;
        }
        int flags = numbers.getShort(head + 6);
        int method = numbers.getShort(head + 8);
        int length = numbers.getShort(head + 26) & 0xFFFF;
        int data = head + HEAD + length + (numbers.getShort(head + 28) & 0xFFFF);
        if ((flags & LOCKED) != 0 || length == 0 || length > LONGEST_NAME || data > bytes.length) {
            return;
        }
        String name = new String(bytes, head + HEAD, length, StandardCharsets.UTF_8);
        if (name.chars().anyMatch(sign -> sign < 0x20 || sign == '\uFFFD') || name.endsWith("/")) {
            return;
        }
        next = data;
        long sum = (flags & SIZES_FOLLOW) != 0 ? WholeMember.UNKNOWN : numbers.getInt(head + 14) & 0xFFFFFFFFL;
        if (method == DEFLATED) {
            tell(name, inflated(data, sum), hearing);
        } else if (method == STORED) {
            tell(name, stored(data, (flags & SIZES_FOLLOW) != 0 ? -1 : numbers.getInt(head + 18), sum), hearing);
        }
    }

    private void tell(String name, Part part, Hearing hearing) throws IOException {
        unpacked += part.content.length;
        if (seen.add(name)) {
            hearing.member(name, part.content, part.whole);
        }
    }

    private record Part(byte[] content, boolean whole) {}

    private Part inflated(int data, long sum) {
        Inflater inflater = new Inflater(true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            inflater.setInput(bytes, data, bytes.length - data);
            byte[] piece = new byte[32_768];
            int some = inflater.inflate(piece);
            while (some > 0 && out.size() < LARGEST_PART) {
                out.write(piece, 0, some);
                some = inflater.inflate(piece);
            }
            if (inflater.finished()) {
                next = data + (int) inflater.getBytesRead();
                byte[] content = out.toByteArray();
                return new Part(content, sum(content) == (sum == WholeMember.UNKNOWN ? following(next) : sum));
            }
        } catch (DataFormatException e) {
            // what came until here is what there is
        } finally {
            inflater.end();
        }
        return new Part(out.toByteArray(), false);
    }

    private static long sum(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return sum.getValue();
    }

    /// The sum that stands behind a member, with or without a mark of its own (APPNOTE 4.3.9).
    private long following(int place) {
        int from = place + 8 <= bytes.length && numbers.getInt(place) == 0x08074B50 ? place + 4 : place;
        return from + 4 <= bytes.length ? numbers.getInt(from) & 0xFFFFFFFFL : WholeMember.UNKNOWN;
    }

    /// @param size how long it says it is, below 0 where it does not
    private Part stored(int data, int size, long sum) {
        int end = size < 0 ? ending(data) : (int) Math.min((long) data + size, bytes.length);
        byte[] content = java.util.Arrays.copyOfRange(bytes, data, Math.min(end, data + LARGEST_PART));
        boolean whole = sum(content) == (sum == WholeMember.UNKNOWN ? following(end) : sum);
        next = whole ? end : data;
        return new Part(content, whole);
    }

    /// Where something else begins.
    private int ending(int from) {
        for (int i = from; i + 4 <= bytes.length; i++) {
            boolean known = bytes[i + 2] == 7 || bytes[i + 2] == 3 || bytes[i + 2] == 1;
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && known && bytes[i + 3] == bytes[i + 2] + 1) {
                return i;
            }
        }
        return bytes.length;
    }

    private int find(int from, int third, int fourth) {
        for (int i = from; i + 4 <= bytes.length; i++) {
            if (bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == third && bytes[i + 3] == fourth) {
                return i;
            }
        }
        return -1;
    }
}
