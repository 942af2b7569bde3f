package org.cairn.drawing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.cairn.pdf.OpenedPdf;
import org.jspecify.annotations.Nullable;

/// A PDF inside the drawing process. Pages count from 1.
final class DrawnPdf {

    private static final int MOST_DOTS = 24_000_000;

    private final PDDocument document;
    private final List<COSDictionary> pages;
    private final boolean searched;
    private @Nullable OnePage found;
    private int foundNumber;
    private @Nullable WordPlaces lookedAt;
    private int lookedAtPage;

    DrawnPdf(PipedBytes bytes) throws IOException {
        this(new PipedPdf(bytes));
    }

    DrawnPdf(RandomAccessRead bytes) throws IOException {
        OpenedPdf opened = OpenedPdf.open(bytes, "", IOUtils.createMemoryOnlyStreamCache());
        document = opened.document();
        pages = opened.pages();
        searched = opened.damaged();
    }

    int count() {
        return pages.size();
    }

    /// Whether the way to the pages was broken, so that they had to be searched for.
    boolean searched() {
        return searched;
    }

    /// The size of a page as it is shown.
    Size size(int page) throws IOException {
        PDPage found = only(page).page();
        PDRectangle box = found.getCropBox();
        boolean turned = found.getRotation() % 180 != 0;
        return turned ? new Size(box.getHeight(), box.getWidth()) : new Size(box.getWidth(), box.getHeight());
    }

    private OnePage only(int page) throws IOException {
        OnePage known = found;
        if (known == null || foundNumber != page) {
            if (page < 1 || page > pages.size()) {
                throw new IOException("no such page");
            }
            known = new OnePage(document, pages.get(page - 1));
            found = known;
            foundNumber = page;
        }
        return known;
    }

    Dots draw(int page, int width) throws IOException {
        return draw(page, width, false);
    }

    /// @param finely for what is kept of the page: pictures larger than they are shown are read whole, and not every
    ///     second or third dot, and a page of which something cannot be drawn is not drawn at all
    Dots draw(int page, int width, boolean finely) throws IOException {
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
            PatientDrawing renderer = new PatientDrawing(only(page));
            renderer.setSubsamplingAllowed(!finely);
            pen.setBackground(Color.WHITE); // the renderer clears the page with it
            pen.clearRect(0, 0, across, down);
            paint(renderer, pen, (float) scale);
            if (finely && !renderer.drewAll()) {
                throw new IOException("not all of it can be drawn");
            }
        } finally {
            pen.dispose();
        }
        return new Dots(across, down, ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData());
    }

    /// A page that breaks off shows what was painted before.
    private static void paint(PatientDrawing renderer, Graphics2D pen, float scale) throws IOException {
        try {
            renderer.renderPageToGraphics(0, pen, scale);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            renderer.brokeOff();
            if (!renderer.paintedSomething()) {
                throw e;
            }
        }
        if (!renderer.showsSomething()) {
            throw new IOException("nothing on it can be drawn");
        }
    }

    /// Asked word by word: the letters of the page are looked at once.
    List<Box> places(int page, String words) throws IOException {
        WordPlaces known = lookedAt;
        if (known == null || lookedAtPage != page) {
            known = new WordPlaces(only(page), size(page));
            lookedAt = known;
            lookedAtPage = page;
        }
        return known.of(words);
    }

    /// The words of a page with their places.
    List<Word> words(int page) throws IOException {
        return new PageWords(only(page), size(page)).all();
    }

    /// The letters of a page with their places.
    List<Letter> letters(int page) throws IOException {
        return new PageLetters(only(page), size(page)).all();
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
        stripper.extractRegions(only(page).page());
        return stripper.getTextForRegion("part").strip();
    }
}
