package org.cairn.ui.evidence;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.kordamp.ikonli.material2.Material2AL;

/// Find in this document: a field, which place of how many, one back, one on.
final class FindBar extends HBox {

    private final Messages own;
    private final FindViewModel find;
    private final Label count = new Label();
    private final TextField field;

    FindBar(Messages own, FindViewModel find) {
        this.own = own;
        this.find = find;
        setSpacing(4);
        setAlignment(Pos.CENTER_LEFT);
        field = new TextField(find.typedProperty().get());
        field.setId("find-field");
        field.setPromptText(own.text("find.prompt"));
        field.setAccessibleText(own.text("find.prompt"));
        field.setPrefColumnCount(16);
        field.setOnAction(event -> {
            if (field.getText().strip().equals(find.typedProperty().get())
                    && !find.found().isEmpty()) {
                find.next();
            } else {
                find.type(field.getText());
            }
        });
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                field.clear();
                find.type("");
                event.consume();
            }
        });
        count.setId("find-count");
        count.getStyleClass().add("quiet");
        count.setMinWidth(72);
        find.atProperty().subscribe(this::say);
        find.found().subscribe(this::say);
        find.soughtProperty().subscribe(this::sought);
        find.faultProperty().subscribe(why -> {
            count.setTooltip(why.isEmpty() ? null : new Tooltip(why));
            count.setAccessibleHelp(why);
            say();
        });
        getChildren()
                .addAll(
                        field,
                        Glyphs.quiet(
                                "find-previous",
                                Material2AL.KEYBOARD_ARROW_UP,
                                own.text("find.previous"),
                                find::previous),
                        Glyphs.quiet("find-next", Material2AL.KEYBOARD_ARROW_DOWN, own.text("find.next"), find::next),
                        count);
    }

    /// What is sought may have been typed elsewhere, in another way to see the same thing.
    private void sought() {
        String words = find.typedProperty().get();
        if (!field.isFocused() && !field.getText().strip().equals(words)) {
            field.setText(words);
        }
        say();
    }

    private void say() {
        if (!find.faultProperty().get().isEmpty()) {
            count.setText(own.text("find.misread"));
        } else if (find.sought().isEmpty()) {
            count.setText(find.typedProperty().get().isEmpty() ? "" : own.text("find.none"));
        } else if (find.found().isEmpty()) {
            count.setText(own.text("find.none"));
        } else {
            count.setText(own.text("find.at", find.atProperty().get() + 1, find.total()));
        }
    }
}
