package org.cairn.ui.evidence;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;

/// Where the password of a locked item is typed: one line, and one button.
final class UnlockPane extends VBox {

    UnlockPane(Words words, UnlockViewModel model) {
        super(8);
        Messages own = words.of("evidence");
        setId("unlock-item");
        getStyleClass().add("card-box");
        PasswordField word = new PasswordField();
        word.setId("unlock-item-word");
        word.setPromptText(own.text("unlock.word"));
        word.setAccessibleText(own.text("unlock.word"));
        word.setPrefColumnCount(24);
        word.textProperty().bindBidirectional(model.wordProperty());
        word.setOnAction(event -> model.unlock());
        word.disableProperty().bind(model.tryingProperty());
        Button open = Glyphs.primary("unlock-item-open", own.text("unlock.do"), model::unlock);
        open.setMinWidth(USE_PREF_SIZE);
        open.disableProperty()
                .bind(model.tryingProperty().or(model.wordProperty().isEmpty()));
        CheckBox everywhere = new CheckBox(own.text("unlock.everywhere"));
        everywhere.setId("unlock-item-everywhere");
        everywhere.selectedProperty().bindBidirectional(model.everywhereProperty());
        HBox row = new HBox(12, word, open, everywhere);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        Headed.quiet(own.text("unlock.line")),
                        row,
                        new Notice("unlock-item-notice", model.toldProperty(), words.of("shell")));
    }
}
