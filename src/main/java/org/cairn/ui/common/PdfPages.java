package org.cairn.ui.common;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.channels.SeekableByteChannel;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadView;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;
import org.cairn.domain.ArchiveException;
import org.cairn.progress.CancelledException;
import org.jspecify.annotations.Nullable;

/// The pages of a PDF as pictures, and where words stand on them. Nothing of it is ever written to disk.
///
/// Every method may take long: call them through [Tasks] only. One caller at a time, the others wait. Pictures are kept
/// within a fixed amount of memory, the ones seen last longest.
public final class PdfPages implements AutoCloseable {

    private static final long PICTURE_BYTES = 96L << 20;
    private static final int MOST_PIXELS = 24_000_000;

    /// The size of a page as it is shown, in points (1/72 inch).
    public record Size(double width, double height) {}

    /// Where something stands on a page, each value a fraction of the page's width or height from its top left.
    public record Box(double x, double y, double width, double height) {}

    private record Key(int page, int width) {}

    /// The file is whole as it came, but its pages cannot be drawn: that is no damage to the archive.
    public static final class NotDrawable extends RuntimeException {
        NotDrawable(IOException cause) {
            super("notDrawable", cause);
        }
    }

    private final PDDocument document;
    private final PDFRenderer renderer;
    private final Map<Key, Image> pictures = new LinkedHashMap<>(16, 0.75f, true);
    private long held;
    private boolean closed;

    private PdfPages(RandomAccessRead source) {
        // the JDK's picture readers would otherwise set pictures aside in clear in the temporary folder
        ImageIO.setUseCache(false);
        try {
            document = Loader.loadPDF(source, "", null, null, IOUtils.createMemoryOnlyStreamCache());
        } catch (IOException e) {
            throw new NotDrawable(e);
        }
        renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
    }

    /// The pages of a PDF in memory.
    ///
    /// @throws NotDrawable when it is no PDF that can be read: locked, damaged before it came, or something else
    public static PdfPages of(byte[] pdf) {
        return new PdfPages(new RandomAccessReadBuffer(pdf));
    }

    /// The pages of a PDF read piece by piece, such as sealed evidence. The channel is closed with the pages.
    ///
    /// @throws NotDrawable when it is no PDF that can be read: locked, damaged before it came, or something else
    public static PdfPages of(SeekableByteChannel pdf) {
        return new PdfPages(new Channel(pdf));
    }

    /// How many pages there are.
    public synchronized int count() {
        return document.getNumberOfPages();
    }

    /// The size of a page as shown.
    ///
    /// @param page from 1
    public synchronized Size size(int page) {
        PDPage found = document.getPage(page - 1);
        PDRectangle box = found.getCropBox();
        boolean turned = found.getRotation() % 180 != 0;
        return turned ? new Size(box.getHeight(), box.getWidth()) : new Size(box.getWidth(), box.getHeight());
    }

    /// A page as a picture of a given width.
    ///
    /// @param page from 1
    /// @param width in pixels of the screen
    public synchronized Image picture(int page, int width) {
        if (closed) {
            throw new CancelledException(); // asked for before somebody went elsewhere
        }
        Key key = new Key(page, width);
        Image known = pictures.get(key);
        if (known == null) {
            known = draw(page, width);
            pictures.put(key, known);
            held += bytes(known);
            forgetOldest();
        }
        return known;
    }

    /// Where some words stand on a page, case and accents aside; a phrase may run over the end of a line.
    ///
    /// @param page from 1
    public synchronized List<Box> boxes(int page, String words) {
        String wanted = folded(words).strip().replaceAll("\\s+", " ");
        return wanted.isEmpty() ? List.of() : new Places(page).of(wanted);
    }

    /// The text of a page in reading order.
    ///
    /// @param page from 1
    public synchronized String text(int page) {
        try {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            stripper.setSortByPosition(true);
            return stripper.getText(document);
        } catch (IOException e) {
            throw new NotDrawable(e);
        }
    }

