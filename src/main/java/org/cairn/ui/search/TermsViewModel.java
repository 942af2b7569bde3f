package org.cairn.ui.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.domain.search.TermsReport;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// A list of terms, counted together, and the report of it that is signed.
final class TermsViewModel {

    private final Desk desk;
    private final Messages own;
    private final StringProperty terms = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable TermsReport> report = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final BooleanProperty shown = new SimpleBooleanProperty();

    TermsViewModel(Desk desk) {
        this.desk = desk;
        this.own = desk.words().of("search");
        // what is counted was counted for these terms
        terms.subscribe(() -> report.set(null));
    }

    /// A term on each line.
    StringProperty termsProperty() {
        return terms;
    }

    ObjectProperty<@Nullable TermsReport> reportProperty() {
        return report;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    BooleanProperty shownProperty() {
        return shown;
    }

    /// Shows or hides the list.
    ///
    /// @param asked what stands in the search field, for a list that is still empty
    void toggle(String asked) {
        if (terms.get().isBlank()) {
            terms.set(asked.isBlank() ? "" : asked + "\n");
        }
        shown.set(!shown.get());
    }

    /// Counts what each term finds.
    void count() {
        told.set(null);
        String given = terms.get();
        List<String> asked = given.lines().toList();
        Locale language = desk.words().locale();
        desk.tasks()
                .start(
                        own.text("terms.title"),
                        progress -> desk.archive().termReports().report(asked, Filter.NONE, language, progress),
                        counted -> {
                            // of terms that have changed meanwhile nobody wants to know
                            if (terms.get().equals(given)) {
                                report.set(counted);
                            }
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    /// Writes the report of what was counted into a folder.
    void write(Path folder) {
        TermsReport counted = report.get();
        if (counted == null) {
            return;
        }
        told.set(null);
        Locale language = desk.words().locale();
        desk.tasks()
                .start(
                        own.text("terms.title"),
                        progress -> desk.archive().termReports().write(counted, folder, language),
                        papers -> told.set(Told.success(own.text(
                                "terms.written", Direction.isolate(papers.pdf().toString())))),
                        failure -> told.set(desk.errors().tell(failure)));
    }
}
