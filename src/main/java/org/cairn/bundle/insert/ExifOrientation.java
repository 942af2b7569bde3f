package org.cairn.bundle.insert;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How a camera says its picture is to be turned: tag 0x0112 of EXIF, a number from 1 to 8.
final class ExifOrientation {

    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    private ExifOrientation() {}

    /// The orientation told between these places of a file, or 1 when none is.
    static int of(byte[] bytes, int start, int end) {
        if (end - start < 14 || bytes[start] != 'E' || bytes[start + 1] != 'x' || bytes[start + 2] != 'i') {
            return 1;
        }
        return ofTiff(ByteBuffer.wrap(bytes, start + 6, end - start - 6).slice());
    }

    private static int ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xFFFFFFFFL;
        if (directory + 2 > tiff.limit()) {
            return 1;
        }
        int entries = tiff.getShort((int) directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int at = (int) directory + 2 + i * ENTRY;
            if (at + ENTRY > tiff.limit()) {
                return 1;
            }
            if ((tiff.getShort(at) & 0xFFFF) == TAG) {
                int value = tiff.getShort(at + 8);
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    /// Whether width and height change places.
    static boolean swapsSides(int orientation) {
        return orientation >= 5;
    }

    /// Turns the unit square of a stored picture into the unit square as it is to be seen (y upwards).
    static AffineTransform turn(int orientation) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, 1, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, 1, 1);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, 1);
            case 5 -> new AffineTransform(0, -1, -1, 0, 1, 1);
            case 6 -> new AffineTransform(0, -1, 1, 0, 0, 1);
            case 7 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 8 -> new AffineTransform(0, 1, -1, 0, 1, 0);
            default -> new AffineTransform();
        };
    }
}
