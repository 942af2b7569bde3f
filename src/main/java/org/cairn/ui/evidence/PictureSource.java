package org.cairn.ui.evidence;

import java.nio.channels.SeekableByteChannel;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.cairn.progress.CancelledException;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.pages.Pictures;
import org.jspecify.annotations.Nullable;

/// The file of pictures that is being looked at: opened away from the screen, asked for one picture at a time, and
/// closed when another takes its place.
final class PictureSource implements AutoCloseable {

    private final Tasks tasks;
    private volatile @Nullable Opening opening;

    /// One picture, and how many the file holds.
    record Shown(Pictures.Drawn drawn, int pictures) {}

    PictureSource(Tasks tasks) {
        this.tasks = tasks;
    }

    /// Looks at another file from now on.
    ///
    /// @param bytes gives its bytes, away from the screen
    void open(Callable<? extends SeekableByteChannel> bytes) {
        close();
        opening = new Opening(bytes);
    }

    /// Gives a picture of the file.
    ///
    /// @param number from 1
    void picture(int number, Consumer<Shown> then, Consumer<? super Throwable> otherwise) {
        Opening mine = opening;
        if (mine == null) {
            return;
        }
        tasks.look(
                () -> mine.draw(number),
                shown -> {
                    if (mine.equals(opening)) {
                        then.accept(shown);
                    }
                },
                failure -> {
                    if (mine.equals(opening)) {
                        otherwise.accept(failure);
                    }
                });
    }

    @Override
    public void close() {
        Opening open = opening;
        opening = null;
        if (open != null) {
            open.close();
        }
    }

    /// A file that is opened when its first picture is asked for.
    private final class Opening {

        private final Callable<? extends SeekableByteChannel> bytes;
        private @Nullable Pictures pictures;
        private boolean closed;

        Opening(Callable<? extends SeekableByteChannel> bytes) {
            this.bytes = bytes;
        }

        Shown draw(int number) throws Exception {
            Pictures open = pictures();
            return new Shown(open.draw(number), open.count());
        }

        private Pictures pictures() throws Exception {
            synchronized (this) {
                if (pictures != null) {
                    return pictures;
                }
            }
            Pictures opened = Pictures.of(tasks.drawing(), bytes.call());
            synchronized (this) {
                if (closed) {
                    opened.close();
                    throw new CancelledException();
                }
                pictures = opened;
                return opened;
            }
        }

        synchronized void close() {
            closed = true;
            if (pictures != null) {
                pictures.close();
            }
        }
    }
}
