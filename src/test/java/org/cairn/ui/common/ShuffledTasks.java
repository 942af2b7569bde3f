package org.cairn.ui.common;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;

/// Work that waits until a test does it, in whatever order several threads might.
public final class ShuffledTasks implements Tasks {

    private final List<Callable<Runnable>> waiting = new ArrayList<>();

    @Override
    public <T> void fetch(Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> otherwise) {
        waiting.add(() -> {
            try {
                T result = work.call();
                return () -> then.accept(result);
            } catch (Exception e) {
                return () -> otherwise.accept(e);
            }
        });
    }

    @Override
    public <T> void look(Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> otherwise) {
        fetch(work, then, otherwise);
    }

    @Override
    public void keep(Runnable work, Runnable then, Consumer<? super Throwable> otherwise) {
        run(work, then, otherwise);
    }

    @Override
    public void atOnce(Runnable work, Runnable then, Consumer<? super Throwable> otherwise) {
        run(work, then, otherwise);
    }

    @Override
    public DrawingProcesses drawing() {
        throw new UnsupportedOperationException("nothing is drawn");
    }

    @Override
    public <T> Job start(
            String title,
            Function<? super Progress, ? extends T> work,
            Consumer<? super T> then,
            Consumer<? super Throwable> otherwise) {
        throw new UnsupportedOperationException("no long work is expected");
    }

    @Override
    public Timer every(Duration period, Runnable action) {
        return () -> {};
    }

    @Override
    public ObservableList<Job> jobs() {
        return FXCollections.observableArrayList();
    }

    /// Does the work that was begun last, and gives what remains to be told where view models live.
    public Runnable last() {
        try {
            return waiting.removeLast().call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Does everything, what was begun last first.
    public void lastFirst() {
        while (!waiting.isEmpty()) {
            last().run();
        }
    }
}
