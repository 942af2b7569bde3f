package org.cairn.ui.custody;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.archive.AskedSearch;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Place;
import org.cairn.ui.custody.SearchLogViewModel.Written;
import org.kordamp.ikonli.material2.Material2MZ;

/// What people searched for, beside the ledger that tells only that they did.
final class SearchLogPane extends VBox {

    private final Desk desk;
    private final Messages area;
    private final SearchLogViewModel model;
    private final Label state = Headed.quiet("");
    private final Label none = Headed.quiet("");
    private final Button settings;

    SearchLogPane(Desk desk, SearchLogViewModel model) {
        super(10);
        this.desk = desk;
        this.area = desk.words().of("custody");
        this.model = model;
        setId("search-log");
        state.setId("search-log-state");
        none.setId("search-log-none");
        settings = Glyphs.button(
                "search-log-settings",
                Material2MZ.SETTINGS,
                area.text("searches.settings"),
                () -> desk.go(Place.of("settings")));
        settings.managedProperty().bind(settings.visibleProperty());
        Node list = list();
        VBox.setVgrow(list, Priority.ALWAYS);
        Button earlier = Glyphs.button("search-log-earlier", area.text("searches.earlier"), model::earlier);
        earlier.visibleProperty().bind(model.moreProperty());
        earlier.managedProperty().bind(model.moreProperty());
        getChildren()
                .addAll(
                        new Notice(
                                "search-log-notice",
                                model.toldProperty(),
                                desk.words().of("shell")),
                        head(),
                        list,
                        earlier);
        model.writtenProperty().subscribe(this::say);
    }

    private Node head() {
        VBox says = new VBox(4, Headed.quiet(area.text("searches.explained")), state);
        says.setMinWidth(0);
        HBox.setHgrow(says, Priority.ALWAYS);
        HBox row = new HBox(18, says);
        row.setAlignment(Pos.CENTER_LEFT);
        if (model.mayReadAll()) {
            CodePicker<String> persons = new CodePicker<>(
                    "search-log-person",
                    model.persons(),
                    name -> name.equals(SearchLogViewModel.EVERYBODY) ? area.text("searches.everybody") : name);
            persons.setItems(model.persons());
            persons.setAccessibleText(area.text("searches.person"));
            persons.valueProperty().bindBidirectional(model.personProperty());
            persons.setMinWidth(180);
            row.getChildren().add(persons);
        }
        return row;
    }

    private Node list() {
        ListView<AskedSearch> list = new ListView<>(model.searches());
        list.setId("search-log-lines");
        list.getStyleClass().add("timeline");
        list.setAccessibleText(area.text("side.searches"));
        list.setCellFactory(view -> new AskedCell(desk.words(), view));
        VBox empty = new VBox(12, none, settings);
        empty.setAlignment(Pos.CENTER);
        empty.setMaxWidth(520);
        list.setPlaceholder(empty);
        return list;
    }

    /// What is true now, and what is there to do about it.
    private void say(Written written) {
        boolean off = written == Written.NO;
        state.setText(off ? area.text("searches.off") : "");
        state.setVisible(off);
        state.setManaged(off);
        settings.setVisible(off && model.mayDecide());
        none.setText(
                switch (written) {
                    case UNKNOWN -> "";
                    case NO -> area.text(model.mayDecide() ? "searches.none.off" : "searches.none.ask");
                    case YES -> area.text(model.mayReadAll() ? "searches.none.on" : "searches.none.own");
                });
    }
}
