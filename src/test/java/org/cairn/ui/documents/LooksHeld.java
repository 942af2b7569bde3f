package org.cairn.ui.documents;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ObservableList;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Tasks;

/// Looks at documents that stand still until a test lets them go on.
final class LooksHeld implements Tasks {

    private final DirectTasks direct = new DirectTasks();
    private final Deque<Runnable> held = new ArrayDeque<>();

    /// Does all that was begun, and what is begun meanwhile.
    void finishAll() {
        while (!held.isEmpty()) {
            held.removeFirst().run();
        }
    }

    /// Lets the time of every timer come once.
    void tick() {
        direct.tick();
    }

    @Override
    public <T> void fetch(Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> otherwise) {
        direct.fetch(work, then, otherwise);
    }

    @Override
    public <T> void look(Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> otherwise) {
        held.add(() -> direct.look(work, then, otherwise));
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
