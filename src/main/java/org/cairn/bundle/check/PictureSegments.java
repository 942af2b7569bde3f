package org.cairn.bundle.check;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.cairn.bundle.check.Leak.Kind;

/// What a camera or a program wrote beside the dots of a JPEG or a JPEG 2000: EXIF, XMP, IPTC, remarks.
final class PictureSegments {

    private final MemorySegment bytes;
    private final long end;
    private final ByteWords words;
    private final ByteWords.Told told;

    private PictureSegments(MemorySegment bytes, long end, ByteWords words, ByteWords.Told told) {
        this.bytes = bytes;
        this.end = end;
        this.words = words;
        this.told = told;
    }

    /// Looks through them.
    ///
    /// @return whether it is such a picture
    static boolean of(MemorySegment bytes, long start, long end, ByteWords words, Leaks leaks, long object) {
        ByteWords.Told told = leaks.at(Kind.PICTURE_METADATA, leaks.pageOf(object), object);
        PictureSegments segments = new PictureSegments(bytes, end, words, told);
        if (end - start > 4 && segments.two(start) == 0xFFD8) {
            segments.jpeg(start + 2);
            return true;
        }
        if (end - start > 12 && segments.four(start + 4) == 0x6A502020L) {
            segments.boxes(start);
            return true;
        }
        return false;
    }

    private int one(long at) {
        return bytes.get(ValueLayout.JAVA_BYTE, at) & 255;
    }

    private int two(long at) {
        return one(at) << 8 | one(at + 1);
    }

    private long four(long at) {
        return (long) two(at) << 16 | two(at + 2);
    }

    private void jpeg(long start) {
        long at = start;
        while (at + 4 <= end && one(at) == 0xFF) {
            int marker = one(at + 1);
            if (marker == 0xDA) {
                afterwards(at);
                return;
            }
            int length = two(at + 2);
            if (marker >= 0xE0 && marker <= 0xEF || marker == 0xFE) {
                part(at + 4, Math.min(end, at + 2 + length));
            }
            at += 2 + Math.max(2, length);
        }
    }

    /// What stands after a picture's end, as some programs leave it there.
    private void afterwards(long from) {
        for (long at = from; at + 1 < end; at++) {
            if (two(at) == 0xFFD9) {
                part(at + 2, end);
                return;
            }
        }
    }

    private void boxes(long start) {
        long at = start;
        while (at + 8 <= end) {
            long length = four(at);
            long kind = four(at + 4);
            length = length < 8 ? end - at : length;
            if (kind != 0x6A703263L) {
                part(at + 8, Math.min(end, at + length));
            }
            at += length;
        }
    }

    private void part(long from, long to) {
        if (from < to) {
            byte[] part = bytes.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE);
            words.bytes(part, part.length, told);
        }
    }
}
