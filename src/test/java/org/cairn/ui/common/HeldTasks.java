package org.cairn.ui.common;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ObservableList;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;

/// Long work that stands still until a test lets it go on: what a person does meanwhile can be tried without threads.
public final class HeldTasks implements Tasks {

    private final DirectTasks direct = new DirectTasks();
    private final Deque<Runnable> held = new ArrayDeque<>();

    /// Does the work that was begun first, and hands its outcome over.
    public void goOn() {
        held.removeFirst().run();
    }

    @Override
    public <T> void fetch(Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> otherwise) {
        direct.fetch(work, then, otherwise);
    }

    @Override
    public <T> void look(Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> otherwise) {
        direct.look(work, then, otherwise);
    }

    @Override
    public void keep(Runnable work, Runnable then, Consumer<? super Throwable> otherwise) {
        direct.keep(work, then, otherwise);
    }

    @Override
    public void atOnce(Runnable work, Runnable then, Consumer<? super Throwable> otherwise) {
        direct.atOnce(work, then, otherwise);
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
        Job job = new Job(title, Runnable::run);
        held.add(() -> direct.fetch(() -> work.apply(job), then, otherwise));
        return job;
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
