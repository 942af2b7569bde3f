package org.cairn.ui.pages;

import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import org.cairn.drawing.Box;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.PictureDrawing;
import org.cairn.drawing.Size;
import org.cairn.drawing.Word;

/// The pictures of a file as pages, such as a fax or a scan of many leaves: no more dots of any than are needed.
public final class PicturePages implements Leaves {

    private final PictureDrawing file;
    private final DrawnBefore drawn = new DrawnBefore();

    private PicturePages(PictureDrawing file) {
        this.file = file;
    }

    /// Opens a file. The channel is closed with the pages.
    ///
    /// @throws org.cairn.drawing.NotDrawable when it is no picture that can be read
    public static PicturePages of(DrawingProcesses processes, SeekableByteChannel bytes) {
        return new PicturePages(new PictureDrawing(processes, bytes));
    }

    @Override
    public int count() {
        return file.count();
    }

    @Override
    public List<Size> sizes(int first, int most) {
        return file.sizes(first, most);
    }

    @Override
    public Image picture(int page, int width) {
        return drawn(page, width).orElseGet(() -> {
            Image fresh = OnScreen.image(file.draw(page, width).dots());
            drawn.keep(page, width, fresh);
            return fresh;
        });
    }

    @Override
    public Optional<Image> drawn(int page, int width) {
        return drawn.find(page, width);
    }

    @Override
    public List<Word> words(int page) {
        return List.of();
    }

    @Override
    public List<Box> boxes(int page, String words) {
        return List.of();
    }

    @Override
    public void abandon() {
        file.abandon();
    }

    @Override
    public void close() {
        file.close();
        drawn.clear();
    }
}
