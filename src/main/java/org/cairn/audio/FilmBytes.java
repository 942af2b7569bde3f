package org.cairn.audio;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/// The bytes of a recording in an order in which they can be decoded as they come.
///
/// Telephones write what a film is made of (`moov`, ISO/IEC 14496-12) after the film itself; here it comes before, with
/// the places in it moved by as much. Everything else comes as it stands in the file.
final class FilmBytes {

    private static final int MOST_ABOUT = 64 << 20;
    private static final int MOST_BOXES = 100_000;
    private static final Set<String> HOLDING = Set.of("trak", "mdia", "minf", "stbl");

    private FilmBytes() {}

    private record Part(String type, long start, long size) {}

    static InputStream of(SeekableByteChannel file) throws IOException {
        List<Part> parts = parts(file);
        int about = index(parts, "moov");
        int film = index(parts, "mdat");
        if (parts.isEmpty() || !parts.getFirst().type().equals("ftyp") || about < 0 || film < 0 || about < film) {
            file.position(0);
            return Channels.newInputStream(file);
        }
        Part moov = parts.get(about);
        if (moov.size() > MOST_ABOUT) {
            throw new IOException("too large to be held");
        }
        ByteBuffer moved = read(file, moov.start(), (int) moov.size());
        move(moved, 8, moved.limit(), moov);
        List<InputStream> order = new ArrayList<>();
        order.add(range(file, 0, parts.getFirst().size()));
        order.add(new ByteArrayInputStream(moved.array()));
        order.add(range(file, parts.getFirst().size(), moov.start()));
        order.add(range(file, moov.start() + moov.size(), file.size()));
        return new SequenceInputStream(Collections.enumeration(order));
    }

    private static int index(List<Part> parts, String type) {
        return parts.stream().map(Part::type).toList().indexOf(type);
    }

    /// The parts a file of this kind begins with; none for any other file.
    private static List<Part> parts(SeekableByteChannel file) throws IOException {
        List<Part> parts = new ArrayList<>();
        long at = 0;
        while (at + 8 <= file.size() && parts.size() < MOST_BOXES) {
            ByteBuffer head = read(file, at, (int) Math.min(16, file.size() - at));
            long size = head.getInt(0) & 0xffffffffL;
            size = size == 1 && head.limit() == 16 ? head.getLong(8) : size == 0 ? file.size() - at : size;
            String type = new String(head.array(), 4, 4, StandardCharsets.ISO_8859_1);
            if (size < 8 || at + size > file.size() || at == 0 && !type.equals("ftyp")) {
                return parts;
            }
            parts.add(new Part(type, at, size));
            at += size;
        }
        return parts;
    }

    /// Moves the places of what now comes after.
    private static void move(ByteBuffer in, int from, int to, Part moov) {
        int at = from;
        while (at + 8 <= to) {
            long size = in.getInt(at) & 0xffffffffL;
            String type = new String(in.array(), at + 4, 4, StandardCharsets.ISO_8859_1);
            if (size < 8 || at + size > to) {
                return;
            }
            int end = (int) (at + size);
            if (HOLDING.contains(type)) {
                move(in, at + 8, end, moov);
            } else if (type.equals("stco") || type.equals("co64")) {
                moveAll(in, at + 12, end, type.equals("stco") ? 4 : 8, moov);
            }
            at = end;
        }
    }

    private static void moveAll(ByteBuffer in, int from, int end, int width, Part moov) {
        int count = in.getInt(from);
        for (int i = 0; i < count && from + 4 + (long) (i + 1) * width <= end; i++) {
            int place = from + 4 + i * width;
            long was = width == 4 ? in.getInt(place) & 0xffffffffL : in.getLong(place);
            long now = was < moov.start() ? was + moov.size() : was;
            if (width == 4) {
                in.putInt(place, (int) now);
            } else {
                in.putLong(place, now);
            }
        }
    }

    private static ByteBuffer read(SeekableByteChannel file, long at, int length) throws IOException {
        ByteBuffer part = ByteBuffer.allocate(length);
        file.position(at);
        while (part.hasRemaining() && file.read(part) >= 0) {
            // until it is full or there is no more
        }
        return part.flip();
    }

    private static InputStream range(SeekableByteChannel file, long from, long to) {
        return new InputStream() {
            private long at = from;

            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 1 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (at >= to) {
                    return -1;
                }
                file.position(at);
                int some = file.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, to - at)));
                at += Math.max(0, some);
                return some;
            }
        };
    }
}
