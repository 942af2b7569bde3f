package org.cairn.drawing;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/// How the values of a medical picture become dots: its size, its depth, its colours, its window.
///
/// @param rows how many
/// @param columns how many
/// @param samples values of each dot: 1 or 3
/// @param allocated bits that each value takes: 1, 8, 16 or 32
/// @param stored bits of those that count
/// @param high the highest of those
/// @param signed whether a value may be below zero
/// @param planar whether all values of one colour stand together
/// @param colours the photometric interpretation
/// @param grey how values become shades, where they stand for no colours
/// @param palette red, green and blue of each value from the first on; empty where there is none
@SuppressWarnings("ArrayRecordComponent") // never compared
record DicomShape(
        int rows,
        int columns,
        int samples,
        int allocated,
        int stored,
        int high,
        boolean signed,
        boolean planar,
        String colours,
        DicomGrey grey,
        DicomPalette palette) {

    static DicomShape of(DicomReader file) throws IOException {
        int allocated = file.number(0x00280100, 8);
        int stored = Math.clamp(file.number(0x00280101, allocated), 1, Math.max(1, allocated));
        boolean signed = file.number(0x00280103, 0) == 1;
        DicomShape shape = new DicomShape(
                file.number(0x00280010, 0),
                file.number(0x00280011, 0),
                file.number(0x00280002, 1),
                allocated,
                stored,
                Math.clamp(file.number(0x00280102, stored - 1), stored - 1, Math.max(stored, allocated) - 1),
                signed,
                file.number(0x00280006, 0) == 1,
                file.text(0x00280004),
                DicomGrey.of(file, signed),
                DicomPalette.of(file));
        boolean deep = allocated == 1 || allocated == 8 || allocated == 16 || allocated == 32;
        boolean sensible = shape.rows > 0
                && shape.columns > 0
                && (shape.samples == 1 || shape.samples == 3)
                && deep
                && (long) shape.rows * shape.columns <= Talk.MOST_DOTS;
        if (!sensible) {
            throw new IOException("no picture of such a size or depth");
        }
        return shape;
    }

    int bytesEach() {
        return Math.max(1, allocated / 8);
    }

    private boolean halved() {
        return samples == 3 && allocated == 8 && colours.equals("YBR_FULL_422");
    }

    /// How many bytes a frame takes that is not packed.
    long frameBytes() {
        long dots = (long) rows * columns;
        if (allocated == 1) {
            return (dots * samples + 7) / 8;
        }
        return halved() ? dots * 2 : dots * samples * bytesEach();
    }

    /// A picture from values as they are stored.
    BufferedImage image(byte[] raw, boolean bigEndian, boolean planes) {
        int dots = rows * columns;
        if (halved() && raw.length < dots * 3L) {
            return coloured((dot, sample) -> {
                int pair = dot / 2 * 4;
                return raw[sample == 0 ? pair + dot % 2 : pair + 1 + sample] & 0xFF;
            });
        }
        IntBinaryOperator value = (dot, sample) ->
                at(raw, planes && samples > 1 ? sample * dots + dot : dot * samples + sample, bigEndian);
        return samples == 3 ? coloured(value) : grey(value);
    }

    private int at(byte[] raw, int index, boolean bigEndian) {
        if (allocated == 1) {
            return raw[index / 8] >> index % 8 & 1;
        }
        int each = bytesEach();
        int value = 0;
        for (int i = 0; i < each; i++) {
            int place = bigEndian ? i : each - 1 - i;
            value = value << 8 | raw[index * each + place] & 0xFF;
        }
        value >>>= high + 1 - stored;
        int spare = 32 - stored;
        return signed ? value << spare >> spare : value << spare >>> spare;
    }

    /// A picture from the values of a JPEG.
    BufferedImage image(Raster raster, DicomPicture.JpegColours said) throws IOException {
        if (raster.getNumBands() == 1) {
            return sized(raster)
                    .grey((dot, sample) -> raster.getSample(dot % raster.getWidth(), dot / raster.getWidth(), 0));
        }
        if (raster.getNumBands() != 3) {
            throw new IOException("no colours are known for it");
        }
        boolean plain = said == DicomPicture.JpegColours.RGB
                || said == DicomPicture.JpegColours.SAYS_NOTHING && colours.equals("RGB");
        return sized(raster)
                .painted(
                        (dot, sample) -> raster.getSample(dot % raster.getWidth(), dot / raster.getWidth(), sample),
                        !plain,
                        0);
    }

    /// What a JPEG says of its size is what is there.
    private DicomShape sized(Raster raster) {
        return new DicomShape(
                raster.getHeight(),
                raster.getWidth(),
                raster.getNumBands(),
                8,
                8,
                7,
                false,
                false,
                colours,
                grey,
                palette);
    }

    private BufferedImage coloured(IntBinaryOperator value) {
        return painted(value, colours.startsWith("YBR"), Math.max(0, stored - 8));
    }

    private BufferedImage painted(IntBinaryOperator value, boolean ybr, int shift) {
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[columns];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int dot = y * columns + x;
                int a = value.applyAsInt(dot, 0) >>> shift;
                int b = value.applyAsInt(dot, 1) >>> shift;
                int c = value.applyAsInt(dot, 2) >>> shift;
                row[x] = ybr ? fromYbr(a, b, c) : rgb(a, b, c);
            }
            image.setRGB(0, y, columns, 1, row, 0, columns);
        }
        return image;
    }

    private static int fromYbr(int y, int b, int r) {
        double blue = b - 128;
        double red = r - 128;
        return rgb((int) Math.round(y + 1.402 * red), (int) Math.round(y - 0.344136 * blue - 0.714136 * red), (int)
                Math.round(y + 1.772 * blue));
    }

    private static int rgb(int red, int green, int blue) {
        return Math.clamp(red, 0, 255) << 16 | Math.clamp(green, 0, 255) << 8 | Math.clamp(blue, 0, 255);
    }

    private BufferedImage grey(IntBinaryOperator value) {
        IntUnaryOperator stored = dot -> value.applyAsInt(dot, 0);
        boolean mapped = colours.equals("PALETTE COLOR") && !palette.isEmpty();
        int plain = allocated == 8 && !signed ? (1 << stored()) - 1 : 0;
        IntUnaryOperator shades = mapped ? dot -> 0 : grey.shades(rows * columns, stored, plain);
        BufferedImage image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[columns];
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                int dot = y * columns + x;
                int shade = mapped ? 0 : shades.applyAsInt(dot);
                row[x] = mapped ? palette.colour(stored.applyAsInt(dot)) : rgb(shade, shade, shade);
            }
            image.setRGB(0, y, columns, 1, row, 0, columns);
        }
        return image;
    }
}
