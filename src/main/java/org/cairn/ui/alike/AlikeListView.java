package org.cairn.ui.alike;

import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.archive.Lookalikes.Suggestion;
import org.cairn.domain.Summary;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Place;
import org.jspecify.annotations.Nullable;

/// All pairs of items that look alike, each of which can be laid side by side.
final class AlikeListView extends StackPane {

    private static final double NUMBER = 66;
    private static final Insets ROOM = new Insets(8, 6, 8, 6);

    private final Desk desk;
    private final Messages own;

    AlikeListView(Desk desk, AlikeListViewModel model) {
        this.desk = desk;
        this.own = desk.words().of("evidence");
        ListView<Suggestion> list = new ListView<>(model.pairs());
        list.setId("alike-pairs");
        list.setAccessibleText(own.text("alike.page.title"));
        list.setCellFactory(view -> new Line());
        list.setOnKeyPressed(event -> {
            Suggestion chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                compare(chosen);
            }
        });
        Label nothing = Headed.quiet("");
        nothing.textProperty()
                .bind(Bindings.when(model.lookingProperty())
                        .then(own.text("alike.page.looking"))
                        .otherwise(own.text("alike.page.none")));
        list.setPlaceholder(nothing);
        VBox.setVgrow(list, Priority.ALWAYS);
        Button more = Glyphs.button("alike-more", own.text("alike.page.more"), model::more);
        more.disableProperty().bind(model.lookingProperty());
        more.visibleProperty().bind(model.furtherProperty());
        more.managedProperty().bind(model.furtherProperty());
        Headed page = new Headed(
                        own.text("alike.page.title"),
                        own.text("alike.page.about"),
                        new Notice(
                                "alike-notice",
                                model.toldProperty(),
                                desk.words().of("shell")),
                        list,
                        more)
                .from(Glyphs.back("alike-back", own.text("item.back"), () -> desk.go(Place.of("evidence"))));
        getChildren().add(page);
    }

    private void compare(Suggestion pair) {
        desk.go(AlikeScreen.of(pair.item().reference(), pair.other().reference()));
    }

    /// One pair, one item below the other, so that long titles have room.
    private final class Line extends ListCell<Suggestion> {
        @Override
        protected void updateItem(@Nullable Suggestion pair, boolean nothing) {
            super.updateItem(pair, nothing);
            setGraphic(pair == null || nothing ? null : line(pair));
        }

        private Node line(Suggestion pair) {
            VBox both = new VBox(4, item(pair.other()), item(pair.item()));
            both.setMinWidth(0);
            HBox.setHgrow(both, Priority.ALWAYS);
            Label how = Headed.quiet(PairView.how(own, pair));
            how.setMinWidth(USE_PREF_SIZE);
            Button compare = Glyphs.button(
                    "compare-" + pair.item().reference() + "-" + pair.other().reference(),
                    own.text("alike.compare"),
                    () -> compare(pair));
            compare.setMinWidth(USE_PREF_SIZE);
            HBox row = new HBox(16, both, how, compare);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setPadding(ROOM);
            row.prefWidthProperty().bind(getListView().widthProperty().subtract(40));
            row.maxWidthProperty().bind(getListView().widthProperty().subtract(40));
            return row;
        }

        private Node item(Summary item) {
            Label number = new Label(item.reference().toString());
            number.getStyleClass().add("reference");
            number.setMinWidth(NUMBER);
            Label title = new Label(item.title());
            title.setNodeOrientation(Direction.of(item.title()));
            HBox row = new HBox(8, number, title);
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }
    }
}
