package org.cairn.ui.testimony;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.archive.Drafts;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// The list of statements.
final class TestimonyListView extends VBox {

    private final TestimonyListViewModel model;
    private final Words words;
    private final Messages area;
    private final Consumer<Reference> open;
    private final Consumer<DraftId> goOn;

    TestimonyListView(
            TestimonyListViewModel model,
            Desk desk,
            Consumer<Reference> open,
            Consumer<DraftId> goOn,
            Runnable record) {
        this.model = model;
        this.words = desk.words();
        this.area = words.of("testimony");
        this.open = open;
        this.goOn = goOn;
        TextField witness = new TextField();
        witness.setId("testimony-witness-filter");
        witness.setAccessibleText(area.text("list.witnessFilter"));
        witness.setPromptText(area.text("list.witnessFilter"));
        witness.setPrefColumnCount(16);
        witness.textProperty().bindBidirectional(model.witnessProperty());
        Headed page = new Headed(area.text("list.title"), "")
                .with(
                        witness,
                        medical(desk),
                        otherTools(desk),
                        Glyphs.primary("record-testimony", area.text("list.record"), record));
        VBox.setVgrow(page, Priority.ALWAYS);
        model.totalProperty()
                .subscribe(total -> page.say(total.longValue() <= 0 ? "" : area.text("list.total", total.longValue())));
        Node table = table();
        Node empty = Headed.empty("testimony-empty", area.text("list.empty"));
        var nothing = model.totalProperty().isEqualTo(0);
        empty.visibleProperty().bind(nothing);
        empty.managedProperty().bind(nothing);
        table.visibleProperty().bind(nothing.not());
        table.managedProperty().bind(nothing.not());
        page.getChildren()
                .addAll(
                        new Notice("testimony-notice", model.toldProperty(), words.of("shell")),
                        drafts(),
                        table,
                        empty);
        getChildren().add(page);
    }

    private static Node medical(Desk desk) {
        var button = Glyphs.button(
                "testimony-medical",
                desk.words().of("medical").text("screen.list"),
                () -> desk.go(Place.of("medical")));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Node otherTools(Desk desk) {
        var button = Glyphs.button(
                "testimony-other-tools",
                desk.words().of("questions").text("take.lead"),
                () -> desk.go(Place.of("forms", "take")));
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private Node drafts() {
        FlowPane row = new FlowPane(8, 8);
        row.setId("testimony-drafts");
        Runnable redraw = () -> row.getChildren()
                .setAll(model.drafts().stream().map(this::draft).toList());
        model.drafts().addListener((ListChangeListener<Drafts.Draft>) change -> redraw.run());
        redraw.run();
        VBox card = Headed.card(area.text("list.drafts"), row);
        card.visibleProperty().bind(Bindings.isNotEmpty(model.drafts()));
        card.managedProperty().bind(Bindings.isNotEmpty(model.drafts()));
        return card;
    }

    private Node draft(Drafts.Draft draft) {
        DraftId id = DraftId.parse(draft.id()).orElseThrow();
        return Glyphs.button(
                "draft-" + id.of(),
                Material2AL.EDIT,
                area.text("list.draft", id.of(), words.moment(draft.savedAt())),
                () -> goOn.accept(id));
    }

    private TableView<@Nullable Summary> table() {
        TableView<@Nullable Summary> table = new TableView<>(model.rows());
        table.setId("testimony-table");
        table.setAccessibleText(area.text("list.title"));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        VBox.setVgrow(table, Priority.ALWAYS);
        table.getColumns()
                .setAll(java.util.List.of(
                        column(
                                "list.reference",
                                90,
                                76,
                                line -> reference(line.reference().toString())),
                        column("list.titleColumn", 268, 130, line -> plain(line.title())),
                        column("list.kind", 132, 80, line -> plain(words.vocabulary("interview-kind", line.type()))),
                        column(
                                "list.witness",
                                86,
                                76,
                                line -> reference(
                                        line.concerns().map(Reference::toString).orElse(""))),
                        column(
                                "list.language",
                                88,
                                70,
                                line -> plain(
                                        line.language().map(words::language).orElse(""))),
                        column(
                                "list.date",
                                150,
                                90,
                                line -> plain(
                                        line.date().map(words.dates()::brief).orElse(""))),
                        column("list.protection", 120, 112, line -> Badge.of(line.protection(), words)),
                        column("list.state", 90, 84, this::state)));
        table.setRowFactory(view -> {
            TableRow<@Nullable Summary> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2) {
                    opened(row.getItem());
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                opened(table.getSelectionModel().getSelectedItem());
            }
        });
        return table;
    }

    private void opened(@Nullable Summary line) {
        if (line != null) {
            open.accept(line.reference());
        }
    }

    private TableColumn<@Nullable Summary, @Nullable Summary> column(
            String key, double width, double least, Function<Summary, Node> shown) {
        TableColumn<@Nullable Summary, @Nullable Summary> column = new TableColumn<>(area.text(key));
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Summary line, boolean empty) {
                super.updateItem(line, empty);
                setGraphic(line == null || empty ? null : shown.apply(line));
            }
        });
        return column;
    }

    private static Label plain(String text) {
        Label label = new Label(text);
        label.setNodeOrientation(Direction.of(text));
        label.setTooltip(new Tooltip(text)); // a long one is cut by the column
        return label;
    }

    private static Label reference(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("reference");
        return label;
    }

    private HBox state(Summary line) {
        HBox box =
                new HBox(line.closed() ? Badge.good(area.text("list.sealed")) : Badge.waiting(area.text("list.open")));
        box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return box;
    }
}
