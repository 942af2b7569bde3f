package org.cairn.ui.common;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;

/// Work in the running program: background threads, outcomes on the JavaFX thread.
public final class FxTasks implements Tasks, AutoCloseable {

    private static final int QUICK_THREADS = 3;
    private static final int LOOKING_THREADS = 3;

    private final ExecutorService quick = Executors.newFixedThreadPool(QUICK_THREADS, named("cairn-quick"));
    private final ExecutorService looking = Executors.newFixedThreadPool(LOOKING_THREADS, named("cairn-look"));
    private final ExecutorService keeping = Executors.newSingleThreadExecutor(named("cairn-keep"));
    private final ExecutorService urgent = Executors.newCachedThreadPool(named("cairn-lock"));
    private final ExecutorService longWork = Executors.newCachedThreadPool(named("cairn-work"));
    private final ObservableList<Job> jobs = FXCollections.observableArrayList();
    // the list that is shown belongs to the JavaFX thread; whoever ends the program need not be on it
    private final Set<Job> underWay = ConcurrentHashMap.newKeySet();
    private final DrawingProcesses drawing;

    public FxTasks() {
        this(DrawingLimits.DEFAULT);
    }

    /// @param looking what looking at one file may cost
    public FxTasks(DrawingLimits looking) {
        this.drawing = new DrawingProcesses(looking);
    }

    @Override
    public <T> void fetch(Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> otherwise) {
        on(quick, work, then, otherwise);
    }

    @Override
    public <T> void look(Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> otherwise) {
        on(looking, work, then, otherwise);
    }

    @Override
    public void keep(Runnable work, Runnable then, Consumer<? super Throwable> otherwise) {
        on(keeping, Tasks.answering(work), done -> then.run(), otherwise);
    }

    @Override
    public void atOnce(Runnable work, Runnable then, Consumer<? super Throwable> otherwise) {
        on(urgent, Tasks.answering(work), done -> then.run(), otherwise);
    }

    @Override
    public DrawingProcesses drawing() {
        return drawing;
    }

    private static <T> void on(
            ExecutorService threads,
            Callable<T> work,
            Consumer<? super T> then,
            Consumer<? super Throwable> otherwise) {
        try {
            threads.execute(() -> settle(work, then, otherwise));
        } catch (RejectedExecutionException e) {
            // the program has ended: there is nobody left to look for anything
        }
    }

    @Override
    public <T> Job start(
            String title,
            Function<? super Progress, ? extends T> work,
            Consumer<? super T> then,
            Consumer<? super Throwable> otherwise) {
        Job job = new Job(title, Platform::runLater);
        jobs.add(job);
        underWay.add(job);
        longWork.execute(() -> {
            settle(() -> work.apply(job), then, otherwise);
            job.end();
            underWay.remove(job);
            Platform.runLater(() -> jobs.remove(job));
        });
        return job;
    }

    @Override
    public Timer every(Duration period, Runnable action) {
        Timeline timeline = new Timeline(
                new KeyFrame(javafx.util.Duration.millis((double) period.toMillis()), event -> action.run()));
        timeline.setCycleCount(Timeline.INDEFINITE);
        timeline.play();
        return timeline::stop;
    }

    @Override
    public ObservableList<Job> jobs() {
        return jobs;
    }

    @Override
    public void close() {
        underWay.forEach(Job::cancel);
        drawing.close();
        quick.shutdown();
        looking.shutdown();
        keeping.shutdown();
        urgent.shutdown();
        longWork.shutdown();
    }

    // whatever a work throws, error or exception, must reach the person as a sentence, not end a thread unseen
    private static <T> void settle(
            Callable<? extends T> work, Consumer<? super T> then, Consumer<? super Throwable> otherwise) {
        try {
            T result = work.call();
            Platform.runLater(() -> then.accept(result));
        } catch (CancelledException e) {
            // asked for by the person: nothing to tell
        } catch (Throwable e) {
            Platform.runLater(() -> otherwise.accept(e));
        }
    }

    private static java.util.concurrent.ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return action -> {
            Thread thread = new Thread(action, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
