package org.cairn.archive;

import java.nio.channels.SeekableByteChannel;
import org.cairn.drawing.Dots;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.PdfDrawing;
import org.cairn.drawing.PictureDrawing;
import org.cairn.drawing.Size;
import org.cairn.ocr.GreyPage;

/// The pages of an item, drawn as finely as letters need; each in a process apart.
sealed interface ItemPages extends AutoCloseable {

    /// As finely as a scanner does it.
    int DOTS_PER_INCH = 300;

    /// How many there are.
    int count();

    /// One of them, upright.
    ///
    /// @param page from 1
    /// @throws NotDrawable when it cannot be drawn within the limits
    GreyPage draw(int page);

    @Override
    void close();

    /// Opens an item. The channel is closed with it.
    ///
    /// @throws NotDrawable when it is no document that can be drawn
    static ItemPages open(DrawingProcesses processes, String mediaType, SeekableByteChannel bytes) {
        return mediaType.equals("application/pdf")
                ? new OfPdf(new PdfDrawing(processes, bytes))
                : new OfPictures(new PictureDrawing(processes, bytes));
    }

    /// Of a PDF.
    record OfPdf(PdfDrawing file) implements ItemPages {

        private static final double POINTS = 72;
        /// A page as large as a wall is drawn more coarsely.
        private static final int WIDEST = 6_000;

        @Override
        public int count() {
            return file.count();
        }

        @Override
        public GreyPage draw(int page) {
            Size size = file.size(page);
            int width = (int) Math.clamp(Math.round(size.width() / POINTS * DOTS_PER_INCH), 1, WIDEST);
            Dots dots = file.draw(page, width);
            int fine = (int) Math.round(dots.width() / Math.max(1, size.width()) * POINTS);
            return GreyPage.of(dots.width(), dots.height(), dots.rows(), fine).dusted();
        }

        @Override
        public void close() {
            file.close();
        }
    }

    /// Of a picture, or of several in one file.
    record OfPictures(PictureDrawing file) implements ItemPages {

        @Override
        public int count() {
            return file.count();
        }

        /// Nobody knows how large the paper was: a sheet fills the picture, mostly.
        @Override
        public GreyPage draw(int page) {
            PictureDrawing.Drawn drawn = file.draw(page);
            Dots dots = drawn.dots();
            return GreyPage.of(dots.width(), dots.height(), dots.rows(), DOTS_PER_INCH)
                    .dusted()
                    .turned(drawn.turn())
                    .enlargedIfSmall();
        }

        @Override
        public void close() {
            file.close();
        }
    }
}
