package org.cairn.drawing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// The pictures of a medical file: plain, run-length packed, or JPEG as cameras know it.
///
/// Other compressions are said to be so, and nothing is guessed. What is too large or ends too early is refused.
final class DicomPicture {

    private static final long MOST_BYTES = 240L << 20;
    private static final int MOST_FRAMES = 100_000;
    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final List<String> JPEG = List.of("1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51");
    private static final List<String> PLAIN =
            List.of("", "1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.2");

    private final DicomReader file;
    private final DicomShape shape;
    private final int frames;

    DicomPicture(PipedBytes bytes) throws IOException {
        file = DicomReader.of(bytes);
        shape = DicomShape.of(file);
        String said = file.text(0x00280008);
        int told = said.matches("\\d{1,6}") ? Integer.parseInt(said) : 1;
        frames = Math.clamp(told, 1, MOST_FRAMES);
        if (shape.frameBytes() > MOST_BYTES) {
            throw new IOException("too large");
        }
        boolean known = file.encapsulated()
                ? file.syntax().equals(RLE) || JPEG.contains(file.syntax())
                : PLAIN.contains(file.syntax());
        if (!known) {
            throw new UnknownCompressionException();
        }
    }

    int count() {
        return frames;
    }

    /// @param number from 1
    BufferedImage draw(int number) throws IOException {
        int index = Math.clamp(number - 1L, 0, frames - 1);
        if (!file.encapsulated()) {
            DicomReader.Part all = file.pixels();
            long from = all.from() + index * shape.frameBytes();
            if (from + shape.frameBytes() > all.from() + all.length()) {
                throw new IOException("ends too early");
            }
            byte[] raw = file.bytes(new DicomReader.Part(from, shape.frameBytes()));
            return shape.image(raw, file.bigEndian(), shape.planar());
        }
        return file.syntax().equals(RLE)
                ? shape.image(unpacked(file.bytes(one(index))), false, true)
                : jpeg(joined(index));
    }

    private DicomReader.Part one(int index) throws IOException {
        List<DicomReader.Part> parts = file.fragments();
        if (index >= parts.size()) {
            throw new IOException("a frame is missing");
        }
        return parts.get(index);
    }

    /// The fragments of a frame one after another.
    private byte[] joined(int index) throws IOException {
        List<DicomReader.Part> parts = file.fragments();
        if (frames == parts.size()) {
            return file.bytes(parts.get(index));
        }
        List<Long> offsets = frames == 1 ? List.of(0L) : file.offsets();
        if (index >= offsets.size() || parts.isEmpty()) {
            throw new IOException("a frame is missing");
        }
        long base = parts.getFirst().from() - 8;
        long from = base + offsets.get(index);
        long to = index + 1 < offsets.size() ? base + offsets.get(index + 1) : Long.MAX_VALUE;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (DicomReader.Part part : parts) {
            if (part.from() - 8 >= from && part.from() - 8 < to) {
                if (out.size() + part.length() > MOST_BYTES) {
                    throw new IOException("too large");
                }
                out.write(file.bytes(part));
            }
        }
        return out.toByteArray();
    }

    /// Run-length packed planes (PS3.5, annex G), the highest byte of each value first.
    private byte[] unpacked(byte[] packed) throws IOException {
        int each = shape.bytesEach();
        int planes = shape.samples() * each;
        ByteBuffer head = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        if (packed.length < 64 || head.getInt(0) != planes) {
            throw new IOException("not packed as it says");
        }
        int dots = shape.rows() * shape.columns();
        byte[] raw = new byte[dots * planes];
        for (int plane = 0; plane < planes; plane++) {
            int sample = plane / each;
            int place = each - 1 - plane % each;
            int from = head.getInt(4 + 4 * plane);
            int to = plane + 1 < planes ? head.getInt(8 + 4 * plane) : packed.length;
            if (from < 64 || to < from || to > packed.length) {
                throw new IOException("not packed as it says");
            }
            run(packed, from, to, raw, sample * dots * each + place, each, dots);
        }
        return raw;
    }

    private static void run(byte[] packed, int from, int to, byte[] raw, int start, int step, int dots)
            throws IOException {
        int at = from;
        int done = 0;
        while (done < dots && at < to) {
            int code = packed[at++];
            int many = code >= 0 ? code + 1 : code == -128 ? 0 : 1 - code;
            int last = Math.min(many, dots - done);
            if (many > 0 && (code >= 0 ? at + last > to : at >= to)) {
                throw new IOException("ends too early");
            }
            for (int i = 0; i < last; i++) {
                raw[start + (done + i) * step] = packed[code >= 0 ? at + i : at];
            }
            at += many == 0 ? 0 : code >= 0 ? many : 1;
            done += last;
        }
        if (done < dots) {
            throw new IOException("ends too early");
        }
    }

    private BufferedImage jpeg(byte[] packed) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(packed))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
            ImageReader reader = readers.next();
            try {
                reader.setInput(input, true, true);
                long dots = (long) reader.getWidth(0) * reader.getHeight(0);
                if (dots > Talk.MOST_DOTS) {
                    throw new IOException("too large");
                }
                return shape.image(reader.readRaster(0, null), JpegColours.of(packed));
            } finally {
                reader.dispose();
            }
        } catch (javax.imageio.IIOException e) {
            if (String.valueOf(e.getMessage()).contains("nsupported")) {
                throw new UnknownCompressionException();
            }
            throw e;
        }
    }

    /// What a JPEG says of its own colours.
    enum JpegColours {
        SAYS_NOTHING,
        RGB,
        YBR;

        private static final int ADOBE = 0xEE;

        /// The transform of an Adobe segment, or components that are called R, G and B.
        static JpegColours of(byte[] jpeg) {
            List<Integer> names = new ArrayList<>();
            for (int at = 2; at + 4 < jpeg.length && (jpeg[at] & 0xFF) == 0xFF; ) {
                int kind = jpeg[at + 1] & 0xFF;
                int length = (jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF;
                if (kind == ADOBE && length >= 14 && at + 15 < jpeg.length) {
                    return jpeg[at + 15] == 0 ? RGB : YBR;
                }
                if (kind >= 0xC0 && kind <= 0xC2 && at + 18 < jpeg.length && jpeg[at + 9] == 3) {
                    names.addAll(List.of((int) jpeg[at + 10], (int) jpeg[at + 13], (int) jpeg[at + 16]));
                }
                if (kind == 0xDA) {
                    break;
                }
                at += 2 + length;
            }
            return names.equals(List.of((int) 'R', (int) 'G', (int) 'B')) ? RGB : SAYS_NOTHING;
        }
    }

    /// The picture is packed in a way that cannot be unpacked here.
    static final class UnknownCompressionException extends IOException {
        private static final long serialVersionUID = 1L;

        UnknownCompressionException() {
            super("this compression is not supported");
        }
    }
}
