package org.cairn.ui.bundles;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.Reference;
import org.cairn.domain.Serving;
import org.cairn.domain.Serving.Standing;
import org.cairn.i18n.Messages;
import org.cairn.ui.bundles.ServingsViewModel.Line;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;

/// A serving opened: its files letter for letter, where each exhibit stands, and what can be done after it.
final class ServingDetails extends VBox {

    private static final double HEADER = 44;
    private static final double ROW = 34;
    private static final int ROWS = 8;
    private static final double NARROW = 90;
    private static final double WIDE = 420;

    private final Desk desk;
    private final Words words;
    private final WrittenPlaces places;
    private final Messages own;

    /// @param followed the serving of its late pages
    /// @param late begins a draft of late pages
    /// @param go opens another serving
    ServingDetails(
            Desk desk,
            WrittenPlaces places,
            Line line,
            Optional<Reference> followed,
            Runnable late,
            Consumer<Reference> go) {
        super(12);
        this.desk = desk;
        this.words = desk.words();
        this.places = places;
        this.own = words.of("bundles");
        setId("serving-details");
        getStyleClass().add("serving-details");
        Serving serving = line.serving();
        for (int i = 0; i < serving.volumes().size(); i++) {
            getChildren().add(volume(serving.volumes().get(i), i));
        }
        if (serving.volumes().stream()
                .anyMatch(volume -> places.of(volume.hash()).isEmpty())) {
            getChildren().add(elsewhere());
        }
        getChildren().addAll(exhibits(serving), after(line, followed, late, go));
    }

    private Node volume(Serving.Volume volume, int place) {
        Label name = new Label(own.text(
                "written.range",
                own.text("written.volume", volume.number()),
                words.number(volume.firstPage()),
                words.number((long) volume.firstPage() + volume.pages() - 1)));
        name.setId("serving-volume-" + (place + 1));
        name.getStyleClass().add("field-name");
        Label file = new Label(volume.file());
        file.getStyleClass().addAll("mono", "quiet");
        file.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        VBox box = new VBox(
                2,
                new HBox(12, name, file),
                new Exact(
                        own,
                        "serving-hash-" + (place + 1),
                        own.text("written.hash"),
                        volume.hash().hex()));
        places.of(volume.hash()).ifPresent(pdf -> box.getChildren().addAll(where(pdf, place + 1)));
        return box;
    }

    /// What can be done with a file whose place is known.
    private List<Node> where(Path pdf, int number) {
        FolderButton folder = new FolderButton(
                words,
                "serving-folder-" + number,
                new FolderViewModel(
                        desk,
                        places.window(),
                        Objects.requireNonNull(pdf.toAbsolutePath().getParent())));
        return List.of(
                new Exact(own, "serving-path-" + number, own.text("written.where"), pdf.toString()),
                new HBox(
                        8,
                        folder.button(),
                        Glyphs.button(
                                "serving-check-" + number,
                                own.text("check.go"),
                                () -> desk.go(FinishedPlace.check(pdf))),
                        Glyphs.button(
                                "serving-time-" + number, own.text("time.go"), () -> desk.go(FinishedPlace.time(pdf)))),
                folder.otherwise());
    }

    /// Where files were put is known no longer than the archive is open.
    private Node elsewhere() {
        Button check =
                Glyphs.button("serving-check-other", own.text("check.other"), () -> desk.go(FinishedPlace.check()));
        check.setMinWidth(USE_PREF_SIZE);
        Label why = Headed.quiet(own.text("serving.elsewhere"));
        why.setMinWidth(0);
        HBox.setHgrow(why, Priority.ALWAYS);
        HBox row = new HBox(12, check, why);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node exhibits(Serving serving) {
        Label count = new Label(own.text("serving.exhibits", serving.exhibits().size()));
        count.getStyleClass().add("field-name");
        TableView<Standing> table = new TableView<>();
        table.setId("serving-exhibits");
        table.setAccessibleText(count.getText());
        table.getColumns().add(column("serving.mark", NARROW, standing -> plain(standing.mark())));
        table.getColumns().add(column("serving.page", NARROW, standing -> plain(pages(standing))));
        table.getColumns().add(column("outline.title", WIDE, standing -> Direction.own(new Label(standing.title()))));
        table.getColumns()
                .add(column(
                        "serving.record",
                        NARROW,
                        standing -> plain(standing.exhibit().toString())));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.getItems().setAll(serving.exhibits());
        table.setFixedCellSize(ROW);
        double height =
                HEADER + ROW * Math.min(ROWS, Math.max(1, serving.exhibits().size()));
        table.setMinHeight(height);
        table.setPrefHeight(height);
        table.setMaxHeight(height);
        return new VBox(4, count, table);
    }

    private String pages(Standing standing) {
        int last = standing.page() + standing.pages() - 1;
        return standing.pages() < 2
                ? words.number(standing.page())
                : words.number(standing.page()) + "–" + words.number(last);
    }

    private static Node plain(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("mono");
        label.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        return label;
    }

    private TableColumn<Standing, Standing> column(String key, double width, Function<Standing, Node> shown) {
        TableColumn<Standing, Standing> column = new TableColumn<>(own.text(key));
        column.setPrefWidth(width);
        if (width < WIDE) {
            column.setMinWidth(width);
            column.setMaxWidth(width);
        }
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Standing standing, boolean empty) {
                super.updateItem(standing, empty);
                setGraphic(standing == null || empty ? null : shown.apply(standing));
            }
        });
        return column;
    }

    /// Late pages go behind the last that were served, and behind nothing else.
    private Node after(Line line, Optional<Reference> followed, Runnable late, Consumer<Reference> go) {
        Button step = followed.map(other -> Glyphs.button(
                        "serving-followed",
                        own.text("serving.followed.go", Direction.isolate(other.toString())),
                        () -> go.accept(other)))
                .orElseGet(() -> Glyphs.button("serving-late", own.text("serving.late.do"), late));
        step.setMinWidth(USE_PREF_SIZE);
        Label why = Headed.quiet(
                followed.map(other -> own.text("serving.followed.line", Direction.isolate(other.toString())))
                        .orElseGet(() -> own.text(
                                "serving.late.line", words.number(line.serving().lastPage()))));
        why.setMinWidth(0);
        HBox.setHgrow(why, Priority.ALWAYS);
        HBox row = new HBox(12, step, why);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
