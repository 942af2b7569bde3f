package org.cairn.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;

/// Pictures that look nearly the same have nearly the same sketch.
class PictureSketchTest {

    private static final double LIKE = 0.6;

    /// A form filled in by hand: a head and lines that are the same on all, and words that are not.
    private static BufferedImage scan(int seed) {
        Random random = new Random(seed);
        BufferedImage page = new BufferedImage(1200, 1700, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1200, 1700);
        pen.setColor(Color.BLACK);
        pen.fillRect(100, 100, 600, 50);
        for (int line = 0; line < 24; line++) {
            int y = 260 + line * 55;
            int from = 100;
            while (from < 1050 && random.nextInt(9) > 0) {
                int length = 30 + random.nextInt(150);
                pen.fillRect(from, y, length, 24);
                from += length + 14 + random.nextInt(30);
            }
        }
        pen.dispose();
        return page;
    }

    private static BufferedImage scaled(BufferedImage from, int left, int top, int width, int height, double scale) {
        int wide = (int) (width * scale);
        int high = (int) (height * scale);
        BufferedImage to = new BufferedImage(wide, high, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = to.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(from.getSubimage(left, top, width, height), 0, 0, wide, high, null);
        pen.dispose();
        return to;
    }

    private static BufferedImage compressed(BufferedImage picture) throws Exception {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(0.15f);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), how);
        }
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    private static byte[] sketch(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        return PictureSketch.of(width, height, picture.getRGB(0, 0, width, height, null, 0, width))
                .orElseThrow();
    }

    private static double alike(BufferedImage one, BufferedImage other) {
        return PictureSketch.alike(sketch(one), sketch(other));
    }

    private static boolean meet(BufferedImage one, BufferedImage other) {
        Set<Long> parts = new HashSet<>(
                Arrays.stream(PictureSketch.parts(sketch(one))).boxed().toList());
        return Arrays.stream(PictureSketch.parts(sketch(other))).anyMatch(parts::contains);
    }

    @Test
    void staysTheSameWhenAScanIsCompressedAndScaled() throws Exception {
        BufferedImage scan = scan(1);
        BufferedImage other = compressed(scaled(scan, 0, 0, 1200, 1700, 0.4));
        assertThat(alike(scan, other)).isGreaterThan(0.9);
        assertThat(meet(scan, other)).isTrue();
    }

    @Test
    void staysNearlyTheSameWhenAScanIsCutAtItsEdges() {
        BufferedImage scan = scan(2);
        BufferedImage cut = scaled(scan, 12, 17, 1180, 1670, 0.9);
        assertThat(alike(scan, cut)).isGreaterThan(LIKE);
        assertThat(meet(scan, cut)).isTrue();
    }

    @Test
    void tellsAnotherSheetOfTheSameFormFromACopy() throws Exception {
        BufferedImage scan = scan(3);
        double copy = alike(scan, compressed(scan));
        for (int seed = 4; seed < 24; seed++) {
            assertThat(alike(scan, scan(seed))).isLessThan(copy - 0.2).isLessThan(LIKE);
        }
    }

    @Test
    void drawsNothingOfAnEmptySheet() {
        int[] white = new int[100 * 100];
        Arrays.fill(white, 0xFFFFFFFF);
        assertThat(PictureSketch.of(100, 100, white)).isEmpty();
        assertThat(PictureSketch.of(1, 1, new int[] {0xFF000000})).isEmpty();
    }
}
