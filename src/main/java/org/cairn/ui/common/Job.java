package org.cairn.ui.common;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.cairn.progress.Progress;
import org.jspecify.annotations.Nullable;

/// Long work as the progress area shows it: a title, how far it is, and a way to stop it.
public final class Job implements Progress {

    private record Step(String stage, long done, long total) {
        @Override
        public String toString() {
            return "Step";
        }
    }

    private final String title;
    private final Consumer<Runnable> toDesk;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicReference<@Nullable Step> latest = new AtomicReference<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ReadOnlyStringWrapper stage = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(-1);

    /// @param toDesk hands an action to where view models live
    Job(String title, Consumer<Runnable> toDesk) {
        this.title = title;
        this.toDesk = toDesk;
    }

    /// What is going on, in the person's language.
    public String title() {
        return title;
    }

    /// The code of the stage it is in (`hash`, `seal`, `write`…), empty at first.
    public ReadOnlyStringProperty stageProperty() {
        return stage.getReadOnlyProperty();
    }

    /// How far it is, 0 to 1; -1 where nobody knows.
    public ReadOnlyDoubleProperty fractionProperty() {
        return fraction.getReadOnlyProperty();
    }

    /// Asks it to stop at the next whole step.
    public void cancel() {
        cancelled.set(true);
    }

    /// Waits until it has ended, or not longer than the time given.
    ///
    /// @return whether it has ended
    public boolean await(Duration longest) throws InterruptedException {
        return ended.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void step(String stageCode, long done, long total) {
        // many steps between two pictures: only the latest reaches the screen
        if (latest.getAndSet(new Step(stageCode, done, total)) == null) {
            toDesk.accept(this::show);
        }
    }

    @Override
    public boolean cancelled() {
        return cancelled.get();
    }

    void end() {
        ended.countDown();
    }

    private void show() {
        Step step = latest.getAndSet(null);
        if (step != null) {
            stage.set(step.stage());
            fraction.set(step.total() <= 0 ? -1 : Math.min(1.0, (double) step.done() / step.total()));
        }
    }
}
