package org.cairn.ui.bundles;

import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.archive.Choices;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.ConsentGap;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.domain.served.ServedBundle;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.PageSource;
import org.cairn.ui.documents.Sought;
import org.jspecify.annotations.Nullable;

/// Writing a bundle: how far it is, and what came of it.
final class WritingViewModel implements AutoCloseable {

    /// What came of it.
    sealed interface Outcome {
        /// It was written and read back.
        record Written(ServedBundle served, BundleDraft draft) implements Outcome {}

        /// Witnesses have not allowed it: nothing was written.
        record Refused(List<ConsentGap> gaps, Map<Reference, Summary> summaries) implements Outcome {
            @Override
            public String toString() {
                return "Refused";
            }
        }

        /// Something else stood in the way.
        record Failed(Told told) implements Outcome {}

        /// It was stopped by the person.
        record Stopped() implements Outcome {}
    }

    private final Desk desk;
    private final ObjectProperty<@Nullable Job> job = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Outcome> outcome = new SimpleObjectProperty<>();
    private final PageSource pages;

    WritingViewModel(Desk desk) {
        this.desk = desk;
        this.pages = new PageSource(desk.tasks(), failure -> {});
    }

    /// The work that is going on.
    ObjectProperty<@Nullable Job> jobProperty() {
        return job;
    }

    ObjectProperty<@Nullable Outcome> outcomeProperty() {
        return outcome;
    }

    /// The pages that were written.
    PageSource pages() {
        return pages;
    }

    /// Writes a bundle into a folder of its own.
    void write(BundleDraft draft, Choices choices, Path folder) {
        outcome.set(null);
        Job started = desk.tasks()
                .start(
                        desk.words().of("bundles").text("write.job"),
                        progress -> desk.archive().bundles().write(draft, choices, folder, progress),
                        served -> end(new Outcome.Written(served, draft)),
                        this::failed);
        if (outcome.get() == null) {
            job.set(started);
        }
    }

    /// Stops; nothing half-done stays.
    void cancel() {
        Job running = job.get();
        if (running != null) {
            running.cancel();
            end(new Outcome.Stopped());
        }
    }

    /// Opens the written pages to be looked at.
    void look(Outcome.Written written, Runnable then) {
        pages.open(() -> read(written.served().pdf()), 1, Sought.NOTHING, then);
    }

    @Override
    public void close() {
        pages.close();
    }

    /// The bundle is outside of the archive already: it is read where it stands, into memory only.
    private static SeekableByteChannel read(Path pdf) {
        try {
            return Files.newByteChannel(pdf);
        } catch (java.io.IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private void failed(Throwable failure) {
        if (failure instanceof ArchiveException.ConsentMissing missing) {
            desk.tasks()
                    .fetch(
                            () -> new Outcome.Refused(missing.gaps(), summaries(missing.gaps())),
                            this::end,
                            other -> end(new Outcome.Refused(missing.gaps(), Map.of())));
            return;
        }
        end(new Outcome.Failed(desk.errors().tell(failure)));
    }

    private Map<Reference, Summary> summaries(List<ConsentGap> gaps) {
        Map<Reference, Summary> found = new HashMap<>();
        gaps.forEach(gap -> desk.archive()
                .records()
                .summary(gap.statement())
                .ifPresent(summary -> found.put(gap.statement(), summary)));
        return found;
    }

    private void end(Outcome what) {
        job.set(null);
        outcome.set(what);
    }
}
