package org.cairn.ui.search;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.domain.ElementLink.Bearing;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.cairn.ui.search.ElementsOffered.Offered;
import org.cairn.ui.search.HitWorkViewModel.Writing;
import org.jspecify.annotations.Nullable;

/// Which element a find is linked to, and which way it bears: what is typed above narrows the list, the arrows go
/// through it.
final class ElementChoice extends VBox {

    private static final double TALL = 250;
    /// What a row has beside its words: its own edges, and the bar that scrolls.
    private static final double EDGES = 36;

    private final Messages own;
    private final ListView<Offered> list = new ListView<>();

    /// @param keep what a double click does
    /// @param back gives the focus back to where is typed
    /// @param leave writes nothing after all
    ElementChoice(Words words, HitWorkViewModel model, Runnable keep, Runnable back, Runnable leave) {
        super(6);
        this.own = words.of("search");
        setId("work-elements");
        list.setId("work-element-list");
        list.setItems(model.offered());
        list.setPrefHeight(TALL);
        list.setMinHeight(TALL / 2);
        // letters go on being typed above
        list.setFocusTraversable(false);
        list.setAccessibleText(own.text("work.elements"));
        list.setPlaceholder(Headed.quiet(own.text("work.noElement")));
        list.setCellFactory(any -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(model::choose);
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() > 1) {
                keep.run();
            } else {
                back.run();
            }
        });
        model.chosenProperty().subscribe(this::select);
        CodePicker<Bearing> bearing = new CodePicker<>(
                "work-bearing", List.of(Bearing.values()), way -> words.vocabulary("bearing", way.name()));
        bearing.valueProperty().bindBidirectional(model.bearingProperty());
        bearing.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!bearing.isShowing() && event.getCode() == KeyCode.ENTER) {
                keep.run();
                event.consume();
            } else if (!bearing.isShowing() && event.getCode() == KeyCode.ESCAPE) {
                leave.run();
                event.consume();
            }
        });
        Label asked = new Label(own.text("work.bearing"));
        asked.setLabelFor(bearing);
        asked.setMinWidth(USE_PREF_SIZE);
        bearing.setAccessibleText(asked.getText());
        HBox way = new HBox(8, asked, bearing);
        way.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(list, way);
        model.writingProperty().subscribe(what -> {
            setVisible(what == Writing.ELEMENT);
            setManaged(what == Writing.ELEMENT);
        });
    }

    private void select(@Nullable Offered chosen) {
        if (chosen == null) {
            list.getSelectionModel().clearSelection();
        } else if (!chosen.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().select(chosen);
            list.scrollTo(chosen);
        }
    }

    /// The code and the words of an element, where it stands, and that no lawyer has checked it where none has.
    private final class Cell extends ListCell<Offered> {
        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Offered one, boolean empty) {
            super.updateItem(one, empty);
            setText(null);
            if (empty || one == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Label code = new Label(one.code());
            code.setMinWidth(USE_PREF_SIZE);
            code.getStyleClass().add("reference");
            Label called = new Label(one.words());
            called.setWrapText(true);
            called.prefWidthProperty().bind(list.widthProperty().subtract(EDGES));
            called.setMinHeight(USE_PREF_SIZE);
            HBox head = new HBox(8, code);
            head.setAlignment(Pos.CENTER_LEFT);
            String said = one.code() + " " + one.words() + ", " + one.where();
            if (!one.element().reviewed()) {
                String flag = own.text("work.unchecked");
                head.getChildren().add(Badge.waiting(flag));
                said += ", " + flag;
            }
            VBox row = new VBox(2, head, called, Headed.quiet(one.where()));
            row.setPadding(new Insets(4, 0, 4, 0));
            setGraphic(row);
            setAccessibleText(said);
        }
    }
}
