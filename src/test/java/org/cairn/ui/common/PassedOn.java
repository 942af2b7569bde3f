package org.cairn.ui.common;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ObservableList;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;

/// Work that others do, but for what a test wants otherwise.
public abstract class PassedOn implements Tasks {

    protected final Tasks direct;

    /// Passes work on to these.
    protected PassedOn(Tasks direct) {
        this.direct = direct;
    }

    @Override
    public <T> void fetch(Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> otherwise) {
        direct.fetch(work, then, otherwise);
    }

    @Override
    public DrawingProcesses drawing() {
        return direct.drawing();
    }

    @Override
    public <T> Job start(
            String title,
            Function<? super Progress, ? extends T> work,
            Consumer<? super T> then,
            Consumer<? super Throwable> otherwise) {
        return direct.start(title, work, then, otherwise);
    }

    @Override
    public Timer every(Duration period, Runnable action) {
        return direct.every(period, action);
    }

    @Override
    public ObservableList<Job> jobs() {
        return direct.jobs();
    }
}
