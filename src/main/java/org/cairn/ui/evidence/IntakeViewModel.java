package org.cairn.ui.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.IntakeReport;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.archive.IntakeReport.Taken;
import org.cairn.archive.IntakeTerms;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Taking files in: asked once, done in the background, accounted for file by file.
final class IntakeViewModel {

    /// Where it stands.
    enum Stage {
        /// Nothing is offered.
        IDLE,
        /// Files are offered; where they come from is being asked.
        ASKING,
        /// They are being sealed and read.
        WORKING,
        /// Somebody asked it to stop; it ends what it has in hand.
        STOPPING,
        /// Every one of them is accounted for.
        TOLD
    }

    private final Desk desk;
    private final Runnable changed;
    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.IDLE);
    private final ObservableList<Path> offered = FXCollections.observableArrayList();
    private final ObservableList<Path> waiting = FXCollections.observableArrayList();
    private final AskedTerms terms;
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Job> job = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable IntakeReport> report = new SimpleObjectProperty<>();

    /// @param changed called when the list may hold something new
    IntakeViewModel(Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        this.terms = new AskedTerms(desk.archive().user(), desk.words().of("evidence"));
    }

    ObjectProperty<Stage> stageProperty() {
        return stage;
    }

    ObservableList<Path> offered() {
        return offered;
    }

    /// What was dropped while others were taken in: it is asked about next.
    ObservableList<Path> waiting() {
        return waiting;
    }

    /// What is asked about them once.
    AskedTerms terms() {
        return terms;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// The work that is going on.
    ObjectProperty<@Nullable Job> jobProperty() {
        return job;
    }

    ObjectProperty<@Nullable IntakeReport> reportProperty() {
        return report;
    }

    /// Files or folders are offered; more may follow before it begins, and also while it goes on.
    void offer(List<Path> paths) {
        if (paths.isEmpty()) {
            return;
        }
        if (working()) {
            add(paths, waiting);
            return;
        }
        add(paths, offered);
        told.set(null);
        stage.set(Stage.ASKING);
    }

    private static void add(List<Path> paths, ObservableList<Path> to) {
        paths.stream().filter(path -> !to.contains(path)).forEach(to::add);
    }

    /// Whether something is being taken in or read.
    boolean working() {
        return stage.get() == Stage.WORKING || stage.get() == Stage.STOPPING;
    }

    /// What is offered is not taken in after all.
    void dismiss() {
        offered.clear();
        told.set(null);
        stage.set(report.get() == null ? Stage.IDLE : Stage.TOLD);
    }

    /// What waits to be asked about is not taken in after all.
    void leaveWaiting() {
        waiting.clear();
    }

    /// The report has been read.
    void read() {
        report.set(null);
        told.set(null);
        if (stage.get() == Stage.TOLD) {
            stage.set(Stage.IDLE);
        }
    }

    /// Takes the offered files in.
    void begin() {
        Optional<Told> lacking = terms.lacking();
        if (lacking.isPresent()) {
            told.set(lacking.get());
            return;
        }
        IntakeTerms answered = terms.answered();
        Batch batch = new Batch(List.copyOf(offered));
        work(batch, progress -> desk.archive().evidence().take(batch.files(), answered, progress));
    }

    /// Goes on reading what a crash or a cancel left unread.
    void readWaiting() {
        if (!working()) {
            // what is being asked about has time until this is done
            add(offered, waiting);
            work(new Batch(List.of()), progress -> desk.archive().evidence().readWaiting(progress));
        }
    }

    /// Stops after the file in hand; what was acknowledged stays.
    void cancel() {
        Job running = job.get();
        if (running != null && stage.get() == Stage.WORKING) {
            stage.set(Stage.STOPPING);
            running.cancel();
        }
    }

    /// Whether somebody has to look at a file of the report.
    static boolean needsPerson(Taken file) {
        return file.outcome() == Outcome.NOT_TAKEN
                || file.reading()
                        .map(reading -> switch (reading.status()) {
                            case COMPLETE -> false;
                            case PARTIAL, UNREADABLE, ENCRYPTED, EMPTY, NO_TEXT -> true;
                        })
                        .orElse(false);
    }

    /// The code of what is to be said of a file: its reading's status, or its outcome.
    static String state(Taken file) {
        return file.reading()
                .map(reading -> reading.status())
                .map(ReadingStatus::name)
                .orElse(
                        file.outcome() == Outcome.TAKEN
                                ? "WAITING"
                                : file.outcome().name());
    }

    /// What one job takes in: none where it only reads what waits.
    private record Batch(List<Path> files) {
        @Override
        public String toString() {
            return "Batch";
        }
    }

    private void work(Batch batch, Function<Progress, IntakeReport> take) {
        told.set(null);
        report.set(null);
        offered.clear();
        stage.set(Stage.WORKING);
        Job started = desk.tasks()
                .start(
                        words("intake.job"),
                        progress -> accountedFor(take, progress),
                        what -> done(batch, what),
                        failure -> failed(batch, failure));
        if (working()) {
            job.set(started);
        }
    }

    /// A job that was stopped before anything was kept says so as well: nobody must be left waiting for it.
    private static IntakeReport accountedFor(Function<Progress, IntakeReport> take, Progress progress) {
        try {
            return take.apply(progress);
        } catch (CancelledException e) {
            return new IntakeReport(List.of(), Optional.of(e));
        }
    }

    private void done(Batch batch, IntakeReport what) {
        job.set(null);
        boolean stopped =
                what.stopped().filter(why -> why instanceof CancelledException).isPresent();
        report.set(stopped && what.files().isEmpty() ? null : what);
        if (stopped) {
            told.set(Told.info(stopped(batch, what)));
        } else {
            what.stopped().ifPresent(why -> told.set(desk.errors().tell(why)));
        }
        goOn(List.of());
        changed.run();
    }

    private String stopped(Batch batch, IntakeReport what) {
        return batch.files().isEmpty()
                ? words("intake.cancelled")
                : desk.words()
                        .of("evidence")
                        .text("intake.stopped", what.count(Outcome.TAKEN), what.count(Outcome.NOT_TAKEN));
    }

    private void failed(Batch batch, Throwable failure) {
        job.set(null);
        told.set(desk.errors().tell(failure));
        goOn(batch.files());
        changed.run();
    }

    /// Asks about what has to be asked again, and about what came meanwhile.
    private void goOn(List<Path> again) {
        add(again, offered);
        add(waiting, offered);
        waiting.clear();
        if (offered.isEmpty()) {
            stage.set(report.get() == null ? Stage.IDLE : Stage.TOLD);
        } else {
            stage.set(Stage.ASKING);
        }
    }

    private String words(String key) {
        return desk.words().of("evidence").text(key);
    }
}
