package org.cairn.ui.search;

import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.cairn.archive.SavedSearches.Opened;
import org.cairn.archive.SearchRerun;
import org.cairn.domain.FrozenList;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Beside;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Flowing;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.cairn.ui.search.SavedViewModel.Again;
import org.cairn.ui.search.SavedViewModel.Frozen;
import org.cairn.ui.search.SavedViewModel.Row;
import org.cairn.ui.search.SavedViewModel.Side;
import org.jspecify.annotations.Nullable;

/// Saved searches and frozen lists beside what the chosen one holds, and what became of it since.
final class SavedPane extends VBox {

    private static final double HIGH = 150;
    private static final double ROW = 42;
    private static final double WIDE = 330;

    private final Words words;
    private final Messages own;
    private final SavedViewModel model;
    private final Consumer<FrozenList> batch;
    private final Consumer<Reference> open;
    private final VBox chosen = new VBox(8);

    /// @param batch does something to all that is on a frozen list
    /// @param open opens a record
    SavedPane(Words words, SavedViewModel model, Consumer<FrozenList> batch, Consumer<Reference> open) {
        super(10);
        this.words = words;
        this.own = words.of("search");
        this.model = model;
        this.batch = batch;
        this.open = open;
        setId("saved");
        getStyleClass().add("card-box");
        chosen.setMinWidth(0);
        HBox.setHgrow(chosen, Priority.ALWAYS);
        VBox left = new VBox(8, sides(), chooser());
        left.setMinWidth(WIDE);
        left.setPrefWidth(WIDE);
        if (model.mayKeep()) {
            left.getChildren().add(saving());
        }
        getChildren()
                .addAll(
                        new Notice("saved-notice", model.toldProperty(), words.of("shell")),
                        new HBox(18, left, chosen));
        model.sideProperty().subscribe(this::show);
        model.openedProperty().subscribe(this::show);
        model.againProperty().subscribe(this::show);
        model.frozenProperty().subscribe(this::show);
        visibleProperty().bind(model.shownProperty());
        managedProperty().bind(model.shownProperty());
    }

    private Node sides() {
        ToggleGroup group = new ToggleGroup();
        Button leave = Glyphs.button("saved-leave", own.text("saved.leave"), model::toggle);
        return new Beside(
                6,
                new Flowing(6, side(group, Side.SEARCHES), side(group, Side.LISTS)),
                new HBox(leave),
                Beside.Grows.FIRST,
                Double.MAX_VALUE);
    }

    private ToggleButton side(ToggleGroup group, Side side) {
        ToggleButton button = new ToggleButton(own.text(side == Side.SEARCHES ? "saved.searches" : "saved.lists"));
        button.setId("saved-" + side);
        button.setToggleGroup(group);
        button.setSelected(model.sideProperty().get() == side);
        button.setOnAction(event -> {
            button.setSelected(true);
            model.sideProperty().set(side);
        });
        return button;
    }

