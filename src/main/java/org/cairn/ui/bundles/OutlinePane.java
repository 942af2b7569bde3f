package org.cairn.ui.bundles;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.BundleDraft.Section;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.bundles.Outline.Spot;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The order of a bundle as a tree, its tools below, and what can be laid in below that.
final class OutlinePane extends VBox {

    private final DraftViewModel model;
    private final Messages own;
    private final TreeView<Spot> tree = new TreeView<>();
    private final ExhibitPane exhibit;
    private boolean drawing;

    /// @param redact opens an exhibit for something to be blacked out
    OutlinePane(Desk desk, DraftViewModel model, Consumer<Reference> redact) {
        this.model = model;
        this.own = desk.words().of("bundles");
        setId("outline-pane");
        setSpacing(8);
        tree.setId("outline");
        tree.setAccessibleText(own.text("outline.name"));
        tree.setShowRoot(false);
        tree.setCellFactory(view -> new OutlineCell(desk.words(), model));
        tree.getSelectionModel().selectedItemProperty().subscribe(item -> {
            if (!drawing) {
                model.selectedProperty().set(item == null ? null : item.getValue());
            }
        });
        tree.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(tree, Priority.ALWAYS);
        tree.setMinHeight(140);
        model.outlineProperty().subscribe(this::draw);
        model.checkedProperty().subscribe(tree::refresh);
        model.selectedProperty().subscribe(this::select);
        exhibit = new ExhibitPane(desk.words(), model, redact);
        getChildren().addAll(tree, tools(), exhibit, new PickerPane(desk, model));
    }

    private HBox tools() {
        HBox row = new HBox(
                2,
                Glyphs.quiet("outline-up", Material2AL.ARROW_UPWARD, own.text("outline.up"), () -> model.step(-1)),
                Glyphs.quiet("outline-down", Material2AL.ARROW_DOWNWARD, own.text("outline.down"), () -> model.step(1)),
                Glyphs.quiet(
                        "outline-remove",
                        Material2MZ.REMOVE_CIRCLE_OUTLINE,
                        own.text("outline.remove"),
                        model::removeSelected),
                Headed.room(),
                Glyphs.button("outline-section", Material2AL.ADD, own.text("outline.section"), model::addSection));
        return row;
    }

    private void draw() {
        drawing = true;
        TreeItem<Spot> root = new TreeItem<>(new Spot(-1, -1));
        for (int s = 0; s < model.outlineProperty().get().sections().size(); s++) {
            Section section = model.outlineProperty().get().sections().get(s);
            TreeItem<Spot> item = new TreeItem<>(new Spot(s, -1));
            for (int e = 0; e < section.exhibits().size(); e++) {
                item.getChildren().add(new TreeItem<>(new Spot(s, e)));
            }
            item.setExpanded(true);
            root.getChildren().add(item);
        }
        tree.setRoot(root);
        drawing = false;
        select(model.selectedProperty().get());
    }

    private void select(@Nullable Spot spot) {
        drawing = true;
        if (spot == null) {
            tree.getSelectionModel().clearSelection();
        } else {
            tree.getRoot().getChildren().stream()
                    .flatMap(section -> java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(section), section.getChildren().stream()))
                    .filter(item -> Objects.equals(item.getValue(), spot))
                    .findFirst()
                    .ifPresent(tree.getSelectionModel()::select);
        }
        drawing = false;
    }

    private void key(KeyEvent event) {
        if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            model.step(-1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            model.step(1);
        } else if (event.getCode() == KeyCode.DELETE) {
            model.removeSelected();
        } else if (event.getCode() == KeyCode.F2) {
            exhibit.rename();
        } else {
            return;
        }
        event.consume();
    }
}
