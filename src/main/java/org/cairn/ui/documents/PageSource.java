package org.cairn.ui.documents;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.cairn.ui.common.PdfPages;
import org.cairn.ui.common.PdfPages.Box;
import org.cairn.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/// The PDF that is being looked at, page by page: opened away from the screen, asked for one page at a time, and closed
/// when another takes its place. What arrives late for a page that one has left is dropped.
public final class PageSource implements AutoCloseable {

    private final Tasks tasks;
    private final Consumer<? super Throwable> otherwise;
    private final IntegerProperty page = new SimpleIntegerProperty(0);
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(0);
    private @Nullable PdfPages pages;
    private Sought sought = Sought.NOTHING;
    private int opening;
    private int drawing;

    /// What a page needs before it is drawn.
    public record Face(int page, PdfPages.Size size, List<Box> marks) {}

    public PageSource(Tasks tasks, Consumer<? super Throwable> otherwise) {
        this.tasks = tasks;
        this.otherwise = otherwise;
    }

    /// The page that is looked at, from 1; 0 before anything is open.
    public IntegerProperty pageProperty() {
        return page;
    }

    /// How many pages there are.
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// Opens a document at a page.
    ///
    /// @param open opens it, away from the screen
    /// @param then called once its first page can be asked for
    public void open(Supplier<PdfPages> open, int at, Sought words, Runnable then) {
        close();
        int mine = opening;
        sought = words;
        tasks.fetch(
                () -> {
                    PdfPages opened = open.get();
                    return new Opened(opened, opened.count());
                },
                opened -> {
                    if (mine == opening) {
                        pages = opened.pages();
                        count.set(opened.count());
                        page.set(Math.clamp(at, 1, Math.max(1, opened.count())));
                        then.run();
                    } else {
                        tasks.run(opened.pages()::close, () -> {}, otherwise);
                    }
                },
                failure -> {
                    if (mine == opening) {
                        otherwise.accept(failure);
                    }
                });
    }

    /// Changes what is boxed.
    public void seek(Sought words) {
        sought = words;
    }

    /// Gives the face of the page that is looked at.
    public void face(Consumer<Face> then) {
        PdfPages open = pages;
        if (open == null) {
            return;
        }
        int wanted = page.get();
        Sought words = sought;
        tasks.fetch(
                () -> new Face(wanted, open.size(wanted), boxes(open, wanted, words)),
                face -> {
                    if (open.equals(pages) && wanted == page.get()) {
                        then.accept(face);
                    }
                },
                otherwise);
    }

    /// Gives the picture of the page that is looked at.
    ///
    /// @param width in pixels
    public void picture(int width, Consumer<javafx.scene.image.Image> then) {
        PdfPages open = pages;
        if (open == null || page.get() < 1) {
            return;
        }
        drawing++;
        int mine = drawing;
        int wanted = page.get();
        tasks.fetch(
                () -> open.picture(wanted, width),
                image -> {
                    if (mine == drawing && open.equals(pages)) {
                        then.accept(image);
                    }
                },
                failure -> {
                    if (open.equals(pages)) {
                        otherwise.accept(failure);
                    }
                });
    }

    /// Gives the text in a part of the page that is looked at.
    public void text(Box part, Consumer<String> then) {
        PdfPages open = pages;
        if (open == null || page.get() < 1) {
            return;
        }
        int wanted = page.get();
        tasks.fetch(() -> open.text(wanted, part), then, otherwise);
    }

    /// Lets go of the document.
    @Override
    public void close() {
        opening++;
        drawing++;
        PdfPages open = pages;
        pages = null;
        count.set(0);
        page.set(0);
        if (open != null) {
            tasks.run(open::close, () -> {}, otherwise);
        }
    }

    private static List<Box> boxes(PdfPages open, int page, Sought words) {
        return words.words().stream()
                .flatMap(word -> open.boxes(page, word).stream())
                .distinct()
                .toList();
    }

    private record Opened(PdfPages pages, int count) {}
}
