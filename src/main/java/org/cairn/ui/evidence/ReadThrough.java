package org.cairn.ui.evidence;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Page;
import org.cairn.progress.CancelledException;
import org.cairn.ui.common.PagedRows;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.documents.Sought;
import org.cairn.ui.evidence.FindViewModel.Found;
import org.jspecify.annotations.Nullable;

/// Lines of an item's own bytes, read when they come into sight: as text in an encoding, or byte by byte.
final class ReadThrough implements AutoCloseable {

    private static final int AT_ONCE = 1_000;

    /// More lines are not told of: nobody goes through them one by one.
    private static final int MOST_FOUND = 100_000;

    private final Tasks tasks;
    private final Consumer<? super Throwable> otherwise;
    private final PagedRows<String> rows;
    private @Nullable SeekableByteChannel open;
    private volatile @Nullable Made<?> shown;
    private int opening;

    /// Gives lines from one on, at most so many.
    @FunctionalInterface
    interface Lines {
        List<String> of(int first, int most) throws IOException;
    }

    /// What was made of a file.
    ///
    /// @param about what else is to be told of it
    record Made<T>(Lines lines, int count, T about) {}

    /// Makes lines of a file.
    @FunctionalInterface
    interface Making<T> {
        Made<T> of(SeekableByteChannel bytes) throws IOException;
    }

    ReadThrough(Tasks tasks, Consumer<? super Throwable> otherwise) {
        this.tasks = tasks;
        this.otherwise = otherwise;
        this.rows = PagedRows.ofDocument(tasks, otherwise);
    }

    PagedRows<String> rows() {
        return rows;
    }

    /// Reads a file in another way from now on.
    ///
    /// @param bytes gives its bytes, away from the screen
    /// @param then told once its first lines can be shown
    <T> void open(Callable<? extends SeekableByteChannel> bytes, Making<T> making, Consumer<T> then) {
        close();
        int mine = opening;
        tasks.look(
                () -> {
                    SeekableByteChannel channel = bytes.call();
                    try {
                        return new Opened<>(channel, making.of(channel));
                    } catch (IOException | RuntimeException e) {
                        channel.close();
                        throw e;
                    }
                },
                opened -> {
                    if (mine != opening) {
                        shut(opened.bytes());
                        return;
                    }
                    open = opened.bytes();
                    Made<T> made = opened.made();
                    shown = made;
                    rows.show((first, most) -> page(made, first, most), total -> {});
                    then.accept(made.about());
                },
                failure -> {
                    if (mine == opening) {
                        otherwise.accept(failure);
                    }
                });
    }

    /// The lines that hold what is sought; takes as long as the file is long.
    ///
    /// @param wanted whether anybody still waits for it
    List<Found> found(Sought sought, BooleanSupplier wanted) throws IOException {
        Made<?> made = shown;
        List<Found> found = new ArrayList<>();
        for (int first = 0; made != null && first < made.count() && found.size() < MOST_FOUND; first += AT_ONCE) {
            if (!wanted.getAsBoolean()) {
                throw new CancelledException();
            }
            List<String> some = made.lines().of(first, AT_ONCE);
            for (int i = 0; i < some.size(); i++) {
                int times = sought.marksIn(some.get(i)).size();
                if (times > 0) {
                    found.add(new Found(first + i, first + i, -1, times));
                }
            }
        }
        return found;
    }

    private record Opened<T>(SeekableByteChannel bytes, Made<T> made) {}

    private static <T> Page<String> page(Made<T> made, int first, int most) {
        try {
            return new Page<>(made.lines().of(first, most), made.count());
        } catch (IOException e) {
            throw new ArchiveException.Damaged("file");
        }
    }

    private static void shut(SeekableByteChannel bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            // nothing was written to it
        }
    }

    @Override
    public void close() {
        opening++;
        shown = null;
        rows.show((first, most) -> new Page<>(List.of(), 0), none -> {});
        if (open != null) {
            shut(open);
            open = null;
        }
    }
}
