package org.cairn.ui.bundles;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.bundles.PickerViewModel.Choice;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// Statements and evidence that can be laid into the selected section: typed for, then Enter or a button.
final class PickerPane extends VBox {

    private final Messages own;
    private final DraftViewModel draft;
    private final ListView<Choice> list = new ListView<>();

    PickerPane(Desk desk, DraftViewModel draft) {
        this.own = desk.words().of("bundles");
        this.draft = draft;
        PickerViewModel model = new PickerViewModel(
                desk, failure -> draft.toldProperty().set(desk.errors().tell(failure)));
        setId("picker");
        setSpacing(6);
        TextField field = new TextField();
        field.setId("picker-field");
        field.setPromptText(own.text("picker.prompt"));
        field.setAccessibleText(own.text("picker.prompt"));
        field.textProperty().bindBidirectional(model.queryProperty());
        field.setOnAction(event -> model.look());
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        list.setId("picker-list");
        list.setAccessibleText(own.text("picker.list"));
        list.setItems(model.choices());
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setPrefHeight(170);
        list.setMinHeight(96);
        list.setPlaceholder(new Label(own.text("picker.none")));
        list.setCellFactory(view -> new Line());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                addSelected();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                addSelected();
            }
        });
        var add = Glyphs.button("picker-add", Material2AL.ADD, own.text("picker.add"), this::addSelected);
        add.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(
                6,
                field,
                Glyphs.quiet(
                        "picker-look",
                        org.kordamp.ikonli.material2.Material2MZ.SEARCH,
                        own.text("picker.look"),
                        model::look),
                add);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(row, list);
        model.look();
        draft.outlineProperty().subscribe(() -> list.refresh());
    }

    private void addSelected() {
        draft.add(selected());
    }

    private List<Reference> selected() {
        return list.getSelectionModel().getSelectedItems().stream()
                .map(Choice::reference)
                .toList();
    }

    private final class Line extends ListCell<Choice> {
        Line() {
            setPrefWidth(0);
            setOnDragDetected(event -> {
                if (getItem() != null && !selected().isEmpty()) {
                    startDragAndDrop(TransferMode.COPY).setContent(Carried.of(selected()));
                    event.consume();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean nothing) {
            super.updateItem(choice, nothing);
            setGraphic(choice == null || nothing ? null : line(choice));
        }

        private Node line(Choice choice) {
            Label reference = new Label(choice.reference().toString());
            reference.getStyleClass().add("reference");
            reference.setMinWidth(USE_PREF_SIZE);
            Label title = new Label(choice.title());
            title.setNodeOrientation(Direction.of(choice.title()));
            title.setMinWidth(0);
            HBox row = new HBox(7, DraftView.icon(choice.reference().kind() == RecordKind.TESTIMONY), reference, title);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setOpacity(draft.outlineProperty().get().holds(choice.reference()) ? 0.45 : 1);
            return row;
        }
    }
}
