package org.cairn.ui.shell;

import java.time.Duration;
import org.cairn.archive.Archive;
import org.cairn.archive.RecognitionReport;
import org.cairn.progress.Progress;
import org.cairn.ui.common.ErrorMessages;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/// Has pages recognised that wait, and pictures looked at for others that look alike, while people work. Whoever stops
/// it in the status bar pauses it until they let it go
/// on.
final class BackgroundRecognition implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(15);

    private final Tasks tasks;
    private final Archive archive;
    private final String title;
    private final Tasks.Timer timer;
    private @Nullable Job job;
    private boolean looking;
    private boolean closed;

    BackgroundRecognition(Tasks tasks, Archive archive, String title) {
        this.tasks = tasks;
        this.archive = archive;
        this.title = title;
        this.timer = tasks.every(EVERY, this::look);
    }

    private void look() {
        lookAtPictures();
        Job running = job;
        if (running == null) {
            tasks.fetch(archive.recognition()::hasWork, this::begin, ErrorMessages::note);
        } else if (running.cancelled()) {
            job = null;
            tasks.run(archive.recognition()::pause, () -> {}, ErrorMessages::note);
        }
    }

    private void lookAtPictures() {
        if (looking || !archive.lookalikes().mayJudge()) {
            return;
        }
        looking = true;
        tasks.run(() -> archive.lookalikes().lookAtPictures(Progress.none()), () -> looking = false, failure -> {
            looking = false;
            ErrorMessages.note(failure);
        });
    }

    private void begin(boolean work) {
        if (work && !closed && job == null) {
            job = tasks.<RecognitionReport>start(
                    title,
                    progress -> archive.recognition().run(progress, line -> {}),
                    report -> job = null,
                    failure -> {
                        job = null;
                        ErrorMessages.note(failure);
                    });
        }
    }

    @Override
    public void close() {
        closed = true;
        timer.close();
    }
}