    private Node chooser() {
        ListView<@Nullable Summary> searches = list("saved-searches", "saved.searches", "saved.none");
        searches.setItems(model.searches());
        searches.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                model.choose(line.reference());
            }
        });
        ListView<@Nullable Summary> lists = list("saved-lists", "saved.lists", "saved.noLists");
        lists.setItems(model.lists());
        lists.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                model.chooseList(line.reference());
            }
        });
        for (ListView<?> one : List.of(searches, lists)) {
            one.visibleProperty()
                    .bind(model.sideProperty().map(side -> one.equals(side == Side.SEARCHES ? searches : lists)));
            one.managedProperty().bind(one.visibleProperty());
        }
        return new VBox(searches, lists);
    }

    private ListView<@Nullable Summary> list(String id, String name, String none) {
        ListView<@Nullable Summary> list = new ListView<>();
        list.setId(id);
        list.setAccessibleText(own.text(name));
        list.setPrefHeight(HIGH);
        list.setCellFactory(any -> new LineCell());
        Label empty = Headed.quiet(own.text(none));
        empty.setWrapText(true);
        list.setPlaceholder(empty);
        return list;
    }

    /// A saved search or a frozen list: what it is called, and when and by whom it was kept.
    private final class LineCell extends ListCell<@Nullable Summary> {
        @Override
        protected void updateItem(@Nullable Summary line, boolean nothing) {
            super.updateItem(line, nothing);
            if (line == null || nothing) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label reference = new Label(line.reference().toString());
            reference.getStyleClass().add("reference");
            reference.setMinWidth(USE_PREF_SIZE);
            Label name = Direction.own(new Label(line.title()));
            name.setMinWidth(0);
            setGraphic(new VBox(
                    2,
                    new HBox(8, reference, name),
                    Headed.quiet(own.text("saved.line", words.moment(line.keptAt()), line.author()))));
            setAccessibleText(line.reference() + " " + line.title());
        }
    }

    private Node saving() {
        TextField name = field("saved-name");
        name.textProperty().bindBidirectional(model.nameProperty());
        CodePicker<Protection> keptAs = new CodePicker<>("saved-kept-as", model.levels(), words::protection);
        keptAs.valueProperty().bindBidirectional(model.keptAsProperty());
        Button save = Glyphs.primary("saved-save", own.text("saved.save"), model::save);
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.disableProperty().bind(model.nameProperty().map(String::isBlank));
        HBox level = new HBox(12, FieldRow.of(own.text("saved.keptAs"), keptAs), save);
        level.setAlignment(Pos.BOTTOM_LEFT);
        VBox row = new VBox(8, FieldRow.of(own.text("saved.name"), name), level);
        row.setId("saved-saving");
        row.visibleProperty().bind(model.sideProperty().map(side -> side == Side.SEARCHES));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefWidth(WIDE - 20);
        field.nodeOrientationProperty().bind(field.textProperty().map(Direction::of));
        return field;
    }

    private void show() {
        chosen.getChildren().clear();
        if (model.sideProperty().get() == Side.LISTS) {
            Frozen list = model.frozenProperty().get();
            chosen.getChildren()
                    .addAll(list == null ? List.of(Headed.quiet(own.text("saved.chooseList"))) : frozen(list));
            return;
        }
        Opened search = model.openedProperty().get();
        if (search == null) {
            chosen.getChildren().add(Headed.quiet(own.text("saved.choose")));
            return;
        }
        Again answer = model.againProperty().get();
        chosen.getChildren().addAll(search(search));
        if (answer != null) {
            chosen.getChildren().addAll(again(answer));
        }
        if (model.mayKeep()) {
            chosen.getChildren().add(freezing());
        }
    }

    private List<Node> search(Opened search) {
        String query = search.search().query();
        Label asked = Direction.own(new Label(query.isBlank() ? own.text("saved.everything") : query));
        asked.setId("saved-query");
        asked.setWrapText(true);
        Label was = Headed.quiet(own.text(
                "saved.was",
                search.found().count(),
                words.moment(search.search().run().asOf()),
                search.keptBy()));
        was.setId("saved-was");
        FlowPane buttons = new FlowPane(
                8,
                6,
                Glyphs.primary("saved-again", own.text("saved.again"), model::askAgain),
                Glyphs.button("saved-state", own.text("saved.state"), () -> state(true)));
        if (model.mayKeepAnswer()) {
            buttons.getChildren().add(1, Glyphs.button("saved-keep", own.text("saved.keep"), model::keep));
        }
        return List.of(
                new NameLine(own, "saved-called", search.search().name(), model.mayKeep(), model::rename),
                asked,
                was,
                buttons);
    }

    private List<Node> again(Again answer) {
        SearchRerun rerun = answer.rerun();
        VBox lines = new VBox(4);
        lines.setId("saved-difference");
        if (rerun.otherAnalyser()) {
            lines.getChildren()
                    .add(wrapped(own.text(
                            "saved.analyser",
                            Direction.isolate(rerun.saved().run().analyser()),
                            Direction.isolate(rerun.now().analyser()))));
        }
        if (rerun.otherSynonyms()) {
            lines.getChildren().add(wrapped(own.text("saved.synonyms")));
        }
        if (rerun.lessVisible()) {
            lines.getChildren().add(wrapped(own.text("saved.lessVisible")));
        }
        lines.getChildren()
                .addAll(
                        wrapped(own.text(
                                "saved.same",
                                rerun.items(),
                                rerun.same(),
                                rerun.changed().size())),
                        Headed.quiet(UnseenLine.of(own, rerun.unseen())));
        HBox both = new HBox(
                12,
                rows("saved-new", own.text("saved.new", rerun.fresh().size()), answer.fresh()),
                rows("saved-gone", own.text("saved.gone", rerun.gone().size()), answer.gone()));
        lines.getChildren().add(both);
        return List.of(lines);
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private Node rows(String id, String head, List<Row> rows) {
        Label title = new Label(head);
        title.setId(id + "-count");
        title.getStyleClass().add("strong");
        VBox column = new VBox(4, title);
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        if (!rows.isEmpty()) {
            ListView<Row> list = new ListView<>();
            list.setId(id);
            list.setAccessibleText(head);
            list.getItems().setAll(rows);
            list.setPrefHeight(Math.min(HIGH, ROW * (rows.size() + 0.2)));
            list.setCellFactory(any -> new RowCell());
            list.setOnKeyPressed(event -> {
                if (event.getCode() == KeyCode.ENTER) {
                    openChosen(list);
                    event.consume();
                }
            });
            list.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2) {
                    openChosen(list);
                }
            });
            column.getChildren().add(list);
        }
        return column;
    }

    private void openChosen(ListView<Row> list) {
        @Nullable Row row = list.getSelectionModel().getSelectedItem();
        if (row != null) {
            open.accept(row.reference());
        }
    }

    /// A record, and why it is new or gone.
    private final class RowCell extends ListCell<@Nullable Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean nothing) {
            super.updateItem(row, nothing);
            if (row == null || nothing) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label reference = new Label(row.reference().toString());
            reference.getStyleClass().add("reference");
            reference.setMinWidth(USE_PREF_SIZE);
            Label title = Direction.own(new Label(row.title()));
            title.setMinWidth(0);
            String why = row.why().stream().map(own::text).collect(Collectors.joining(own.text("unseen.between")));
            VBox card = new VBox(2, new HBox(8, reference, title));
            if (!why.isEmpty()) {
                card.getChildren().add(Headed.quiet(why));
            }
            setGraphic(card);
            setAccessibleText(row.reference() + " " + row.title() + " " + why);
        }
    }

    private Node freezing() {
        TextField name = field("saved-list-name");
        name.textProperty().bindBidirectional(model.listNameProperty());
        Button freeze = Glyphs.button("saved-freeze", own.text("saved.freeze"), model::freeze);
        freeze.setMinWidth(Region.USE_PREF_SIZE);
        freeze.disableProperty().bind(model.listNameProperty().map(String::isBlank));
        HBox row = new HBox(12, FieldRow.of(own.text("saved.listName"), name), freeze);
        row.setAlignment(Pos.BOTTOM_LEFT);
        return row;
    }

    private List<Node> frozen(Frozen list) {
        Node name =
                new NameLine(own, "saved-list-called", list.list().list().name(), model.mayKeep(), model::renameList);
        Label was = Headed.quiet(own.text(
                "saved.list.was",
                list.list().lines().count(),
                words.moment(list.list().frozenAt()),
                list.list().frozenBy(),
                Direction.isolate(list.list().list().search().toString())));
        was.setId("saved-list-was");
        Label hash = Headed.quiet(own.text(
                "saved.list.hash", Direction.isolate(list.list().lines().hash().hex())));
        hash.setWrapText(true);
        Node rows = rows(
                "saved-list-rows",
                own.text("saved.list.rows", list.list().lines().count()),
                list.rows());
        Button all = Glyphs.button(
                "saved-list-batch",
                own.text("batch.all"),
                () -> batch.accept(list.list().lines()));
        all.setVisible(model.mayKeep());
        return List.of(name, was, hash, rows, all);
    }

    /// Asks where the statement goes.
    ///
    /// @param saved whether it is of the chosen saved search
    void state(boolean saved) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(own.text("saved.state"));
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            model.state(folder.toPath(), saved);
        }
    }
}
