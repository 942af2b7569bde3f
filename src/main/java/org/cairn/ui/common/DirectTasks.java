package org.cairn.ui.common;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;

/// Work done at once in the caller's thread: the same view models, without a screen and without waiting.
public final class DirectTasks implements Tasks {

    private final ObservableList<Job> jobs = FXCollections.observableArrayList();
    private final List<Runnable> timers = new ArrayList<>();
    /// None is kept warm: nobody closes this.
    private final DrawingProcesses drawing = new DrawingProcesses(new DrawingLimits(Duration.ofSeconds(60), 512, 0));

    @Override
    public <T> void fetch(Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> otherwise) {
        T result;
        try {
            result = work.call();
        } catch (CancelledException e) {
            return;
        } catch (Exception e) {
            otherwise.accept(e);
            return;
        }
        then.accept(result);
    }

    @Override
    public DrawingProcesses drawing() {
        return drawing;
    }

    @Override
    public <T> Job start(
            String title,
            Function<? super Progress, ? extends T> work,
            Consumer<? super T> then,
            Consumer<? super Throwable> otherwise) {
        Job job = new Job(title, Runnable::run);
        jobs.add(job);
        try {
            fetch(() -> work.apply(job), then, otherwise);
        } finally {
            job.end();
            jobs.remove(job);
        }
        return job;
    }

    @Override
    public Timer every(Duration period, Runnable action) {
        timers.add(action);
        return () -> timers.remove(action);
    }

    @Override
    public ObservableList<Job> jobs() {
        return jobs;
    }

    /// Lets the time of every timer come once.
    public void tick() {
        List.copyOf(timers).forEach(Runnable::run);
    }
}
