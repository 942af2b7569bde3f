package org.cairn.bundle.insert;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/// A JPEG taken apart into its segments (ITU-T T.81, Annex B) and put together again without what is not the picture.
///
/// Cameras write places, names and small copies of the picture into application segments: those stay behind, the coded
/// picture goes through untouched. A file cut short gets its end marker, so that every reader shows what there is.
final class JpegSegments {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int DQT = 0xDB;
    private static final int DHT = 0xC4;
    private static final int DRI = 0xDD;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int ADOBE = 0xEE;
    private static final int JFIF_WITHOUT_THUMBNAIL = 16;

    private final byte[] bytes;
    private final ByteArrayOutputStream kept;
    private int position;
    private boolean framed;
    private boolean scanned;
    private boolean coded;
    private int orientation = 1;

    private JpegSegments(byte[] bytes) {
        this.bytes = bytes;
        this.kept = new ByteArrayOutputStream(bytes.length);
    }

    /// The coded picture and how it is to be turned.
    ///
    /// @param picture the JPEG without its application segments
    /// @param orientation EXIF orientation, 1 to 8
    record Cleaned(byte[] picture, int orientation) {}

    /// The cleaned picture, or nothing when its structure is one that readers refuse.
    static Optional<Cleaned> clean(byte[] bytes) {
        JpegSegments segments = new JpegSegments(bytes);
        return segments.copy() ? Optional.of(segments.cleaned()) : Optional.empty();
    }

    private Cleaned cleaned() {
        return new Cleaned(kept.toByteArray(), orientation);
    }

    private boolean copy() {
        if (!findStart()) {
            return false;
        }
        while (position + 1 < bytes.length) {
            int marker = nextMarker();
            if (marker == EOI || marker < 0) {
                break;
            }
            if (marker == 0x01 || marker >= 0xD0 && marker <= SOI) {
                continue; // stands alone, means nothing here
            }
            if (!segment(marker)) {
                break;
            }
        }
        putMarker(EOI);
        return framed && scanned && coded;
    }

    private boolean findStart() {
        for (int i = 0; i + 2 < Math.min(bytes.length, 1024); i++) {
            if (at(i) == 0xFF && at(i + 1) == SOI && at(i + 2) == 0xFF) {
                position = i + 2;
                putMarker(SOI);
                return true;
            }
        }
        return false;
    }

    private int nextMarker() {
        while (position < bytes.length && at(position) != 0xFF) {
            position++;
        }
        while (position < bytes.length && at(position) == 0xFF) {
            position++;
        }
        return position < bytes.length ? at(position++) : -1;
    }

    private boolean segment(int marker) {
        int length = position + 1 < bytes.length ? at(position) << 8 | at(position + 1) : 0;
        int end = position + length;
        if (length < 2 || end > bytes.length) {
            return false;
        }
        boolean good = switch (marker) {
            case 0xC0, 0xC1, 0xC2 -> frame(length);
            case DHT -> coded = huffman(end);
            case DQT, DRI, SOS -> true;
            default -> isApplication(marker);
        };
        if (!good) {
            framed = false;
            return false;
        }
        if (marker == APP1 && orientation == 1) {
            orientation = ExifOrientation.of(bytes, position + 2, end);
        }
        if (keeps(marker, length)) {
            putMarker(marker);
            kept.write(bytes, position, length);
        }
        position = end;
        if (marker == SOS) {
            scanned = true;
            scan();
        }
        return true;
    }

    private static boolean isApplication(int marker) {
        // arithmetic, lossless and hierarchical frames (C3, C5…) are refused: PDF readers cannot show them
        return marker >= APP0;
    }

    private static boolean keeps(int marker, int length) {
        return marker < APP0 || marker == ADOBE || marker == APP0 && length == JFIF_WITHOUT_THUMBNAIL;
    }

    private boolean frame(int length) {
        if (framed || length < 11) {
            return false;
        }
        int height = at(position + 3) << 8 | at(position + 4);
        int width = at(position + 5) << 8 | at(position + 6);
        int components = at(position + 7);
        framed = true;
        return height > 0
                && width > 0
                && (components == 1 || components == 3 || components == 4)
                && length == 8 + 3 * components;
    }

    private boolean huffman(int end) {
        int at = position + 2;
        while (at < end) {
            if (at + 17 > end || (at(at) & 0x0F) > 3 || at(at) >> 4 > 1) {
                return false;
            }
            int codes = 0;
            for (int i = 1; i <= 16; i++) {
                codes += at(at + i);
            }
            at += 17 + codes;
            if (codes > 256) {
                return false;
            }
        }
        return at == end;
    }

    private void scan() {
        int start = position;
        while (position + 1 < bytes.length) {
            int next = at(position + 1);
            if (at(position) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                break;
            }
            position++;
        }
        if (position + 1 >= bytes.length) {
            position = at(bytes.length - 1) == 0xFF ? bytes.length - 1 : bytes.length;
        }
        kept.write(bytes, start, position - start);
    }

    private void putMarker(int marker) {
        kept.write(0xFF);
        kept.write(marker);
    }

    private int at(int index) {
        return bytes[index] & 0xFF;
    }
}
