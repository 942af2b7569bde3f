package org.cairn.drawing;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.jspecify.annotations.Nullable;

/// A picture inside the drawing process: several of them where it is a TIFF, none so large that it takes the memory.
final class DrawnPicture {

    /// More than so many dots are thinned out while they are read.
    private static final long MOST_DOTS = Talk.MOST_DOTS;

    /// A picture beyond this is no picture but an attack.
    private static final long ABSURD_DOTS = 4_000_000_000L;

    /// What says how a camera was held stands before this.
    private static final int HEAD = 1 << 20;

    /// Enough to know a medical picture by.
    private static final int LOOKED_AT = 256;

    private static final int LARGEST_WHOLE = 64 << 20;

    private final PipedBytes bytes;
    private final @Nullable ImageReader reader;
    private final @Nullable DicomPicture medical;
    private final byte @Nullable [] preview;
    private final int count;

    /// @param turn by how many quarters it must be turned to the right to stand upright
    record Upright(BufferedImage image, int turn) {

        void writeRows(DataOutputStream out) throws IOException {
            int[] row = new int[image.getWidth()];
            for (int y = 0; y < image.getHeight(); y++) {
                image.getRGB(0, y, row.length, 1, row, 0, row.length);
                for (int x = 0; x < row.length; x++) {
                    row[x] = onWhite(row[x]);
                }
                Talk.writeDots(out, row, row.length);
            }
        }
    }

    DrawnPicture(PipedBytes bytes) throws IOException {
        this.bytes = bytes;
        preview = preview(bytes);
        if (DicomReader.begins(bytes.first(LOOKED_AT))) {
            medical = new DicomPicture(bytes);
            reader = null;
            count = medical.count();
            return;
        }
        medical = null;
        ImageInputStream input = input();
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            throw new IOException("no picture");
        }
        ImageReader found = readers.next();
        found.setInput(input);
        reader = found;
        count = Math.max(1, found.getNumImages(true));
    }

    /// What lies in a camera's file to be shown, where it is one.
    private static byte @Nullable [] preview(PipedBytes bytes) throws IOException {
        if (!CameraPreview.needed(bytes.first(HEAD))) {
            return null;
        }
        return CameraPreview.of(bytes).orElseThrow(DicomPicture.UnknownCompressionException::new);
    }

    private ImageInputStream input() {
        return preview == null
                ? new PipedPicture(bytes)
                : new MemoryCacheImageInputStream(new ByteArrayInputStream(preview));
    }

    int count() {
        return count;
    }

    /// The size of one as it stands in the file.
    Size size(int number) throws IOException {
        if (medical != null) {
            BufferedImage drawn = medical.draw(number);
            return new Size(drawn.getWidth(), drawn.getHeight());
        }
        ImageReader reader = Objects.requireNonNull(this.reader);
        int index = Math.clamp(number - 1L, 0, count - 1);
        return new Size(reader.getWidth(index), reader.getHeight(index));
    }

    /// @param number from 1
    /// @param width wider than needed it is not drawn; 0 for all its dots
    Upright draw(int number, int width) throws IOException {
        Upright whole = whole(number, width);
        BufferedImage image = whole.image();
        return width <= 0 || image.getWidth() <= width ? whole : new Upright(narrowed(image, width), whole.turn());
    }

    private static BufferedImage narrowed(BufferedImage image, int width) {
        int height = (int) Math.max(1, (long) image.getHeight() * width / image.getWidth());
        BufferedImage narrow = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = narrow.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, width, height, null);
        pen.dispose();
        return narrow;
    }

    private Upright whole(int number, int width) throws IOException {
        if (medical != null) {
            return new Upright(medical.draw(number), 0);
        }
        ImageReader reader = Objects.requireNonNull(this.reader);
        int index = Math.clamp(number - 1L, 0, count - 1);
        long dots = (long) reader.getWidth(index) * reader.getHeight(index);
        if (dots > ABSURD_DOTS) {
            throw new IOException("absurd");
        }
        ImageReadParam how = reader.getDefaultReadParam();
        int needed = width <= 0 ? 1 : reader.getWidth(index) / (2 * width);
        int step = Math.max(needed, (int) Math.ceil(Math.sqrt((double) dots / MOST_DOTS)));
        if (step > 1) {
            how.setSourceSubsampling(step, step, 0, 0);
        }
        return new Upright(read(reader, index, how), turn());
    }

    /// What the JDK cannot decode, such as a JPEG in printer's colours, the PDF library may.
    private BufferedImage read(ImageReader reader, int index, ImageReadParam how) throws IOException {
        try {
            return reader.read(index, how);
        } catch (IOException e) {
            if (preview != null || index > 0 || bytes.size() > LARGEST_WHOLE || how.getSourceXSubsampling() > 1) {
                throw e;
            }
            try (PDDocument document = new PDDocument()) {
                return JPEGFactory.createFromByteArray(document, bytes.first(LARGEST_WHOLE))
                        .getImage();
            }
        }
    }

    private int turn() throws IOException {
        if (preview == null) {
            return ExifTurn.of(head());
        }
        int own = ExifTurn.of(preview);
        return own == 0 ? CameraPreview.turn(head()) : own;
    }

    private byte[] head() throws IOException {
        return bytes.first(HEAD);
    }

    /// What shines through is paper: a drawing in black on nothing can be read on a dark screen too.
    private static int onWhite(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 255) {
            return argb;
        }
        int rest = 255 - alpha;
        int red = ((argb >> 16 & 255) * alpha + 255 * rest) / 255;
        int green = ((argb >> 8 & 255) * alpha + 255 * rest) / 255;
        int blue = ((argb & 255) * alpha + 255 * rest) / 255;
        return 0xff000000 | red << 16 | green << 8 | blue;
    }
}
