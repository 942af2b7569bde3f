package org.cairn.ui.evidence;

import java.io.File;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.cairn.domain.custody.IntakeRun;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;

/// The intakes, the last first, each with its report; asked for above the list of evidence.
final class IntakesPane extends VBox {

    private static final double LINE = 52;
    private static final int MOST_LINES = 5;

    private final Words words;
    private final Messages own;
    private final IntakesViewModel model;

    IntakesPane(Words words, IntakesViewModel model) {
        super(10);
        this.words = words;
        this.own = words.of("evidence");
        this.model = model;
        setId("intakes");
        ListView<IntakeRun> list = new ListView<>(model.runs());
        list.setId("intakes-list");
        list.setAccessibleText(own.text("intakes.title"));
        list.setCellFactory(view -> new Line());
        list.setPlaceholder(Headed.quiet(own.text("intakes.none")));
        model.runs().subscribe(() -> {
            double lines = Math.clamp(model.runs().size(), 1, MOST_LINES);
            list.setPrefHeight(lines * LINE + 4);
            list.setMinHeight(Math.min(lines, 2) * LINE);
        });
        VBox card = Headed.card(
                own.text("intakes.title"),
                Headed.quiet(own.text("intakes.about")),
                list,
                new HBox(Glyphs.button("intakes-close", own.text("intakes.close"), model::close)));
        Notice notice = new Notice("intakes-notice", model.toldProperty(), words.of("shell"));
        getChildren().addAll(notice, card);
        card.managedProperty().bind(model.shownProperty());
        card.visibleProperty().bind(model.shownProperty());
        managedProperty().bind(model.shownProperty().or(notice.managedProperty()));
        visibleProperty().bind(managedProperty());
    }

    /// Asks for the folder that a report goes into, and has it written.
    static void report(IntakesViewModel model, int number, String title, Window window) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        File chosen = chooser.showDialog(window);
        if (chosen != null) {
            model.write(number, chosen.toPath());
        }
    }

    /// One intake.
    private final class Line extends ListCell<IntakeRun> {
        @Override
        protected void updateItem(@Nullable IntakeRun run, boolean nothing) {
            super.updateItem(run, nothing);
            setGraphic(run == null || nothing ? null : line(run));
        }

        private Node line(IntakeRun run) {
            Label what = new Label(
                    own.text("intakes.line", String.valueOf(run.number()), words.moment(run.begun()), run.by()));
            Label how = Headed.quiet(own.text(
                    "intakes.files",
                    run.files(),
                    words.vocabulary("intake-ending", run.ending().name())));
            VBox said = new VBox(1, what, how);
            said.setAlignment(Pos.CENTER_LEFT);
            said.setMinWidth(0);
            HBox.setHgrow(said, Priority.ALWAYS);
            Button report = Glyphs.button(
                    "intake-report-" + run.number(),
                    own.text("intakes.report"),
                    () -> report(
                            model,
                            run.number(),
                            own.text("intakes.title"),
                            getScene().getWindow()));
            report.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(12, said, report);
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }
    }
}
