package org.cairn.ui.evidence;

import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.cairn.drawing.Box;
import org.cairn.drawing.NotDrawable;
import org.cairn.progress.CancelledException;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.documents.RecognisedBoxes;
import org.cairn.ui.pages.Pictures;
import org.jspecify.annotations.Nullable;

/// The file of pictures that is being looked at: opened away from the screen, asked for one picture at a time, and
/// closed when another takes its place.
final class PictureSource implements AutoCloseable {

    private final Tasks tasks;
    private volatile @Nullable Opening opening;
    private volatile IntFunction<List<Box>> also = page -> List.of();
    private final IntegerProperty number = new SimpleIntegerProperty(0);

    /// One picture, and how many the file holds.
    ///
    /// @param marks boxes on the picture as it is before it is turned
    /// @param apart whether a program of others decoded it
    record Shown(Pictures.Drawn drawn, int pictures, List<Box> marks, boolean apart) {}

    PictureSource(Tasks tasks) {
        this.tasks = tasks;
    }

    /// Looks at another file from now on.
    ///
    /// @param bytes gives its bytes, away from the screen
    void open(Callable<? extends SeekableByteChannel> bytes) {
        open(bytes, () -> {
            throw new NotDrawable(NotDrawable.Reason.COMPRESSION);
        });
    }

    /// The same of a file whose own picture may not be drawn here.
    ///
    /// @param decoded gives the picture as a program of others decodes it, away from the screen
    void open(Callable<? extends SeekableByteChannel> bytes, Callable<? extends SeekableByteChannel> decoded) {
        close();
        opening = new Opening(bytes, decoded);
    }

    /// Which one is looked at, from 1; 0 before any is.
    ReadOnlyIntegerProperty numberProperty() {
        return number;
    }

    /// Boxes words that a machine recognised.
    ///
    /// @param more where they stand on a picture that is upright, asked away from the screen
    void alsoMark(IntFunction<List<Box>> more) {
        also = more;
    }

    /// Gives a picture of the file.
    ///
    /// @param number from 1
    void picture(int number, Consumer<Shown> then, Consumer<? super Throwable> otherwise) {
        Opening mine = opening;
        this.number.set(number);
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

    /// Boxes anew what is sought on a picture that is shown.
    ///
    /// @param turn by how many quarters it is turned to stand upright
    void marks(int number, int turn, Consumer<List<Box>> then) {
        Opening mine = opening;
        IntFunction<List<Box>> asked = also;
        tasks.look(
                () -> RecognisedBoxes.before(turn, asked.apply(number)),
                boxes -> {
                    if (mine != null && mine.equals(opening)) {
                        then.accept(boxes);
                    }
                },
                failure -> {
                    // the picture itself says what is wrong with the file
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
        private final Callable<? extends SeekableByteChannel> decoded;
        private @Nullable Pictures pictures;
        private volatile boolean apart;
        private boolean closed;

        Opening(Callable<? extends SeekableByteChannel> bytes, Callable<? extends SeekableByteChannel> decoded) {
            this.bytes = bytes;
            this.decoded = decoded;
        }

        Shown draw(int number) throws Exception {
            Pictures open = pictures();
            Pictures.Drawn drawn = open.draw(number);
            return new Shown(drawn, open.count(), RecognisedBoxes.before(drawn.turn(), also.apply(number)), apart);
        }

        private Pictures pictures() throws Exception {
            synchronized (this) {
                if (pictures != null) {
                    return pictures;
                }
            }
            Pictures opened = opened();
            synchronized (this) {
                if (closed) {
                    opened.close();
                    throw new CancelledException();
                }
                pictures = opened;
                return opened;
            }
        }

        private Pictures opened() throws Exception {
            try {
                return Pictures.of(tasks.drawing(), bytes.call());
            } catch (NotDrawable e) {
                if (e.reason() != NotDrawable.Reason.COMPRESSION) {
                    throw e;
                }
                SeekableByteChannel made = decoded.call();
                apart = true;
                return Pictures.of(tasks.drawing(), made);
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
