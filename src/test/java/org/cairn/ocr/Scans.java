package org.cairn.ocr;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/// Scans that never were on paper: text drawn with our fonts, a little crooked, with dust on it.
public final class Scans {

    private static final Optional<Tesseract> INSTALLED = Tesseract.find(Optional.empty());
    private static final int MARGIN = 120;

    private Scans() {}

    /// The program, or no test.
    public static Tesseract tesseract(String... packs) {
        assumeTrue(INSTALLED.isPresent(), "tesseract is not installed here");
        List.of(packs)
                .forEach(pack ->
                        assumeTrue(INSTALLED.get().packs().contains(pack), "tesseract has no pack " + pack + " here"));
        return INSTALLED.get();
    }

    /// A page of lines.
    ///
    /// @param font a file of `resources/fonts`
    public static BufferedImage page(String font, boolean fromTheRight, String... lines) {
        int width = 1500;
        int height = 2 * MARGIN + lines.length * 90;
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(245, 245, 245));
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setFont(font(font).deriveFont(42f));
        pen.setColor(new Color(35, 35, 35));
        pen.rotate(0.003, width / 2.0, height / 2.0);
        for (int i = 0; i < lines.length; i++) {
            int across = pen.getFontMetrics().stringWidth(lines[i]);
            pen.drawString(lines[i], fromTheRight ? width - MARGIN - across : MARGIN, MARGIN + 60 + i * 90);
        }
        pen.dispose();
        Random dust = new Random(42);
        for (int i = 0; i < width * height / 400; i++) {
            int grey = 150 + dust.nextInt(100);
            image.setRGB(dust.nextInt(width), dust.nextInt(height), grey << 16 | grey << 8 | grey);
        }
        return image;
    }

    /// The same for recognising.
    public static GreyPage grey(BufferedImage image) {
        int[] dots = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return GreyPage.of(image.getWidth(), image.getHeight(), dots, 300).dusted();
    }

    private static Font font(String name) {
        try (InputStream file = Objects.requireNonNull(Scans.class.getResourceAsStream("/fonts/" + name), name)) {
            return Font.createFont(Font.TRUETYPE_FONT, file);
        } catch (IOException | FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
