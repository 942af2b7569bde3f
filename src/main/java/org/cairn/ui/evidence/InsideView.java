package org.cairn.ui.evidence;

import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// What was attached to an item or packed in it; each can be opened like any other.
final class InsideView extends VBox {

    private final Words words;
    private final Messages own;
    private final Consumer<Reference> open;
    private final ListView<Summary> list;

    InsideView(Words words, Item item, Consumer<Reference> open) {
        this.words = words;
        this.own = words.of("evidence");
        this.open = open;
        this.list = new ListView<>(FXCollections.observableList(item.inside()));
        setId("inside");
        getStyleClass().add("tab-page");
        list.setId("inside-list");
        list.setAccessibleText(own.text("tab.inside"));
        list.setCellFactory(view -> new Line());
        list.setOnKeyPressed(event -> {
            Summary line = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && line != null) {
                open.accept(line.reference());
            }
        });
        getChildren().addAll(Headed.quiet(own.text("inside.line")), list);
    }

    private final class Line extends ListCell<Summary> {
        @Override
        protected void updateItem(@Nullable Summary line, boolean nothing) {
            super.updateItem(line, nothing);
            setGraphic(line == null || nothing ? null : line(line));
        }

        private Node line(Summary line) {
            Label title = Glyphs.label(Material2AL.ATTACHMENT, words.called(line));
            title.setNodeOrientation(Direction.of(title.getText()));
            HBox row = new HBox(
                    10,
                    Glyphs.button(
                            "open-" + line.reference(),
                            line.reference().toString(),
                            () -> open.accept(line.reference())),
                    title,
                    Headed.room(),
                    StateBadge.of(line.state(), own),
                    Badge.of(line.protection(), words));
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }
    }
}
