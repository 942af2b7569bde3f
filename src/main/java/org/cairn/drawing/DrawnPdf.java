package org.cairn.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.jspecify.annotations.Nullable;

/// A PDF inside the drawing process. Pages count from 1.
final class DrawnPdf {

    private static final int MOST_DOTS = 24_000_000;

    private final PDDocument document;
    private final PDFRenderer renderer;
    private @Nullable WordPlaces lookedAt;
    private int lookedAtPage;

    DrawnPdf(PipedBytes bytes) throws IOException {
        document = Loader.loadPDF(new PipedPdf(bytes), "", null, null, IOUtils.createMemoryOnlyStreamCache());
        renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
    }

    int count() {
        return document.getNumberOfPages();
    }

    /// The size of a page as it is shown.
    Size size(int page) {
        PDPage found = document.getPage(page - 1);
        PDRectangle box = found.getCropBox();
        boolean turned = found.getRotation() % 180 != 0;
        return turned ? new Size(box.getHeight(), box.getWidth()) : new Size(box.getWidth(), box.getHeight());
    }

    Dots draw(int page, int width) throws IOException {
        Size size = size(page);
        double scale = width / Math.max(1, size.width());
        double dots = width * size.height() * scale;
        if (dots > MOST_DOTS) {
            scale *= Math.sqrt(MOST_DOTS / dots);
        }
        int across = (int) Math.max(1, Math.round(size.width() * scale));
        int down = (int) Math.max(1, Math.round(size.height() * scale));
        BufferedImage canvas = new BufferedImage(across, down, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D pen = canvas.createGraphics();
        try {
            pen.setBackground(Color.WHITE); // the renderer clears the page with it
            pen.clearRect(0, 0, across, down);
            renderer.renderPageToGraphics(page - 1, pen, (float) scale);
        } finally {
            pen.dispose();
        }
        return new Dots(across, down, ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData());
    }

    /// Asked word by word: the letters of the page are looked at once.
    List<Box> places(int page, String words) throws IOException {
        WordPlaces known = lookedAt;
        if (known == null || lookedAtPage != page) {
            known = new WordPlaces(document, page, size(page));
            lookedAt = known;
            lookedAtPage = page;
        }
        return known.of(words);
    }

    /// The words of a page with their places.
    List<Word> words(int page) throws IOException {
        return new PageWords(document, page, size(page)).all();
    }

    /// The text within a part of a page, in reading order.
    String text(int page, Box part) throws IOException {
        Size size = size(page);
        PDFTextStripperByArea stripper = new PDFTextStripperByArea();
        stripper.setSortByPosition(true);
        stripper.addRegion(
                "part",
                new Rectangle2D.Double(
                        part.x() * size.width(),
                        part.y() * size.height(),
                        part.width() * size.width(),
                        part.height() * size.height()));
        stripper.extractRegions(document.getPage(page - 1));
        return stripper.getTextForRegion("part").strip();
    }
}
