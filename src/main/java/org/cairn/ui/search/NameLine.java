package org.cairn.ui.search;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.kordamp.ikonli.material2.Material2AL;

/// What something is called, with a pencil for whoever may call it otherwise.
final class NameLine extends HBox {

    private final Messages own;
    private final String id;
    private final String name;
    private final Consumer<String> rename;
    private final Label shown;
    private final Button pencil;

    /// @param id of the name; the parts beside it are called after it
    /// @param may whether it may be given another name
    /// @param rename is given the other name
    NameLine(Messages own, String id, String name, boolean may, Consumer<String> rename) {
        super(6);
        this.own = own;
        this.id = id;
        this.name = name;
        this.rename = rename;
        shown = Direction.own(new Label(name));
        shown.setId(id);
        shown.getStyleClass().add("field-name");
        shown.setWrapText(true);
        shown.setMinWidth(0);
        pencil = Glyphs.quiet(id + "-rename", Material2AL.EDIT, own.text("saved.rename"), this::edit);
        pencil.setVisible(may);
        pencil.setMinWidth(Region.USE_PREF_SIZE);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(shown, pencil);
    }

    private void edit() {
        TextField field = new TextField(name);
        field.setId(id + "-field");
        field.setAccessibleText(own.text("saved.rename"));
        field.nodeOrientationProperty().bind(field.textProperty().map(Direction::of));
        field.setOnAction(event -> done(field.getText()));
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave();
                event.consume();
            }
        });
        HBox.setHgrow(field, Priority.ALWAYS);
        Button save = Glyphs.button(id + "-save", own.text("saved.rename.save"), () -> done(field.getText()));
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.disableProperty().bind(field.textProperty().map(String::isBlank));
        Button leave = Glyphs.quiet(id + "-leave", Material2AL.CLOSE, own.text("saved.rename.leave"), this::leave);
        getChildren().setAll(List.<Node>of(field, save, leave));
        field.requestFocus();
        field.selectAll();
    }

    private void done(String otherwise) {
        if (otherwise.isBlank()) {
            return;
        }
        if (otherwise.strip().equals(name)) {
            leave();
        } else {
            rename.accept(otherwise);
        }
    }

    private void leave() {
        getChildren().setAll(shown, pencil);
        pencil.requestFocus();
    }
}
