package org.cairn.ui.pages;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.image.Image;

/// The pages of a PDF as pictures, and where words stand on them. Nothing of it is ever written to disk.
///
/// Every method but closing may take long, though never longer than the limits: call them through
/// [org.cairn.ui.common.Tasks#look] only. Each throws [NotDrawable] where the file allows no answer, and
/// [org.cairn.progress.CancelledException] once the pages are closed.
public final class PdfPages implements AutoCloseable {

    /// The size of a page as it is shown, in points (1/72 inch).
    public record Size(double width, double height) {}

    /// Where something stands on a page, each value a fraction of the page's width or height from its top left.
    public record Box(double x, double y, double width, double height) {

        /// All of a page.
        public static final Box WHOLE = new Box(0, 0, 1, 1);
    }

    private final OpenFile file;
    private final DrawnBefore drawn = new DrawnBefore();
    private final Map<Integer, Hopeless> hopeless = new ConcurrentHashMap<>();

    /// A page that could not be drawn is not tried again and again: only much smaller.
    private record Hopeless(int width, NotDrawable.Reason reason) {
        boolean at(int other) {
            return reason == NotDrawable.Reason.BROKEN || other > width / 2;
        }
    }

    private PdfPages(OpenFile file) {
        this.file = file;
    }

    /// The pages of a PDF in memory.
    ///
    /// @throws NotDrawable when it is no PDF that can be read: locked, damaged before it came, or something else
    public static PdfPages of(DrawingProcesses processes, byte[] pdf) {
        return of(processes, new BytesInMemory(pdf));
    }

    /// The pages of a PDF read piece by piece, such as sealed evidence. The channel is closed with the pages.
    ///
    /// @throws NotDrawable when it is no PDF that can be read: locked, damaged before it came, or something else
    public static PdfPages of(DrawingProcesses processes, SeekableByteChannel pdf) {
        return new PdfPages(new OpenFile(processes, Talk.PDF, pdf));
    }

    /// How many pages there are.
    public int count() {
        return file.count();
    }

    /// The size of a page as shown.
    ///
    /// @param page from 1
    public Size size(int page) {
        return file.ask(
                to -> {
                    to.writeByte(Talk.SIZE);
                    to.writeInt(page);
                },
                from -> new Size(from.readDouble(), from.readDouble()));
    }

    /// A page as a picture of a given width.
    ///
    /// @param page from 1
    /// @param width in pixels of the screen
    public Image picture(int page, int width) {
        return drawn.find(page, width).orElseGet(() -> {
            Hopeless before = hopeless.get(page);
            if (before != null && before.at(width)) {
                throw new NotDrawable(before.reason());
            }
            Image fresh = draw(page, width);
            drawn.keep(page, width, fresh);
            return fresh;
        });
    }

    private Image draw(int page, int width) {
        try {
            return OnScreen.image(file.ask(
                    to -> {
                        to.writeByte(Talk.DRAW);
                        to.writeInt(page);
                        to.writeInt(width);
                    },
                    Talk::readDots));
        } catch (NotDrawable e) {
            hopeless.put(page, new Hopeless(width, e.reason()));
            throw e;
        }
    }

    /// Where some words stand on a page, case and accents aside; a phrase may run over the end of a line.
    ///
    /// @param page from 1
    public List<Box> boxes(int page, String words) {
        return file.ask(
                to -> {
                    to.writeByte(Talk.PLACES);
                    to.writeInt(page);
                    Talk.writeText(to, words);
                },
                PdfPages::readBoxes);
    }

    private static List<Box> readBoxes(DataInputStream from) throws IOException {
        int count = Talk.length(from, Talk.MOST_PLACES);
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boxes.add(Talk.readBox(from));
        }
        return boxes;
    }

    /// The text of a page in reading order.
    ///
    /// @param page from 1
    public String text(int page) {
        return text(page, Box.WHOLE);
    }

    /// The text within a part of a page, in reading order.
    ///
    /// @param page from 1
    public String text(int page, Box part) {
        return file.ask(
                to -> {
                    to.writeByte(Talk.TEXT);
                    to.writeInt(page);
                    Talk.writeBox(to, part);
                },
                Talk::readText);
    }

    /// Lets go of everything, and stops what is being drawn; never waits.
    @Override
    public void close() {
        file.close();
        drawn.clear();
    }
}
