package org.cairn.ui.evidence;

import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.domain.custody.IntakeRun;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// What was taken in at once, and the reports of it that are signed.
final class IntakesViewModel {

    /// More would be scrolled by nobody; the command line lists them all.
    private static final int MOST = 200;

    private final Desk desk;
    private final ObservableList<IntakeRun> runs = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final BooleanProperty shown = new SimpleBooleanProperty();

    IntakesViewModel(Desk desk) {
        this.desk = desk;
    }

    ObservableList<IntakeRun> runs() {
        return runs;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Whether the list of intakes is looked at.
    BooleanProperty shownProperty() {
        return shown;
    }

    /// Whether this person may have reports.
    boolean mayReport() {
        return desk.archive().intakes().mayReport();
    }

    /// Fetches the list and shows it.
    void open() {
        told.set(null);
        desk.tasks()
                .fetch(
                        () -> desk.archive().intakes().list(0, MOST),
                        found -> {
                            runs.setAll(found);
                            shown.set(true);
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    void close() {
        told.set(null);
        shown.set(false);
    }

    /// Writes the report of an intake into a folder.
    void write(int number, Path folder) {
        told.set(null);
        Locale language = desk.words().locale();
        Messages own = desk.words().of("evidence");
        desk.tasks()
                .start(
                        own.text("intakes.title"),
                        progress -> desk.archive().intakes().write(number, folder, language, progress),
                        papers -> told.set(Told.success(own.text(
                                "intakes.written",
                                Direction.isolate(papers.pdf().toString())))),
                        failure -> told.set(desk.errors().tell(failure)));
    }
}
