package org.cairn.bundle.insert;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.cairn.drawing.Dots;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.PictureDrawing;

/// The pictures of a medical file, drawn as the screen shows them: in a process apart.
public final class MedicalPictures implements AutoCloseable {

    private static final double MOST_DOTS_PER_POINT = 300 / 72.0;

    /// A small picture is blown up, but not beyond what its dots can bear.
    private static final double LARGEST_DOT = 2.5;

    private final PDDocument target;
    private final PictureDrawing file;

    /// A picture, and how large it stands on paper.
    ///
    /// @param rows how many dots it is high in the file
    /// @param columns how many it is wide
    /// @param width in points
    /// @param height in points
    /// @param even whether all of its dots are the same
    public record Placed(PDImageXObject picture, int rows, int columns, float width, float height, boolean even) {}

    /// Opens a medical file.
    ///
    /// @throws UninsertableException when no picture of it can be drawn, and why
    public MedicalPictures(PDDocument target, DrawingProcesses processes, Bytes source)
            throws IOException, UninsertableException {
        this.target = target;
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

    /// One of them, for a space on the paper.
    ///
    /// @param number from 1
    /// @param width at most, in points
    /// @param height at most, in points
    public Placed draw(int number, float width, float height) throws IOException, UninsertableException {
        Dots dots;
        try {
            dots = file.draw(number).dots();
        } catch (NotDrawable e) {
            throw refused(e);
        }
        double scale = Math.min(LARGEST_DOT, Math.min(width / (double) dots.width(), height / (double) dots.height()));
        BufferedImage image = image(dots);
        double excess = 1 / scale / MOST_DOTS_PER_POINT;
        if (excess > 1) {
            image = Pictures.reduced(image, reduced(dots.width(), excess), reduced(dots.height(), excess));
        }
        return new Placed(
                LosslessFactory.createFromImage(target, image),
                dots.height(),
                dots.width(),
                (float) (dots.width() * scale),
                (float) (dots.height() * scale),
                Arrays.stream(dots.rows()).allMatch(dot -> dot == dots.rows()[0]));
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
