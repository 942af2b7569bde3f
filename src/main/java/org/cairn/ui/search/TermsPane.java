package org.cairn.ui.search;

import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.cairn.domain.search.TermsReport;
import org.cairn.domain.search.TermsReport.Line;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;

/// A list of terms beside what each of them finds; a term that is clicked is searched for.
final class TermsPane extends VBox {

    private static final int ROWS = 7;
    private static final double HIGH = 190;
    private static final double WIDE = 330;

    private final Messages own;
    private final TermsViewModel model;
    private final Consumer<String> search;
    private final VBox counted = new VBox(6);
    private final Button write;

    /// @param search looks for one of the terms
    TermsPane(Words words, TermsViewModel model, Consumer<String> search) {
        super(10);
        this.own = words.of("search");
        this.model = model;
        this.search = search;
        setId("terms");
        getStyleClass().add("card-box");
        Label title = new Label(own.text("terms.title"));
        title.getStyleClass().add("card-title");
        TextArea list = new TextArea();
        list.setId("terms-list");
        list.setPrefRowCount(ROWS);
        list.setPrefWidth(WIDE);
        list.setMinWidth(200);
        list.setAccessibleText(own.text("terms.list"));
        list.textProperty().bindBidirectional(model.termsProperty());
        list.nodeOrientationProperty().bind(list.textProperty().map(Direction::of));
        VBox given = new VBox(4, Headed.quiet(own.text("terms.list")), list);
        counted.setMinWidth(0);
        HBox.setHgrow(counted, Priority.ALWAYS);
        write = Glyphs.button("terms-write", own.text("terms.write"), this::write);
        HBox buttons = new HBox(
                8,
                Glyphs.primary("terms-count", own.text("terms.count"), model::count),
                write,
                Glyphs.button("terms-leave", own.text("terms.leave"), () -> model.toggle("")));
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        title,
                        new Notice("terms-notice", model.toldProperty(), words.of("shell")),
                        new HBox(18, given, counted),
                        buttons);
        model.reportProperty().subscribe(this::show);
        visibleProperty().bind(model.shownProperty());
        managedProperty().bind(model.shownProperty());
    }

    private void show(@Nullable TermsReport report) {
        write.setDisable(report == null);
        counted.getChildren().clear();
        if (report == null) {
            counted.getChildren().add(Headed.quiet(own.text("terms.explained")));
            return;
        }
        GridPane grid = new GridPane(14, 4);
        grid.setId("terms-counted");
        grid.getColumnConstraints().add(widening());
        for (int i = 0; i < 3; i++) {
            grid.getColumnConstraints().add(ofNumbers());
        }
        grid.addRow(
                0,
                Headed.quiet(own.text("terms.term")),
                Headed.quiet(own.text("terms.items")),
                Headed.quiet(own.text("terms.passages")),
                Headed.quiet(own.text("terms.unique")));
        for (Line line : report.lines()) {
            addRow(grid, term(line), counts(line));
        }
        Label together = new Label(own.text("terms.together"));
        together.getStyleClass().add("strong");
        addRow(grid, together, List.of(number(report.items()), number(report.passages()), ""));
        ScrollPane scrolling = new ScrollPane(grid);
        scrolling.setFitToWidth(true);
        scrolling.setPrefHeight(HIGH);
        counted.getChildren().addAll(scrolling, Headed.quiet(UnseenLine.of(own, report.unseen())));
    }

    private static ColumnConstraints widening() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    private static ColumnConstraints ofNumbers() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHalignment(HPos.RIGHT);
        column.setMinWidth(USE_PREF_SIZE);
        return column;
    }

    private static void addRow(GridPane grid, Node term, List<String> counts) {
        int row = grid.getRowCount();
        grid.add(term, 0, row);
        for (int i = 0; i < counts.size(); i++) {
            grid.add(new Label(counts.get(i)), i + 1, row);
        }
    }

    private List<String> counts(Line line) {
        return line.misread().isPresent()
                ? List.of("–", "–", "–")
                : List.of(number(line.items()), number(line.passages()), number(line.unique()));
    }

    private String number(long value) {
        return own.text("terms.number", value);
    }

    private Node term(Line line) {
        Hyperlink term = new Hyperlink(line.term());
        term.setNodeOrientation(Direction.of(line.term()));
        term.setOnAction(event -> search.accept(line.term()));
        return line.misread()
                .<Node>map(fault ->
                        new VBox(term, Headed.quiet(own.text("fault." + fault.reason(), fault.start() + 1))))
                .orElse(term);
    }

    private void write() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(own.text("terms.write"));
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            model.write(chosen.toPath());
        }
    }
}
