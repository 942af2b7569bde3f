package org.cairn.ui.testimony;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/// What somebody draws with a pen, a finger or the mouse: lines of points, in the units of the pad.
final class Strokes {

    private static final int SCALE = 3;
    private static final float PEN = 2.2f;
    private static final double MARGIN = 12;

    private final List<List<Point>> lines = new ArrayList<>();

    record Point(double x, double y) {}

    void begin(double x, double y) {
        List<Point> line = new ArrayList<>();
        line.add(new Point(x, y));
        lines.add(line);
    }

    void go(double x, double y) {
        if (!lines.isEmpty()) {
            lines.getLast().add(new Point(x, y));
        }
    }

    void clear() {
        lines.clear();
    }

    List<List<Point>> lines() {
        return List.copyOf(lines);
    }

    /// Whether there is something that can be a signature: more than a touch.
    boolean drawn() {
        return lines.stream().mapToInt(List::size).sum() > 4;
    }

    /// The drawing as a PNG, black on white, no larger than what was drawn. It is never written to a file.
    byte[] png() {
        double left =
                lines.stream().flatMap(List::stream).mapToDouble(Point::x).min().orElse(0) - MARGIN;
        double top =
                lines.stream().flatMap(List::stream).mapToDouble(Point::y).min().orElse(0) - MARGIN;
        double right =
                lines.stream().flatMap(List::stream).mapToDouble(Point::x).max().orElse(0) + MARGIN;
        double bottom =
                lines.stream().flatMap(List::stream).mapToDouble(Point::y).max().orElse(0) + MARGIN;
        BufferedImage picture = new BufferedImage(
                (int) Math.ceil((right - left) * SCALE),
                (int) Math.ceil((bottom - top) * SCALE),
                BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setColor(Color.BLACK);
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(SCALE, SCALE);
        pen.translate(-left, -top);
        pen.setStroke(new BasicStroke(PEN, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        lines.forEach(line -> pen.draw(path(line)));
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Path2D path(List<Point> line) {
        Path2D path = new Path2D.Double();
        path.moveTo(line.getFirst().x(), line.getFirst().y());
        line.forEach(point -> path.lineTo(point.x(), point.y()));
        return path;
    }
}
