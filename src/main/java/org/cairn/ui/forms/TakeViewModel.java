package org.cairn.ui.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.cairn.archive.SubmissionReport;
import org.cairn.archive.SubmissionTerms;
import org.cairn.archive.SubmissionText;
import org.cairn.domain.Protection;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// What other tools collected, while it is taken in, and the report on it.
final class TakeViewModel {

    private final Desk desk;
    private final ObservableList<Path> paths = FXCollections.observableArrayList();
    private final StringProperty source = new SimpleStringProperty("");
    private final ObjectProperty<String> how = new SimpleObjectProperty<>("HANDED_OVER");
    private final ObjectProperty<Protection> protection = new SimpleObjectProperty<>(Protection.CONFIDENTIAL);
    private final ObjectProperty<@Nullable SubmissionReport> report = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    TakeViewModel(Desk desk) {
        this.desk = desk;
    }

    ObservableList<Path> paths() {
        return paths;
    }

    StringProperty sourceProperty() {
        return source;
    }

    ObjectProperty<String> howProperty() {
        return how;
    }

    ObjectProperty<Protection> protectionProperty() {
        return protection;
    }

    ObjectProperty<@Nullable SubmissionReport> reportProperty() {
        return report;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Takes everything in that was chosen.
    void take() {
        told.set(null);
        List<Path> offered = List.copyOf(paths);
        SubmissionTerms terms = new SubmissionTerms(
                source.get().strip(),
                how.get(),
                desk.archive().user().name(),
                protection.get(),
                Optional.empty(),
                Optional.empty());
        busy.set(true);
        Job job = desk.tasks()
                .start(
                        own().text("take.going"),
                        progress -> desk.archive().submissions().take(offered, terms, progress),
                        done -> {
                            paths.clear();
                            report.set(done);
                        },
                        failure -> told.set(desk.errors().tell(failure)));
        // whoever stops it is told by neither: what was taken by then is kept
        ListChangeListener<Job> ended = change -> busy.set(desk.tasks().jobs().contains(job));
        desk.tasks().jobs().addListener(ended);
        busy.set(desk.tasks().jobs().contains(job));
    }

    /// The report in words.
    List<String> lines() {
        SubmissionReport done = report.get();
        return done == null ? List.of() : SubmissionText.of(done, desk.words().of("exchange")::text);
    }

    /// Writes the report into a file: for scripts where its name says so, else for people.
    void save(Path file) {
        SubmissionReport done = report.get();
        if (done == null) {
            return;
        }
        boolean json = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        String text = json ? done.json() : String.join("\n", lines());
        desk.tasks()
                .run(
                        () -> write(file, text + "\n"),
                        () -> told.set(Told.success(own().text("take.saved"))),
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Messages own() {
        return desk.words().of("questions");
    }
}
