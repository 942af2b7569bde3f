package org.cairn.ui.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.IntBuffer;
import java.util.Iterator;
import java.util.Set;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.cairn.domain.ArchiveException;

/// Pictures out of bytes: several of them in one file where it is a TIFF, none so large that it takes the memory.
final class Pictures {

    private static final Set<String> TYPES =
            Set.of("image/jpeg", "image/png", "image/gif", "image/bmp", "image/x-ms-bmp", "image/tiff");

    /// More than so many pixels are thinned out while they are read.
    private static final long MOST_PIXELS = 40_000_000;

    /// A picture beyond this is no picture but an attack.
    private static final long ABSURD_PIXELS = 4_000_000_000L;

    private Pictures() {}

    /// One picture of a file.
    ///
    /// @param pictures how many the file holds
    /// @param turn by how many quarters it must be turned to the right to stand upright
    record Drawn(Image image, int pictures, int turn) {}

    /// Whether pictures of a media type can be shown.
    static boolean shows(String mediaType) {
        return TYPES.contains(mediaType);
    }

    /// Reads one picture.
    ///
    /// @param number from 1
    /// @throws ArchiveException.Damaged when it is no picture that can be read
    static Drawn read(byte[] bytes, int number) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new ArchiveException.Damaged("file");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return read(reader, bytes, number);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ArchiveException.Damaged("file");
        }
    }

    private static Drawn read(ImageReader reader, byte[] bytes, int number) throws IOException {
        int count = Math.max(1, reader.getNumImages(true));
        int index = Math.clamp(number - 1, 0, count - 1);
        long pixels = (long) reader.getWidth(index) * reader.getHeight(index);
        if (pixels > ABSURD_PIXELS) {
            throw new ArchiveException.Damaged("file");
        }
        ImageReadParam how = reader.getDefaultReadParam();
        int step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_PIXELS));
        if (step > 1) {
            how.setSourceSubsampling(step, step, 0, 0);
        }
        return new Drawn(shown(reader, index, how, bytes), count, ExifTurn.of(bytes));
    }

    /// What the library cannot decode, such as a JPEG in printer's colours, the toolkit may.
    private static Image shown(ImageReader reader, int index, ImageReadParam how, byte[] bytes) throws IOException {
        try {
            return image(reader.read(index, how));
        } catch (IOException e) {
            Image other = new Image(new ByteArrayInputStream(bytes));
            if (index > 0 || other.isError()) {
                throw e;
            }
            return other;
        }
    }

    private static Image image(BufferedImage from) {
        int width = from.getWidth();
        int height = from.getHeight();
        int[] pixels = from.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = onWhite(pixels[i]);
        }
        return new WritableImage(
                new PixelBuffer<>(width, height, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance()));
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
