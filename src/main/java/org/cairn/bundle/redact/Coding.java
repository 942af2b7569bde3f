package org.cairn.bundle.redact;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/// The dots of a page as they are kept in a file: sharp and small, each kind of page in its own way.
///
/// Two shades in one bit a dot, greys in sixteen steps, few colours by number, others as they are; only what is soft
/// all over, as photographs and scans are, as a JPEG.
///
/// @param bytes coded
/// @param jpeg whether as a JPEG, which says its colours itself
/// @param grey whether it has no colour
/// @param bits a dot takes, or each of its three colours
/// @param palette the colours by number, three bytes each; none where empty
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Coding(int width, int height, byte[] bytes, boolean jpeg, boolean grey, int bits, byte[] palette) {

    private static final float QUALITY = 0.85f;
    private static final int FEW = 256;
    /// Steps between neighbours that an edge of a letter does not have.
    private static final int SOFT = 20;
    private static final double SOFT_ALL_OVER = 0.10;
    private static final byte UP = 2;
    /// Packed as hard as is usual, a page of text would be three hundredths smaller and take half as long again.
    private static final int LEVEL = 4;

    static Coding of(Canvas canvas) {
        boolean grey = isGrey(canvas.rows());
        if (isSoft(canvas)) {
            return new Coding(canvas.width(), canvas.height(), jpeg(canvas, grey), true, grey, 8, new byte[0]);
        }
        if (grey) {
            int bits = isBlackAndWhite(canvas.rows()) ? 1 : 4;
            return flat(canvas, true, bits, new byte[0], steps(bits));
        }
        Palette colours = Palette.from(canvas.rows());
        if (colours.few()) {
            return flat(canvas, false, colours.count() <= 16 ? 4 : 8, colours.bytes(), colours);
        }
        return new Coding(canvas.width(), canvas.height(), coloured(canvas), false, false, 8, new byte[0]);
    }

    private static boolean isGrey(int[] rows) {
        for (int dot : rows) {
            if ((dot >> 8 & 0xFFFF) != (dot & 0xFFFF) || (dot >> 8 & 255) != (dot & 255)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlackAndWhite(int[] rows) {
        for (int dot : rows) {
            if (dot != 0 && dot != 0xFFFFFF) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSoft(Canvas canvas) {
        int[] rows = canvas.rows();
        long soft = 0;
        long all = 0;
        for (int y = 0; y < canvas.height(); y += 4) {
            int start = y * canvas.width();
            for (int x = 1; x < canvas.width(); x++) {
                int step = Math.abs((rows[start + x] >> 8 & 255) - (rows[start + x - 1] >> 8 & 255));
                soft += step > 0 && step <= SOFT ? 1 : 0;
                all++;
            }
        }
        return soft > all * SOFT_ALL_OVER;
    }

    /// Gives dots their numbers.
    private interface Numbers {
        int of(int dot);
    }

    /// The step of each grey.
    private static Numbers steps(int bits) {
        int most = (1 << bits) - 1;
        byte[] steps = new byte[256];
        for (int shade = 0; shade < steps.length; shade++) {
            steps[shade] = (byte) ((shade * most + 127) / 255);
        }
        return dot -> steps[dot & 255];
    }

    private static Coding flat(Canvas canvas, boolean grey, int bits, byte[] palette, Numbers numbers) {
        int width = canvas.width();
        int[] rows = canvas.rows();
        byte[] row = new byte[(width * bits + 7) / 8];
        ByteArrayOutputStream coded = new ByteArrayOutputStream(1 << 16);
        Deflater deflater = new Deflater(LEVEL);
        try (DeflaterOutputStream out = new DeflaterOutputStream(coded, deflater, 1 << 14)) {
            for (int y = 0; y < canvas.height(); y++) {
                Arrays.fill(row, (byte) 0);
                int start = y * width;
                int last = ~rows[start];
                int value = 0;
                for (int x = 0; x < width; x++) {
                    int dot = rows[start + x];
                    value = dot == last ? value : numbers.of(dot);
                    last = dot;
                    int at = x * bits;
                    row[at >> 3] |= (byte) (value << 8 - bits - (at & 7));
                }
                out.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return new Coding(width, canvas.height(), coded.toByteArray(), false, grey, bits, palette);
    }

    /// Each row as what changed from the one above.
    private static byte[] coloured(Canvas canvas) {
        int width = canvas.width();
        int[] rows = canvas.rows();
        byte[] row = new byte[1 + width * 3];
        row[0] = UP;
        ByteArrayOutputStream coded = new ByteArrayOutputStream(1 << 16);
        Deflater deflater = new Deflater(LEVEL);
        try (DeflaterOutputStream out = new DeflaterOutputStream(coded, deflater, 1 << 14)) {
            for (int y = 0; y < canvas.height(); y++) {
                for (int x = 0; x < width; x++) {
                    int dot = rows[y * width + x];
                    int above = y == 0 ? 0 : rows[(y - 1) * width + x];
                    row[1 + x * 3] = (byte) ((dot >> 16) - (above >> 16));
                    row[2 + x * 3] = (byte) ((dot >> 8) - (above >> 8));
                    row[3 + x * 3] = (byte) (dot - above);
                }
                out.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return coded.toByteArray();
    }

    private static byte[] jpeg(Canvas canvas, boolean grey) {
        BufferedImage shown = grey ? shades(canvas) : canvas.image();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream coded = new ByteArrayOutputStream(1 << 18);
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(coded)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(shown, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return coded.toByteArray();
    }

    /// As they are: drawing them on grey would have them brightened by another measure.
    private static BufferedImage shades(Canvas canvas) {
        BufferedImage shades = new BufferedImage(canvas.width(), canvas.height(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] to = ((DataBufferByte) shades.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < to.length; i++) {
            to[i] = (byte) canvas.rows()[i];
        }
        return shades;
    }

    /// The picture in a document.
    PDImageXObject in(PDDocument document) throws IOException {
        PDColorSpace space = grey ? PDDeviceGray.INSTANCE : PDDeviceRGB.INSTANCE;
        COSName filter = jpeg ? COSName.DCT_DECODE : COSName.FLATE_DECODE;
        PDImageXObject picture =
                new PDImageXObject(document, new ByteArrayInputStream(bytes), filter, width, height, bits, space);
        COSStream stream = picture.getCOSObject();
        if (palette.length > 0) {
            stream.setItem(COSName.COLORSPACE, byNumber());
        } else if (!jpeg && !grey) {
            stream.setItem(COSName.DECODE_PARMS, changes());
        }
        return picture;
    }

    private COSBase byNumber() {
        COSArray space = new COSArray();
        space.add(COSName.INDEXED);
        space.add(COSName.DEVICERGB);
        space.add(COSInteger.get(palette.length / 3 - 1));
        space.add(new COSString(palette, true));
        return space;
    }

    private COSDictionary changes() {
        COSDictionary changes = new COSDictionary();
        changes.setInt(COSName.PREDICTOR, 12);
        changes.setInt(COSName.COLORS, 3);
        changes.setInt(COSName.BITS_PER_COMPONENT, 8);
        changes.setInt(COSName.COLUMNS, width);
        return changes;
    }

    /// The colours of a page that has few: each to the nearest of thirty-two steps of red, green and blue.
    private record Palette(int[] numbers, int[] colours, int count) implements Numbers {

        private static final int STEPS = 31;

        static Palette from(int[] rows) {
            int[] numbers = new int[1 << 15];
            int[] colours = new int[FEW];
            int count = 0;
            int last = -1;
            for (int dot : rows) {
                if (dot == last) {
                    continue;
                }
                last = dot;
                int key = key(dot);
                if (numbers[key] == 0) {
                    if (count == FEW) {
                        return new Palette(numbers, colours, FEW + 1);
                    }
                    colours[count++] = key;
                    numbers[key] = count;
                }
            }
            return new Palette(numbers, colours, count);
        }

        private static int key(int dot) {
            return step(dot >> 16 & 255) << 10 | step(dot >> 8 & 255) << 5 | step(dot & 255);
        }

        private static int step(int shade) {
            return (shade * STEPS + 127) / 255;
        }

        boolean few() {
            return count <= FEW;
        }

        @Override
        public int of(int dot) {
            return numbers[key(dot)] - 1;
        }

        byte[] bytes() {
            byte[] bytes = new byte[count * 3];
            for (int i = 0; i < count; i++) {
                bytes[i * 3] = shade(colours[i] >> 10);
                bytes[i * 3 + 1] = shade(colours[i] >> 5 & STEPS);
                bytes[i * 3 + 2] = shade(colours[i] & STEPS);
            }
            return bytes;
        }

        private static byte shade(int step) {
            return (byte) ((step * 255 + STEPS / 2) / STEPS);
        }
    }
}
