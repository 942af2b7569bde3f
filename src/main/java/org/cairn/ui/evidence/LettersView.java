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
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.archive.Letter;
import org.cairn.archive.Letter.Standing;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// What was written before a message and after it, wherever it was found; each can be opened.
final class LettersView extends VBox {

    private static final double WHEN = 150;

    private final Words words;
    private final Messages own;
    private final Consumer<Reference> open;
    private final ListView<Letter> list;

    LettersView(Words words, Item item, Consumer<Reference> open) {
        this.words = words;
        this.own = words.of("evidence");
        this.open = open;
        this.list = new ListView<>(FXCollections.observableList(item.letters()));
        setId("letters");
        getStyleClass().add("tab-page");
        list.setId("letters-list");
        list.setAccessibleText(own.text("tab.letters"));
        list.setCellFactory(view -> new Line());
        list.setOnKeyPressed(event -> {
            Letter line = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && line != null && line.standing() != Standing.THIS) {
                open.accept(line.item().reference());
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(Headed.quiet(own.text("letters.line")), list);
        item.letters().stream()
                .filter(letter -> letter.standing() == Standing.THIS)
                .findFirst()
                .ifPresent(this::showing);
    }

    private void showing(Letter looked) {
        list.getSelectionModel().select(looked);
        list.scrollTo(Math.max(0, list.getItems().indexOf(looked) - 2));
    }

    private final class Line extends ListCell<Letter> {
        @Override
        protected void updateItem(@Nullable Letter line, boolean nothing) {
            super.updateItem(line, nothing);
            setGraphic(line == null || nothing ? null : line(line));
        }

        private Node line(Letter letter) {
            HBox row = new HBox(10, number(letter), when(letter), who(letter), Headed.room());
            if (letter.standing() != Standing.BEFORE && letter.standing() != Standing.AFTER) {
                row.getChildren()
                        .add(Badge.neutral(
                                own.text("letters." + letter.standing().name())));
            }
            row.getChildren().add(Badge.of(letter.item().protection(), words));
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }

        private Node number(Letter letter) {
            Reference reference = letter.item().reference();
            if (letter.standing() == Standing.THIS) {
                Label here = new Label(reference.toString());
                here.getStyleClass().add("reference");
                return here;
            }
            return Glyphs.button("open-" + reference, reference.toString(), () -> open.accept(reference));
        }

        private Node when(Letter letter) {
            Label when = Headed.quiet(letter.sent().map(words::moment).orElse(""));
            when.setMinWidth(WHEN);
            return when;
        }

        private Node who(Letter letter) {
            Label from = new Label(letter.from());
            from.setNodeOrientation(Direction.of(letter.from()));
            Label title = Glyphs.label(Material2AL.EMAIL, letter.item().title());
            title.setNodeOrientation(Direction.of(letter.item().title()));
            VBox both = letter.from().isEmpty() ? new VBox(title) : new VBox(2, title, quietly(from));
            both.setAlignment(Pos.CENTER_LEFT);
            return both;
        }

        private static Label quietly(Label label) {
            label.getStyleClass().setAll(Headed.quiet("").getStyleClass());
            return label;
        }
    }
}
