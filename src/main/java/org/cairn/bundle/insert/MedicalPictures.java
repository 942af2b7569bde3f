package org.cairn.bundle.insert;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.cairn.drawing.Dots;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.PictureDrawing;
import org.jspecify.annotations.Nullable;

/// The pictures of a medical file, drawn as the screen shows them: in a process apart.
public final class MedicalPictures implements AutoCloseable {

    private static final double MOST_DOTS_PER_POINT = 300 / 72.0;

    /// A small picture is blown up, but not beyond what its dots can bear.
    private static final double LARGEST_DOT = 2.5;

    private final PictureDrawing file;
    private final Map<Integer, Placed> placed = new HashMap<>();
    private int inHand;
    private @Nullable BufferedImage drawn;

    /// How large a picture stands on paper.
    ///
    /// @param rows how many dots it is high in the file
    /// @param columns how many it is wide
    /// @param width in points
    /// @param height in points
    /// @param even whether all of its dots are the same
    public record Placed(int rows, int columns, float width, float height, boolean even) {}

    /// Opens a medical file.
    ///
    /// @throws UninsertableException when no picture of it can be drawn, and why
    public MedicalPictures(DrawingProcesses processes, Bytes source) throws IOException, UninsertableException {
        try {
            file = new PictureDrawing(processes, source.open());
        } catch (NotDrawable e) {
            throw refused(e);
        }
    }

    /// How many there are.
    public int count() {
        return file.count();
    }

    /// How one of them stands in a space on the paper; asked again, it is not drawn again.
    ///
    /// @param number from 1
    /// @param width at most, in points
    /// @param height at most, in points
    public Placed place(int number, float width, float height) throws UninsertableException {
        Placed known = placed.get(number);
        if (known != null) {
            return known;
        }
        Dots dots = dots(number);
        double scale = Math.min(LARGEST_DOT, Math.min(width / (double) dots.width(), height / (double) dots.height()));
        Placed now = new Placed(
                dots.height(),
                dots.width(),
                (float) (dots.width() * scale),
                (float) (dots.height() * scale),
                Arrays.stream(dots.rows()).allMatch(dot -> dot == dots.rows()[0]));
        placed.put(number, now);
        keep(number, now, dots);
        return now;
    }

    /// One that was placed, for a document that is to hold it.
    ///
    /// @param number from 1
    public PDImageXObject draw(int number, PDDocument target) throws IOException, UninsertableException {
        BufferedImage image = inHand == number ? drawn : null;
        if (image == null) {
            image = keep(number, Objects.requireNonNull(placed.get(number)), dots(number));
        }
        return LosslessFactory.createFromImage(target, image);
    }

    /// Only the last one is held: a film of large pictures would fill the memory.
    private BufferedImage keep(int number, Placed place, Dots dots) {
        BufferedImage image = image(dots);
        double excess = dots.width() / place.width() / MOST_DOTS_PER_POINT;
        if (excess > 1) {
            image = Pictures.reduced(image, reduced(dots.width(), excess), reduced(dots.height(), excess));
        }
        inHand = number;
        drawn = image;
        return image;
    }

    private Dots dots(int number) throws UninsertableException {
        try {
            return file.draw(number).dots();
        } catch (NotDrawable e) {
            throw refused(e);
        }
    }

    private static int reduced(int dots, double excess) {
        return (int) Math.max(1, Math.round(dots / excess));
    }

    private static BufferedImage image(Dots dots) {
        boolean grey = Arrays.stream(dots.rows())
                .allMatch(dot -> (dot & 0xFF) == (dot >> 8 & 0xFF) && (dot & 0xFF) == (dot >> 16 & 0xFF));
        if (!grey) {
            BufferedImage image = new BufferedImage(dots.width(), dots.height(), BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, dots.width(), dots.height(), dots.rows(), 0, dots.width());
            return image;
        }
        // dot by dot: setting colours would bend the shades
        BufferedImage image = new BufferedImage(dots.width(), dots.height(), BufferedImage.TYPE_BYTE_GRAY);
        int[] shades = Arrays.stream(dots.rows()).map(dot -> dot & 0xFF).toArray();
        image.getRaster().setSamples(0, 0, dots.width(), dots.height(), 0, shades);
        return image;
    }

    private static UninsertableException refused(NotDrawable why) {
        return new UninsertableException(
                switch (why.reason()) {
                    case BROKEN -> UninsertableException.DAMAGED;
                    case COMPRESSION -> UninsertableException.COMPRESSION;
                    case NO_PICTURE -> UninsertableException.NO_PICTURE;
                    case TIME -> UninsertableException.TIME_LIMIT;
                    case MEMORY -> UninsertableException.TOO_LARGE;
                });
    }

    @Override
    public void close() {
        file.close();
    }
}
