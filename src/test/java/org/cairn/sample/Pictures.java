package org.cairn.sample;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// What every picture of the sample shares: pens, the marking, and files.
final class Pictures {
    private Pictures() {}

    static Graphics2D pen(BufferedImage picture) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        return graphics;
    }

    /// Writes words with their baseline at a point.
    static void words(Graphics2D graphics, Faces faces, String words, float size, float x, float y) {
        SetLine line = SetLine.lines(words, size, size > 20, 5000, faces).getFirst();
        graphics.fill(line.layout().getOutline(AffineTransform.getTranslateInstance(x, y)));
    }

    static void mark(Graphics2D graphics, Faces faces, int height) {
        graphics.setColor(new Color(255, 255, 255, 215));
        graphics.fillRect(8, height - 40, 330, 32);
        graphics.setColor(new Color(150, 20, 20));
        words(graphics, faces, Paper.MARKING, 21, 18, height - 17);
    }

    /// Film grain.
    static void grain(BufferedImage picture, int depth, long seed) {
        Random random = new Random(seed);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int shift = random.nextInt(2 * depth + 1) - depth;
                int rgb = picture.getRGB(x, y);
                picture.setRGB(
                        x, y, shifted(rgb >> 16, shift) << 16 | shifted(rgb >> 8, shift) << 8 | shifted(rgb, shift));
            }
        }
    }

    private static int shifted(int channel, int shift) {
        return Math.clamp((channel & 0xff) + shift, 0, 255);
    }

    /// Turned a quarter against the clock, as a camera held upright stores it.
    static BufferedImage quarterTurn(BufferedImage picture) {
        BufferedImage turned = new BufferedImage(picture.getHeight(), picture.getWidth(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = pen(turned);
        graphics.translate(0, picture.getWidth());
        graphics.rotate(-Math.PI / 2);
        graphics.drawImage(picture, 0, 0, null);
        graphics.dispose();
        return turned;
    }

    static byte[] file(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, format, bytes)) {
            throw new IOException("no writer for " + format);
        }
        return bytes.toByteArray();
    }

    static byte[] jpeg(BufferedImage picture, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam wish = writer.getDefaultWriteParam();
        wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        wish.setCompressionQuality(quality);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), wish);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /// Black and white pages in one TIFF, as a fax machine stores them.
    static byte[] fax(List<BufferedImage> pages) throws IOException {
        ImageWriter writer = null;
        for (Iterator<ImageWriter> all = ImageIO.getImageWritersByFormatName("tiff"); all.hasNext(); ) {
            ImageWriter next = all.next();
            writer = next.getClass().getName().startsWith("com.sun") ? next : writer;
        }
        if (writer == null) {
            throw new IOException("no TIFF writer");
        }
        ImageWriteParam wish = writer.getDefaultWriteParam();
        wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        wish.setCompressionType("CCITT T.6");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(blackAndWhite(page), null, null), wish);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static BufferedImage blackAndWhite(BufferedImage page) {
        BufferedImage fax = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                fax.getRaster().setSample(x, y, 0, (page.getRGB(x, y) & 0xff) > 150 ? 1 : 0);
            }
        }
        return fax;
    }
}
