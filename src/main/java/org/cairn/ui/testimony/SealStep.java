package org.cairn.ui.testimony;

import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.PagesView;
import org.cairn.ui.pages.PdfPages;
import org.jspecify.annotations.Nullable;

/// The statement as it will print; then, and only then, the question.
final class SealStep extends HBox {

    private final RecordViewModel model;
    private final Desk desk;
    private final Messages area;
    private final PagesView pages;
    private @Nullable PdfPages shown;

    SealStep(RecordViewModel model, Desk desk, Consumer<Reference> sealed) {
        this.model = model;
        this.desk = desk;
        this.area = desk.words().of("testimony");
        getStyleClass().add("seal-step");
        pages = new PagesView(
                "seal-pages",
                desk.words().of("shell"),
                desk.tasks(),
                failure -> model.toldProperty().set(desk.errors().tell(failure)));
        HBox.setHgrow(pages, Priority.ALWAYS);
        getChildren().addAll(pages, question(sealed));
        draw();
    }

    /// Lets go of the pages.
    void close() {
        PdfPages open = shown;
        shown = null;
        if (open != null) {
            open.close();
        }
    }

    private static Label wrapped(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        return label;
    }

    private VBox question(Consumer<Reference> sealed) {
        VBox missing = new VBox(4);
        Runnable redraw = () -> missing.getChildren()
                .setAll(model.missing().stream()
                        .map(code -> wrapped("·  " + area.text("missing." + code)))
                        .toList());
        model.missing().addListener((ListChangeListener<String>) change -> redraw.run());
        redraw.run();
        Label none = new Label(area.text("seal.nothingMissing"));
        Label some = new Label(area.text("seal.missing"));
        some.setWrapText(true);
        var empty = javafx.beans.binding.Bindings.isEmpty(model.missing());
        none.visibleProperty().bind(empty);
        none.managedProperty().bind(empty);
        some.visibleProperty().bind(empty.not());
        some.managedProperty().bind(empty.not());
        CheckBox agreed = new CheckBox(area.text("seal.agreed"));
        agreed.setId("seal-agreed");
        agreed.setWrapText(true);
        Button seal = Glyphs.primary("seal-now", area.text("seal.now"), () -> model.seal(sealed));
        seal.disableProperty().bind(agreed.selectedProperty().not().or(model.busyProperty()));
        VBox box = new VBox(
                16,
                Headed.heading(area.text("step.seal")),
                Headed.quiet(area.text("seal.line")),
                Headed.card("", none, some, missing),
                Headed.quiet(area.text("seal.after")),
                agreed,
                seal);
        box.getStyleClass().add("seal-question");
        return box;
    }

    private void draw() {
        Testimony now = model.statement();
        desk.tasks()
                .look(
                        () -> PdfPages.of(
                                desk.tasks().drawing(),
                                desk.archive()
                                        .testimonies()
                                        .preview(
                                                now, now.witness(), desk.words().locale())),
                        fresh -> {
                            shown = fresh;
                            pages.show(fresh);
                        },
                        failure -> model.toldProperty().set(desk.errors().tell(failure)));
    }
}
