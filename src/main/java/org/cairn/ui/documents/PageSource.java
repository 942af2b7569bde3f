package org.cairn.ui.documents;

import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.cairn.drawing.Box;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.Size;
import org.cairn.progress.CancelledException;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.pages.PdfPages;
import org.jspecify.annotations.Nullable;

/// The PDF that is being looked at, page by page: opened away from the screen, asked for one page at a time, and closed
/// when another takes its place. What arrives late for a page that one has left is dropped; what was not begun yet is
/// not begun any more.
public final class PageSource implements AutoCloseable {

    private final Tasks tasks;
    private final Consumer<? super Throwable> otherwise;
    private final IntegerProperty page = new SimpleIntegerProperty(0);
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(0);
    private @Nullable PdfPages pages;
    private Sought sought = Sought.NOTHING;
    private BiFunction<Integer, Sought, List<Box>> also = (page, words) -> List.of();
    private int opening;
    private final AtomicInteger drawing = new AtomicInteger();

    /// What a page needs before it is drawn.
    public record Face(int page, Size size, List<Box> marks) {}

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
    /// @param bytes gives its bytes, away from the screen
    /// @param then called once its first page can be asked for
    public void open(Callable<? extends SeekableByteChannel> bytes, int at, Sought words, Runnable then) {
        close();
        int mine = opening;
        sought = words;
        tasks.look(
                () -> PdfPages.of(tasks.drawing(), bytes.call()),
                opened -> {
                    if (mine == opening) {
                        pages = opened;
                        count.set(opened.count());
                        page.set(Math.clamp(at, 1, Math.max(1, opened.count())));
                        then.run();
                    } else {
                        opened.close();
                    }
                },
                failure -> {
                    if (mine == opening) {
                        otherwise.accept(failure);
                    }
                });
    }

    /// Boxes also what is not in the document itself, such as words that a machine recognised on its pages.
    ///
    /// @param more where words stand on a page, asked away from the screen
    public void alsoMark(BiFunction<Integer, Sought, List<Box>> more) {
        also = more;
    }

    /// Changes what is boxed.
    public void seek(Sought words) {
        sought = words;
    }

    /// Gives the face of the page that is looked at.
    ///
    /// @param cannot called where that page has none
    public void face(Consumer<Face> then, Consumer<NotDrawable> cannot) {
        PdfPages open = pages;
        if (open == null) {
            return;
        }
        int wanted = page.get();
        Sought words = sought;
        BiFunction<Integer, Sought, List<Box>> more = also;
        tasks.look(
                () -> new Face(
                        wanted,
                        open.size(wanted),
                        Stream.concat(boxes(open, wanted, words).stream(), more.apply(wanted, words).stream())
                                .toList()),
                face -> {
                    if (open.equals(pages) && wanted == page.get()) {
                        then.accept(face);
                    }
                },
                failure -> {
                    if (open.equals(pages) && wanted == page.get()) {
                        tell(failure, cannot);
                    }
                });
    }

    /// Gives the picture of the page that is looked at.
    ///
    /// @param width in pixels
    /// @param cannot called where that page cannot be drawn
    public void picture(int width, Consumer<javafx.scene.image.Image> then, Consumer<NotDrawable> cannot) {
        PdfPages open = pages;
        if (open == null || page.get() < 1) {
            return;
        }
        int mine = drawing.incrementAndGet();
        int wanted = page.get();
        tasks.look(
                () -> {
                    if (mine != drawing.get()) {
                        throw new CancelledException(); // another page, or another width, is wanted by now
                    }
                    return open.picture(wanted, width);
                },
                image -> {
                    if (mine == drawing.get() && open.equals(pages)) {
                        then.accept(image);
                    }
                },
                failure -> {
                    if (mine == drawing.get() && open.equals(pages)) {
                        tell(failure, cannot);
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
        tasks.look(() -> open.text(wanted, part), then, otherwise);
    }

    /// Lets go of the document.
    @Override
    public void close() {
        opening++;
        drawing.incrementAndGet();
        PdfPages open = pages;
        pages = null;
        count.set(0);
        page.set(0);
        if (open != null) {
            open.close();
        }
    }

    private void tell(Throwable failure, Consumer<NotDrawable> cannot) {
        if (failure instanceof NotDrawable page) {
            cannot.accept(page);
        } else {
            otherwise.accept(failure);
        }
    }

    /// A page whose words cannot be found is shown all the same.
    private static List<Box> boxes(PdfPages open, int page, Sought words) {
        try {
            return words.words().stream()
                    .flatMap(word -> open.boxes(page, word).stream())
                    .distinct()
                    .toList();
        } catch (NotDrawable e) {
            return List.of();
        }
    }
}
