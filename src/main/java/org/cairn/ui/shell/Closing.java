package org.cairn.ui.shell;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.cairn.archive.Archive;
import org.cairn.ui.common.ErrorMessages;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Tasks;

/// Closing an archive that somebody has left: what is unsaved is kept, work is stopped, and the keys are wiped whether
/// or not either of them came to its end in time.
final class Closing implements Runnable {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final CompletableFuture<Boolean> kept = new CompletableFuture<>();
    private final List<Job> going;
    private final Archive archive;

    private Closing(List<Job> going, Archive archive) {
        this.going = going;
        this.archive = archive;
    }

    /// Has work stop and what is unsaved kept; to be called where view models live.
    ///
    /// @param parting keeps what is unsaved: behind what is being saved already, so that the newest stays
    static Closing begin(Tasks tasks, Runnable parting, Archive archive) {
        Closing closing = new Closing(List.copyOf(tasks.jobs()), archive);
        closing.going.forEach(Job::cancel);
        tasks.keep(() -> closing.keep(parting), () -> {}, failure -> {});
        return closing;
    }

    private void keep(Runnable parting) {
        try {
            parting.run();
        } catch (RuntimeException e) {
            ErrorMessages.note(e);
        } finally {
            kept.complete(true);
        }
    }

    /// Closes the archive, after a few seconds at most.
    @Override
    public void run() {
        long until = System.nanoTime() + LONGEST.toNanos();
        try {
            kept.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            for (Job job : going) {
                job.await(Duration.ofNanos(Math.max(0, until - System.nanoTime())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            ErrorMessages.note(e);
        } finally {
            archive.close();
        }
    }
}
