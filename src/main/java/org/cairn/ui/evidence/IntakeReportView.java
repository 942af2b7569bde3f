package org.cairn.ui.evidence;

import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.archive.IntakeReport;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.archive.IntakeReport.Taken;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.Fitted;
import org.cairn.ui.documents.FittedCell;
import org.jspecify.annotations.Nullable;

/// What became of every file: the counts, and a line for each; first those that a person must look at.
final class IntakeReportView extends VBox {

    private static final double TALLEST = 320;
    private static final double LINE = 62;

    private final Messages own;
    private final Messages reading;
    private final Consumer<Reference> open;
    private final ListView<Taken> lines = new ListView<>();

    /// @param read called when the person is done with it
    IntakeReportView(
            Words words, IntakeReport report, IntakesViewModel intakes, Runnable read, Consumer<Reference> open) {
        this.own = words.of("evidence");
        this.reading = words.of("reading");
        this.open = open;
        List<Taken> needing =
                report.files().stream().filter(IntakeViewModel::needsPerson).toList();
        lines.setId("intake-lines");
        lines.setAccessibleText(own.text("report.title"));
        lines.setCellFactory(list -> new Line());
        lines.setPlaceholder(Headed.quiet(own.text("report.nothing")));
        VBox card = Headed.card(
                own.text("report.title"),
                counts(report, needing.size()),
                switcher(report.files(), needing),
                lines,
                buttons(report, intakes, read));
        card.setId("intake-report");
        getChildren().add(card);
    }

    private Node buttons(IntakeReport report, IntakesViewModel intakes, Runnable read) {
        HBox buttons = new HBox(8, Glyphs.primary("report-done", own.text("report.done"), read));
        report.number()
                .filter(number -> intakes.mayReport())
                .ifPresent(number -> buttons.getChildren()
                        .add(Glyphs.button(
                                "report-write",
                                own.text("report.write"),
                                () -> IntakesPane.report(
                                        intakes,
                                        number,
                                        own.text("report.write"),
                                        getScene().getWindow()))));
        return buttons;
    }

    private Node counts(IntakeReport report, int needing) {
        Label sentence = new Label(own.text(
                "report.counts",
                report.files().size(),
                report.count(Outcome.TAKEN),
                report.count(Outcome.DUPLICATE),
                report.count(Outcome.NOT_TAKEN)));
        sentence.setId("report-counts");
        sentence.setWrapText(true);
        Label person = Headed.quiet(needing == 0 ? own.text("report.noPerson") : own.text("report.person", needing));
        return new VBox(2, sentence, person);
    }

    private Node switcher(List<Taken> all, List<Taken> needing) {
        ToggleGroup group = new ToggleGroup();
        ToggleButton some = toggle("report-needing", own.text("report.needing", needing.size()), group, needing);
        ToggleButton every = toggle("report-all", own.text("report.all", all.size()), group, all);
        (needing.isEmpty() ? every : some).setSelected(true);
        show(needing.isEmpty() ? all : needing);
        some.setDisable(needing.isEmpty());
        HBox row = new HBox(8, some, every);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private ToggleButton toggle(String id, String text, ToggleGroup group, List<Taken> files) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.setAccessibleText(text);
        button.setToggleGroup(group);
        button.setOnAction(event -> {
            button.setSelected(true);
            show(files);
        });
        return button;
    }

    private void show(List<Taken> files) {
        lines.setItems(FXCollections.observableList(files));
        double height = Math.clamp(files.size() * LINE + 4, 2 * LINE, TALLEST);
        lines.setPrefHeight(height);
        lines.setMinHeight(Math.min(height, 4 * LINE));
    }

    private String why(Taken file) {
        String code = file.reading()
                .map(read -> read.reason())
                .filter(reason -> !reason.isEmpty())
                .orElse(file.reason());
        if (code.isEmpty()) {
            return file.reference().isPresent() && file.reading().isPresent() ? "" : own.text("report.sealed");
        }
        if (own.has("reason." + code)) {
            return own.text("reason." + code);
        }
        return reading.has("reason." + code) ? reading.text("reason." + code) : code;
    }

    /// One file.
    private final class Line extends FittedCell<Taken> {
        @Override
        protected void updateItem(@Nullable Taken file, boolean nothing) {
            super.updateItem(file, nothing);
            setGraphic(file == null || nothing ? null : line(file));
        }

        private Node steady(javafx.scene.control.Button button) {
            button.setMinWidth(USE_PREF_SIZE);
            return button;
        }

        private Node line(Taken file) {
            Label name = new Label(file.name());
            name.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
            name.setNodeOrientation(Direction.of(file.name()));
            name.setMinWidth(80);
            Label why = new Label(why(file));
            why.getStyleClass().add("quiet");
            why.setWrapText(true);
            VBox words = new VBox(1, name, why);
            words.setMinWidth(0);
            words.setAlignment(Pos.CENTER_LEFT);
            why.setManaged(!why.getText().isEmpty());
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox row = new HBox(10, words, StateBadge.of(IntakeViewModel.state(file), own));
            row.setAlignment(Pos.CENTER_LEFT);
            file.reference()
                    .ifPresent(reference -> row.getChildren()
                            .add(steady(Glyphs.button(
                                    "open-" + reference, reference.toString(), () -> open.accept(reference)))));
            return new Fitted(0, lines.widthProperty().subtract(40), row);
        }
    }
}