    /// The text within a part of a page, in reading order.
    ///
    /// @param page from 1
    public synchronized String text(int page, Box part) {
        if (closed) {
            throw new CancelledException();
        }
        Size size = size(page);
        try {
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
        } catch (IOException e) {
            throw new NotDrawable(e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        pictures.clear();
        held = 0;
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Image draw(int page, int width) {
        Size size = size(page);
        double scale = width / Math.max(1, size.width());
        double pixels = width * size.height() * scale;
        if (pixels > MOST_PIXELS) {
            scale *= Math.sqrt(MOST_PIXELS / pixels);
        }
        int across = (int) Math.max(1, Math.round(size.width() * scale));
        int down = (int) Math.max(1, Math.round(size.height() * scale));
        BufferedImage canvas = new BufferedImage(across, down, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D pen = canvas.createGraphics();
        try {
            pen.setBackground(Color.WHITE); // the renderer clears the page with it
            pen.clearRect(0, 0, across, down);
            renderer.renderPageToGraphics(page - 1, pen, (float) scale);
        } catch (IOException e) {
            throw new NotDrawable(e);
        } finally {
            pen.dispose();
        }
        int[] data = ((DataBufferInt) canvas.getRaster().getDataBuffer()).getData();
        return new WritableImage(
                new PixelBuffer<>(across, down, IntBuffer.wrap(data), PixelFormat.getIntArgbPreInstance()));
    }

    private void forgetOldest() {
        while (held > PICTURE_BYTES && pictures.size() > 1) {
            Key oldest = pictures.keySet().iterator().next();
            Image gone = pictures.remove(oldest);
            held -= gone == null ? 0 : bytes(gone);
        }
    }

    private static long bytes(Image picture) {
        return (long) (picture.getWidth() * picture.getHeight() * Integer.BYTES);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /// The letters of one page with the place of each.
    private final class Places extends PDFTextStripper {

        private final StringBuilder letters = new StringBuilder();
        private final List<@Nullable Box> boxes = new ArrayList<>();
        private final Size size;

        Places(int page) {
            size = size(page);
            setStartPage(page);
            setEndPage(page);
            setSortByPosition(true);
            try {
                writeText(PdfPages.this.document, new StringWriter()); // the stripper has a document of its own
            } catch (IOException e) {
                throw new NotDrawable(e);
            }
        }

        @Override
        protected void writeString(String text, List<TextPosition> positions) {
            for (TextPosition position : positions) {
                Box box = box(position);
                String unicode = position.getUnicode();
                for (char letter : folded(unicode == null ? "" : unicode).toCharArray()) {
                    letters.append(letter);
                    boxes.add(box);
                }
            }
        }

        @Override
        protected void writeWordSeparator() {
            gap();
        }

        @Override
        protected void writeLineSeparator() {
            gap();
        }

        List<Box> of(String wanted) {
            List<Box> found = new ArrayList<>();
            for (int at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + wanted.length())) {
                found.addAll(joined(at, at + wanted.length()));
            }
            return found;
        }

        private void gap() {
            if (!letters.isEmpty() && letters.charAt(letters.length() - 1) != ' ') {
                letters.append(' ');
                boxes.add(null);
            }
        }

        private Box box(TextPosition position) {
            double height = Math.max(position.getHeight(), position.getFontSizeInPt() * 0.7);
            return new Box(
                    position.getX() / size.width(),
                    (position.getY() - height * 1.05) / size.height(),
                    position.getWidth() / size.width(),
                    height * 1.3 / size.height());
        }

        /// One box for what stands on one line.
        private List<Box> joined(int start, int end) {
            List<Box> lines = new ArrayList<>();
            for (int i = start; i < end; i++) {
                Box next = boxes.get(i);
                if (next == null) {
                    continue;
                }
                if (!lines.isEmpty() && Math.abs(lines.getLast().y() - next.y()) < next.height() / 2) {
                    lines.set(lines.size() - 1, around(lines.getLast(), next));
                } else {
                    lines.add(next);
                }
            }
            return lines;
        }

        private static Box around(Box a, Box b) {
            double x = Math.min(a.x(), b.x());
            double y = Math.min(a.y(), b.y());
            double right = Math.max(a.x() + a.width(), b.x() + b.width());
            double bottom = Math.max(a.y() + a.height(), b.y() + b.height());
            return new Box(x, y, right - x, bottom - y);
        }
    }

    /// A channel as the PDF library reads it.
    private static final class Channel implements RandomAccessRead {

        private final SeekableByteChannel from;

        Channel(SeekableByteChannel from) {
            this.from = from;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 1 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return whole(() -> from.read(ByteBuffer.wrap(into, offset, length)));
        }

        @Override
        public long getPosition() {
            return whole(from::position);
        }

        @Override
        public void seek(long position) {
            whole(() -> from.position(Math.min(position, from.size())));
        }

        @Override
        public long length() {
            return whole(from::size);
        }

        @Override
        public boolean isClosed() {
            return !from.isOpen();
        }

        @Override
        public boolean isEOF() {
            return getPosition() >= length();
        }

        @Override
        public RandomAccessReadView createView(long start, long length) {
            return new RandomAccessReadView(this, start, length);
        }

        @Override
        public void close() throws IOException {
            from.close();
        }

        /// What goes wrong here is the sealed file itself, and so the archive's affair; not the PDF in it.
        private static <T> T whole(Callable<T> read) {
            try {
                return read.call();
            } catch (IOException e) {
                throw new ArchiveException.Damaged("file");
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
