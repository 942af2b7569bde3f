package org.cairn.ui.common;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ObservableList;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;

/// The only way to start work: it happens elsewhere, its outcome comes back to where view models live.
///
/// [FxTasks] in the program, [DirectTasks] in tests.
public interface Tasks {

    /// Does quick work that needs no entry in the progress area.
    ///
    /// @param work what to do, away from the screen
    /// @param then what to do with its result, where view models live
    /// @param otherwise what to do when it failed
    <T> void fetch(Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> otherwise);

    /// Looks at a document: that takes as long as the document makes it take, and nothing else ever waits for it.
    ///
    /// @param work what to do, away from the screen
    /// @param then what to do with its result, where view models live
    /// @param otherwise what to do when it failed
    default <T> void look(Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> otherwise) {
        fetch(work, then, otherwise);
    }

    /// Keeps what somebody wrote: one after another, in order, and never behind anything but that.
    default void keep(Runnable work, Runnable then, Consumer<? super Throwable> otherwise) {
        run(work, then, otherwise);
    }

    /// Does something at once, whatever else is going on: the lock.
    default void atOnce(Runnable work, Runnable then, Consumer<? super Throwable> otherwise) {
        run(work, then, otherwise);
    }

    /// Where documents are drawn.
    DrawingProcesses drawing();

    /// Does long work: it shows in the progress area and can be cancelled. A cancelled job calls neither consumer.
    ///
    /// @param title what the person is told is going on, in their language
    <T> Job start(
            String title,
            Function<? super Progress, ? extends T> work,
            Consumer<? super T> then,
            Consumer<? super Throwable> otherwise);

    /// Does something again and again where view models live, until the timer is closed.
    Timer every(Duration period, Runnable action);

    /// The long work that is going on, oldest first.
    ObservableList<Job> jobs();

    /// Does quick work without a result.
    default void run(Runnable work, Runnable then, Consumer<? super Throwable> otherwise) {
        fetch(answering(work), done -> then.run(), otherwise);
    }

    /// Work without a result, as work with one.
    static Callable<Boolean> answering(Runnable work) {
        return () -> {
            work.run();
            return Boolean.TRUE;
        };
    }

    /// Something that happens again and again until it is closed.
    interface Timer extends AutoCloseable {
        @Override
        void close();
    }
}
