package org.cairn.ui.evidence;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.Sheet;
import org.cairn.i18n.Messages;
import org.cairn.progress.CancelledException;
import org.cairn.ui.common.Copied;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// Sheets as tables: a button for each sheet below, only the rows in sight asked for. Cells can be marked and copied.
final class SheetsPane extends BorderPane {

    private static final double ROW_HEIGHT = 27;
    private static final double COLUMN_WIDTH = 130;
    /// So many rows stay in sight above a cell that was found.
    private static final int ABOVE = 3;

    private final Desk desk;
    private final Messages own;
    private final ItemViewModel model;
    private final SheetSource source;
    private final FindViewModel find;
    private final TableView<@Nullable List<String>> table = new TableView<>();
    private final Label said = Headed.quiet("");
    private final HBox sheets = new HBox(4);
    private final ToggleGroup chosen = new ToggleGroup();
    private Optional<FindViewModel.Found> hit = Optional.empty();

    SheetsPane(Desk desk, ItemViewModel model, Item item) {
        this.desk = desk;
        this.own = desk.words().of("evidence");
        this.model = model;
        this.source = model.viewing().sheets();
        this.find = model.find();
        setId("sheets-pane");
        prepareTable();
        setTop(tools());
        setCenter(table);
        setBottom(sheetRow());
        source.sheetProperty().subscribe(this::show);
        source.names().subscribe(this::nameSheets);
        // after the table itself: it forgets what is marked when its rows change
        source.rows().addListener((ListChangeListener<@Nullable List<String>>) change -> reach());
        FindViewModel.Places cells = (reference, words, wanted) -> source.cells(words, wanted);
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                find.lookIn(cells);
            }
        });
        find.atProperty().subscribe(this::toHit);
        model.viewing().openSheets(item, this::cannot);
    }

    private void prepareTable() {
        table.setId("sheet-table");
        table.getStyleClass().add("sheet-table");
        table.setAccessibleText(own.text("sheet.name"));
        table.setFixedCellSize(ROW_HEIGHT); // columns out of sight are left out only then
        table.setItems(source.rows());
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(Headed.quiet(own.text("sheet.reading")));
        table.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                copy();
                event.consume();
            }
        });
    }

    private HBox tools() {
        HBox row = new HBox(
                10,
                said,
                Headed.room(),
                new FindBar(own, find),
                Glyphs.quiet("sheet-copy", Material2AL.CONTENT_COPY, own.text("sheet.copy"), this::copy));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("tool-row");
        return row;
    }

    private Node sheetRow() {
        sheets.getStyleClass().add("sheet-row");
        ScrollPane scroll = new ScrollPane(sheets);
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("sheets-scroll");
        return scroll;
    }

    private void nameSheets() {
        sheets.getChildren().clear();
        if (!source.names().isEmpty() && !find.sought().isEmpty()) {
            find.again(); // what was sought before there was anything to look in
        }
        boolean several = source.names().size() > 1 || source.names().stream().anyMatch(name -> !name.isEmpty());
        getBottom().setManaged(several);
        getBottom().setVisible(several);
        for (int i = 0; several && i < source.names().size(); i++) {
            int number = i;
            String name = source.names().get(i);
            ToggleButton button = new ToggleButton(name.isEmpty() ? String.valueOf(i + 1) : name);
            button.setId("sheet-" + i);
            button.setMinWidth(USE_PREF_SIZE);
            button.setToggleGroup(chosen);
            button.setSelected(i == 0);
            button.setOnAction(event -> {
                button.setSelected(true);
                source.turnTo(number);
            });
            sheets.getChildren().add(button);
        }
    }

    private void show(@Nullable Sheet sheet) {
        table.getColumns().clear();
        if (sheet == null) {
            table.setPlaceholder(Headed.quiet(own.text("sheet.reading")));
            said.setText("");
            return;
        }
        table.setPlaceholder(Headed.quiet(own.text("sheet.empty")));
        said.setText(
                sheet.cut()
                        ? own.text("sheet.cut", sheet.rows(), sheet.columns())
                        : own.text("sheet.whole", sheet.rows(), sheet.columns()));
        table.setNodeOrientation(sheet.leftwards() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        table.getColumns().add(numbers());
        for (int column = 0; column < sheet.columns(); column++) {
            table.getColumns().add(values(column));
        }
    }

    /// Turns to the sheet of the cell that was found, and to the cell once its row is known.
    private void toHit() {
        hit = find.hit().map(FindViewModel.Hit::in).filter(found -> found.column() >= 0);
        hit.filter(found -> found.place() != source.number()).ifPresent(found -> {
            chosen.selectToggle(chosen.getToggles().get(found.place()));
            source.turnTo(found.place());
        });
        reach();
    }

    private void reach() {
        hit.filter(found -> found.place() == source.number()
                        && found.ordinal() < table.getItems().size()
                        && found.column() + 1 < table.getColumns().size())
                .ifPresent(found -> {
                    TableColumn<@Nullable List<String>, ?> column =
                            table.getColumns().get(found.column() + 1);
                    table.scrollTo(Math.max(0, found.ordinal() - ABOVE));
                    table.scrollToColumn(column);
                    table.getSelectionModel().clearAndSelect(found.ordinal(), column);
                    hit = Optional.empty(); // whoever scrolls on stays there
                });
    }

    private TableColumn<@Nullable List<String>, String> numbers() {
        TableColumn<@Nullable List<String>, String> column = new TableColumn<>("");
        column.setPrefWidth(64);
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add("row-numbers");
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String value, boolean nothing) {
                super.updateItem(value, nothing);
                setText(nothing ? null : String.valueOf(getIndex() + 1));
            }
        });
        return column;
    }

    private TableColumn<@Nullable List<String>, String> values(int number) {
        TableColumn<@Nullable List<String>, String> column = new TableColumn<>(letters(number));
        column.setPrefWidth(COLUMN_WIDTH);
        column.setSortable(false); // a table is shown as it was made
        column.setReorderable(false);
        column.setCellValueFactory(row -> {
            List<String> cells = row.getValue();
            return new ReadOnlyStringWrapper(cells != null && number < cells.size() ? cells.get(number) : "");
        });
        column.setCellFactory(any -> new Cell());
        return column;
    }

    /// A cell in the direction of what is written in it.
    private static final class Cell extends TableCell<@Nullable List<String>, String> {
        @Override
        protected void updateItem(@Nullable String value, boolean nothing) {
            super.updateItem(value, nothing);
            String shown = value == null || nothing ? "" : value;
            setText(shown.indexOf('\n') < 0 ? shown : shown.replace('\n', ' '));
            setNodeOrientation(shown.isEmpty() ? NodeOrientation.INHERIT : Direction.of(shown));
        }
    }

    /// A column as spreadsheets call it: A to Z, AA and on.
    static String letters(int number) {
        StringBuilder name = new StringBuilder();
        for (int rest = number; rest >= 0; rest = rest / 26 - 1) {
            name.insert(0, (char) ('A' + rest % 26));
        }
        return name.toString();
    }

    /// Copies the cells that are marked, a line for a row and a tab between cells, as other programs expect it.
    private void copy() {
        TreeMap<Integer, TreeMap<Integer, String>> marked = new TreeMap<>();
        for (TablePosition<?, ?> place : table.getSelectionModel().getSelectedCells()) {
            if (place.getColumn() > 0) {
                Object value = table.getColumns().get(place.getColumn()).getCellData(place.getRow());
                marked.computeIfAbsent(place.getRow(), row -> new TreeMap<>())
                        .put(place.getColumn(), value == null ? "" : value.toString());
            }
        }
        if (marked.isEmpty()) {
            model.toldProperty().set(Told.info(own.text("sheet.nothingToCopy")));
            return;
        }
        Copied.put(marked.values().stream()
                .map(row -> String.join("\t", row.values()))
                .collect(Collectors.joining("\n")));
        model.toldProperty().set(Told.success(own.text("sheet.copied")));
    }

    private void cannot(Throwable failure) {
        if (failure instanceof NotDrawable why) {
            table.setPlaceholder(Headed.quiet(own.text("sheet.cannot." + why.reason())));
        } else if (!(failure instanceof CancelledException)) { // or somebody went elsewhere
            Told told = desk.errors().tell(failure);
            table.setPlaceholder(Headed.quiet(told.what()));
            model.toldProperty().set(told);
        }
    }
}
