package org.cairn.ui.common;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cairn.progress.Progress;

/// Long work that stands still until a test lets it go on: what a person does meanwhile can be tried without threads.
public final class HeldTasks extends PassedOn {

    private final Deque<Runnable> held = new ArrayDeque<>();

    public HeldTasks() {
        super(new DirectTasks());
    }

    /// Does the work that was begun first, and hands its outcome over.
    public void goOn() {
        held.removeFirst().run();
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
}
