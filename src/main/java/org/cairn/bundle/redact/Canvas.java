package org.cairn.bundle.redact;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.cairn.domain.Area;
import org.cairn.drawing.Box;
import org.cairn.drawing.Dots;

/// The dots of a page, in which places are painted over.
final class Canvas {

    private static final Font LETTERS = letters();
    private static final FontRenderContext CRISP = new FontRenderContext(null, true, true);
    private static final float SMALLEST = 11;
    private static final float LARGEST = 25;
    private static final float SHARE_OF_HEIGHT = 0.62f;
    /// Dots around a box whose shade is partly that of a letter under it.
    private static final int EDGE = 1;
    /// From so great a difference between two of its dots on, something is to be seen in a place.
    private static final int SEEN = 24;

    private final int width;
    private final int height;
    private final int[] rows;
    private final BufferedImage image;

    Canvas(Dots dots) {
        this.width = dots.width();
        this.height = dots.height();
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.rows = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = dots.rows()[i] & 0xFFFFFF; // drawn on white: nothing shines through
        }
    }

    private static Font letters() {
        try (InputStream in = Objects.requireNonNull(Canvas.class.getResourceAsStream("/fonts/NotoSans-Bold.ttf"))) {
            return Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("a shipped font is broken", e);
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int[] rows() {
        return rows;
    }

    BufferedImage image() {
        return image;
    }

    /// Whether there is anything to be seen in a place.
    boolean shows(Box place) {
        int left = Math.clamp((int) Math.floor(place.x() * width), 0, width - 1);
        int right = Math.clamp((int) Math.ceil((place.x() + place.width()) * width), left + 1, width);
        int top = Math.clamp((int) Math.floor(place.y() * height), 0, height - 1);
        int bottom = Math.clamp((int) Math.ceil((place.y() + place.height()) * height), top + 1, height);
        int first = rows[top * width + left];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                if (differ(first, rows[y * width + x])) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean differ(int one, int other) {
        return one != other
                && Math.abs((one >> 16 & 255) - (other >> 16 & 255))
                                + Math.abs((one >> 8 & 255) - (other >> 8 & 255))
                                + Math.abs((one & 255) - (other & 255))
                        > SEEN;
    }

    /// Paints a place over, a little beyond its edge, and writes in it where that fits.
    void cover(Area area, String said) {
        int left = Math.max(0, (int) Math.floor(area.x() * width) - EDGE);
        int top = Math.max(0, (int) Math.floor(area.y() * height) - EDGE);
        int right = Math.min(width, (int) Math.ceil(area.right() * width) + EDGE);
        int bottom = Math.min(height, (int) Math.ceil(area.bottom() * height) + EDGE);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setColor(Color.BLACK);
            pen.fillRect(left, top, right - left, bottom - top);
        } finally {
            pen.dispose();
        }
        write(said, left, top, right - left, bottom - top);
    }

    private void write(String said, int left, int top, int across, int down) {
        float size = Math.min(LARGEST, down * SHARE_OF_HEIGHT);
        if (said.isBlank() || LETTERS.canDisplayUpTo(said) >= 0) {
            return;
        }
        double natural = LETTERS.deriveFont(size).getStringBounds(said, CRISP).getWidth();
        if (natural > across * 0.94) {
            size *= (float) (across * 0.94 / natural);
        }
        if (size < SMALLEST) {
            return;
        }
        Font font = LETTERS.deriveFont(size);
        Rectangle2D bounds = font.createGlyphVector(CRISP, said).getVisualBounds();
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            pen.setFont(font);
            pen.setColor(Color.WHITE);
            pen.drawString(said, (float) (left + (across - bounds.getWidth()) / 2 - bounds.getX()), (float)
                    (top + (down - bounds.getHeight()) / 2 - bounds.getY()));
        } finally {
            pen.dispose();
        }
    }
}
