package org.cairn.bundle.insert;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.util.Optional;

/// Raster pictures made or reduced in memory.
final class Pictures {

    private static final double DOTS_PER_POINT = 300 / 72.0;
    private static final float LARGEST_LETTERS = 11;

    private Pictures() {}

    /// The picture as it looks on paper: in eight bits, in grey where it is grey, nothing showing through.
    static BufferedImage onWhite(BufferedImage image) {
        return drawn(image, image.getWidth(), image.getHeight());
    }

    /// The picture in fewer dots; halved step by step, so that thin lines grow faint rather than vanish.
    static BufferedImage reduced(BufferedImage image, int width, int height) {
        BufferedImage current = image;
        while (current.getWidth() >= 2 * width && current.getHeight() >= 2 * height) {
            current = drawn(current, current.getWidth() / 2, current.getHeight() / 2);
        }
        return drawn(current, width, height);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        boolean grey = image.getColorModel().getColorSpace().getNumComponents() == 1
                && !image.getColorModel().hasAlpha();
        BufferedImage drawn =
                new BufferedImage(width, height, grey ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }

    /// A line of text as large as the box lets it be, or nothing when no font here has its letters.
    static Optional<BufferedImage> ofText(String text, float width, float height) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont((float) (LARGEST_LETTERS * DOTS_PER_POINT));
        String line = text.replaceAll("\\s+", " ");
        int w = (int) Math.min(4000, Math.round(width * DOTS_PER_POINT));
        int h = (int) Math.min(4000, Math.round(height * DOTS_PER_POINT));
        if (font.canDisplayUpTo(line) >= 0 || w < 1 || h < 1) {
            return Optional.empty();
        }
        TextLayout layout = new TextLayout(line, font, new FontRenderContext(null, true, true));
        double fit =
                Math.min(1, Math.min(w / layout.getAdvance(), h / (double) (layout.getAscent() + layout.getDescent())));
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, w, h);
        graphics.setColor(Color.BLACK);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double start = layout.isLeftToRight() ? 0 : w - layout.getAdvance() * fit;
        graphics.translate(start, (h + (layout.getAscent() - layout.getDescent()) * fit) / 2);
        graphics.scale(fit, fit);
        layout.draw(graphics, 0, 0);
        graphics.dispose();
        return Optional.of(image);
    }
}
