package org.cairn.drawing;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// How a camera was held: the `Orientation` of a JPEG's Exif block (Exif 2.32, tag 0x0112), as quarters to the right.
///
/// Mirrored orientations are turned only: a picture is shown as it was taken, never as it would look in a mirror.
final class ExifTurn {

    private static final int START = 0xffd8;
    private static final int APP1 = 0xffe1;
    private static final int SCAN = 0xffda;
    private static final int EXIF = 0x45786966;
    static final int ORIENTATION = 0x0112;
    private static final int ENTRY = 12;

    private ExifTurn() {}

    static int of(byte[] jpeg) {
        try {
            ByteBuffer in = ByteBuffer.wrap(jpeg);
            return (in.getShort() & 0xffff) == START ? segments(in) : 0;
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return 0; // a block cut short says nothing
        }
    }

    private static int segments(ByteBuffer in) {
        while (in.remaining() > 4) {
            int marker = in.getShort() & 0xffff;
            int length = in.getShort() & 0xffff;
            if (marker == SCAN || length < 2) {
                return 0;
            }
            if (marker == APP1 && in.getInt(in.position()) == EXIF) {
                return orientation(in.slice(in.position() + 6, length - 8));
            }
            in.position(in.position() + length - 2);
        }
        return 0;
    }

    private static int orientation(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) {
                return quarters(tiff.getShort(entry + 8));
            }
        }
        return 0;
    }

    static int quarters(int orientation) {
        return switch (orientation) {
            case 3, 4 -> 2;
            case 5, 6 -> 1;
            case 7, 8 -> 3;
            default -> 0;
        };
    }
}
