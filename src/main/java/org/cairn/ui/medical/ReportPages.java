package org.cairn.ui.medical;

import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.BorderPane;
import org.cairn.archive.Examinations;
import org.cairn.domain.FormRecord;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.PagesView;
import org.cairn.ui.common.Told;
import org.cairn.ui.pages.PdfPages;
import org.jspecify.annotations.Nullable;

/// A report, page by page, as it will print.
final class ReportPages extends BorderPane {

    private @Nullable PdfPages shown;
    private boolean closed;

    ReportPages(Desk desk, Supplier<FormRecord> record, ObjectProperty<@Nullable Told> told) {
        PagesView pages = new PagesView(
                "report-pages",
                desk.words().of("shell"),
                desk.tasks(),
                failure -> told.set(desk.errors().tell(failure)));
        setCenter(pages);
        desk.tasks()
                .look(
                        () -> PdfPages.of(
                                desk.tasks().drawing(),
                                Examinations.preview(record.get(), desk.words().locale())),
                        fresh -> {
                            if (closed) {
                                fresh.close();
                            } else {
                                shown = fresh;
                                pages.show(fresh);
                            }
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    /// Lets go of the pages.
    void close() {
        closed = true;
        PdfPages open = shown;
        shown = null;
        if (open != null) {
            open.close();
        }
    }
}
