package org.cairn.ui.evidence;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.IntakeReport;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.archive.IntakeReport.Taken;
import org.cairn.archive.IntakeTerms;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.ReadingStatus;
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
        /// Every one of them is accounted for.
        TOLD
    }

    private final Desk desk;
    private final Runnable changed;
    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.IDLE);
    private final ObservableList<Path> offered = FXCollections.observableArrayList();
    private final StringProperty source = new SimpleStringProperty("");
    private final ObjectProperty<String> how = new SimpleObjectProperty<>("HANDED_OVER");
    private final StringProperty by = new SimpleStringProperty();
    private final ObjectProperty<Optional<FuzzyDate>> at = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Protection> protection = new SimpleObjectProperty<>(Protection.CONFIDENTIAL);
    private final StringProperty witness = new SimpleStringProperty("");
    private final StringProperty tags = new SimpleStringProperty("");
    private final BooleanProperty graphic = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Job> job = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable IntakeReport> report = new SimpleObjectProperty<>();

    /// @param changed called when the list may hold something new
    IntakeViewModel(Desk desk, Runnable changed) {
        this.desk = desk;
        this.changed = changed;
        by.set(desk.archive().user().name());
        Protection clearance = desk.archive().user().clearance();
        if (!clearance.covers(protection.get())) {
            protection.set(clearance);
        }
    }

    ObjectProperty<Stage> stageProperty() {
        return stage;
    }

    ObservableList<Path> offered() {
        return offered;
    }

    StringProperty sourceProperty() {
        return source;
    }

    ObjectProperty<String> howProperty() {
        return how;
    }

    StringProperty byProperty() {
        return by;
    }

    ObjectProperty<Optional<FuzzyDate>> atProperty() {
        return at;
    }

    ObjectProperty<Protection> protectionProperty() {
        return protection;
    }

    StringProperty witnessProperty() {
        return witness;
    }

    StringProperty tagsProperty() {
        return tags;
    }

    BooleanProperty graphicProperty() {
        return graphic;
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

    /// Files or folders are offered; more may follow before it begins.
    void offer(List<Path> paths) {
        if (stage.get() == Stage.WORKING || paths.isEmpty()) {
            return;
        }
        if (stage.get() == Stage.TOLD) {
            offered.clear();
        }
        paths.stream().filter(path -> !offered.contains(path)).forEach(offered::add);
        told.set(null);
        stage.set(Stage.ASKING);
    }

    /// Nothing is taken in after all; or the report has been read.
    void dismiss() {
        offered.clear();
        report.set(null);
        told.set(null);
        stage.set(Stage.IDLE);
    }

    /// Takes the offered files in.
    void begin() {
        Optional<Reference> belongsTo = Reference.tryParse(witness.get());
        if (source.get().isBlank()) {
            told.set(Told.warning(words("intake.sourceMissing"), words("intake.sourceMissing.do")));
            return;
        }
        if (!witness.get().isBlank()
                && belongsTo
                        .filter(reference -> reference.kind() == RecordKind.WITNESS)
                        .isEmpty()) {
            told.set(Told.warning(words("intake.noWitness"), words("intake.noWitness.do")));
            return;
        }
        IntakeTerms terms = new IntakeTerms(
                source.get().strip(),
                how.get(),
                by.get().strip(),
                at.get(),
                protection.get(),
                belongsTo,
                tagged(),
                graphic.get());
        List<Path> files = List.copyOf(offered);
        work(progress -> desk.archive().evidence().take(files, terms, progress));
    }

    /// Goes on reading what a crash or a cancel left unread.
    void readWaiting() {
        if (stage.get() != Stage.WORKING) {
            work(progress -> desk.archive().evidence().readWaiting(progress));
        }
    }

    /// Stops after the file in hand; what was acknowledged stays.
    void cancel() {
        Job running = job.get();
        if (running != null) {
            running.cancel();
        }
        told.set(Told.info(words("intake.cancelled")));
        offered.clear();
        stage.set(Stage.IDLE);
        job.set(null);
        changed.run();
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

    private void work(java.util.function.Function<Progress, IntakeReport> take) {
        told.set(null);
        report.set(null);
        stage.set(Stage.WORKING);
        Job started = desk.tasks().start(words("intake.job"), take, this::done, this::failed);
        if (stage.get() == Stage.WORKING) {
            job.set(started);
        }
    }

    private void done(IntakeReport what) {
        job.set(null);
        offered.clear();
        report.set(what);
        what.stopped().ifPresent(why -> told.set(desk.errors().tell(why)));
        stage.set(Stage.TOLD);
        changed.run();
    }

    private void failed(Throwable failure) {
        job.set(null);
        told.set(desk.errors().tell(failure));
        stage.set(offered.isEmpty() ? Stage.IDLE : Stage.ASKING);
        changed.run();
    }

    private Set<String> tagged() {
        return Arrays.stream(tags.get().split("[,،;，]"))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .collect(Collectors.toSet());
    }

    private String words(String key) {
        return desk.words().of("evidence").text(key);
    }
}
