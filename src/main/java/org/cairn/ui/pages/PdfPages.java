package org.cairn.ui.pages;

import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.image.Image;
import org.cairn.drawing.Box;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.PdfDrawing;
import org.cairn.drawing.Size;
import org.cairn.drawing.Word;

/// The pages of a PDF as pictures, and where words stand on them. Nothing of it is ever written to disk.
///
/// Every method but closing may take long, though never longer than the limits: call them through
/// [org.cairn.ui.common.Tasks#look] only. Each throws [NotDrawable] where the file allows no answer, and
/// [org.cairn.progress.CancelledException] once the pages are closed.
public final class PdfPages implements Leaves {

    private final PdfDrawing file;
    private final DrawnBefore drawn = new DrawnBefore();
    private final Map<Integer, Hopeless> hopeless = new ConcurrentHashMap<>();

    /// A page that could not be drawn is not tried again and again: only much smaller.
    private record Hopeless(int width, NotDrawable.Reason reason) {
        boolean at(int other) {
            return reason == NotDrawable.Reason.BROKEN || other > width / 2;
        }
    }

    private PdfPages(PdfDrawing file) {
        this.file = file;
    }

    /// The pages of a PDF in memory.
    ///
    /// @throws NotDrawable when it is no PDF that can be read: locked, damaged before it came, or something else
    public static PdfPages of(DrawingProcesses processes, byte[] pdf) {
        return new PdfPages(new PdfDrawing(processes, pdf));
    }

    /// The pages of a PDF read piece by piece, such as sealed evidence. The channel is closed with the pages.
    ///
    /// @throws NotDrawable when it is no PDF that can be read: locked, damaged before it came, or something else
    public static PdfPages of(DrawingProcesses processes, SeekableByteChannel pdf) {
        return new PdfPages(new PdfDrawing(processes, pdf));
    }

    @Override
    public int count() {
        return file.count();
    }

    @Override
    public boolean searched() {
        return file.searched();
    }

    /// The size of a page as shown.
    ///
    /// @param page from 1
    public Size size(int page) {
        return file.size(page);
    }

    @Override
    public List<Size> sizes(int first, int most) {
        return file.sizes(first, most);
    }

    @Override
    public Optional<Image> drawn(int page, int width) {
        return drawn.find(page, width);
    }

    @Override
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
            return OnScreen.image(file.draw(page, width));
        } catch (NotDrawable e) {
            hopeless.put(page, new Hopeless(width, e.reason()));
            throw e;
        }
    }

    @Override
    public List<Word> words(int page) {
        return file.words(page);
    }

    /// Where some words stand on a page, case and accents aside; a phrase may run over the end of a line.
    ///
    /// @param page from 1
    @Override
    public List<Box> boxes(int page, String words) {
        return file.boxes(page, words);
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
        return file.text(page, part);
    }

    @Override
    public void abandon() {
        file.abandon();
    }

    /// Lets go of everything, and stops what is being drawn; never waits.
    @Override
    public void close() {
        file.close();
        drawn.clear();
    }
}
