package org.cairn.archive;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.cairn.domain.Acquisition;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;

/// What witnesses sign with: the drawing of their hand, the picture of their thumbprint. It becomes an evidence item of
/// theirs, blurred until asked for, which a statement or a consent then names as its proof.
public final class Signatures {

    private static final int SCALE = 3;
    private static final float PEN = 2.2f;
    private static final double MARGIN = 12;

    private final Session session;
    private final Evidence evidence;

    Signatures(Session session, Evidence evidence) {
        this.session = session;
        this.evidence = evidence;
    }

    /// Where the pen was, in points of a pad, from its upper left corner.
    public record Point(double x, double y) {}

    /// Keeps what was drawn, as a picture in black on white.
    ///
    /// @param title a line for lists, without the name
    /// @param lines each from where the pen came down to where it was lifted; at least one
    public Kept keepDrawing(Reference witness, String title, List<List<Point>> lines, FuzzyDate day) {
        byte[] png = png(lines);
        return keep(witness, title, png, "signature.png", "image/png", day);
    }

    /// Keeps the picture of a thumbprint, byte by byte as it is.
    public Kept keepThumbprint(Reference witness, String title, byte[] picture, FuzzyDate day) {
        boolean png = picture.length > 3 && (picture[0] & 0xff) == 0x89 && picture[1] == 'P';
        return keep(
                witness,
                title,
                picture,
                png ? "thumbprint.png" : "thumbprint.jpg",
                png ? "image/png" : "image/jpeg",
                day);
    }

    private Kept keep(
            Reference witness, String title, byte[] picture, String fileName, String mediaType, FuzzyDate day) {
        EvidenceItem item = new EvidenceItem(
                title,
                "PHOTO",
                Optional.of(day),
                Optional.empty(),
                witness.toString(),
                "",
                new Acquisition(witness.toString(), "RECORDED", session.user().name(), Optional.of(day)),
                "ORIGINAL",
                Optional.empty(),
                Optional.empty(),
                Optional.of(witness),
                fileName,
                Fingerprint.of(picture),
                picture.length,
                mediaType,
                Protection.CONFIDENTIAL,
                Set.of("signature"),
                true);
        try {
            return evidence.take(item, new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// No larger than what was drawn. It is made in memory: a picture on its way through a temporary file would lie
    /// there in clear.
    private static byte[] png(List<List<Point>> lines) {
        double left = points(lines).mapToDouble(Point::x).min().orElse(0) - MARGIN;
        double top = points(lines).mapToDouble(Point::y).min().orElse(0) - MARGIN;
        double right = points(lines).mapToDouble(Point::x).max().orElse(0) + MARGIN;
        double bottom = points(lines).mapToDouble(Point::y).max().orElse(0) + MARGIN;
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
        try (MemoryCacheImageOutputStream bytes = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Stream<Point> points(List<List<Point>> lines) {
        return lines.stream().flatMap(List::stream);
    }

    private static Path2D path(List<Point> line) {
        Path2D path = new Path2D.Double();
        path.moveTo(line.getFirst().x(), line.getFirst().y());
        line.forEach(point -> path.lineTo(point.x(), point.y()));
        return path;
    }
}
