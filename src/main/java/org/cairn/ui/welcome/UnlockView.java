package org.cairn.ui.welcome;

import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Focus;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;

/// Where the passphrase is asked for.
final class UnlockView extends VBox {

    private final TextField user = new TextField();
    private final PasswordField passphrase = new PasswordField();

    /// @param locked whether one comes back to an archive that was locked, rather than opening one
    /// @param back leads to the page before
    /// @param lost leads to the recovery kit
    UnlockView(UnlockViewModel model, Messages words, boolean locked, Runnable back, Runnable lost) {
        setId("unlock");
        getStyleClass().add("door-page");
        user.setId("unlock-user");
        user.textProperty().bindBidirectional(model.userProperty());
        passphrase.setId("unlock-passphrase");
        String name = Path.of(model.folderProperty().get()).getFileName().toString();
        Button unlock = Glyphs.primary("unlock-open", words.text("unlock.open"), () -> attempt(model));
        unlock.setDefaultButton(true);
        unlock.disableProperty()
                .bind(model.busyProperty().or(model.waitSecondsProperty().greaterThan(0)));
        unlock.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.waitSecondsProperty().get() > 0
                                ? words.text(
                                        "unlock.wait",
                                        model.waitSecondsProperty().get())
                                : words.text("unlock.open"),
                        model.waitSecondsProperty()));
        ProgressIndicator turning = new ProgressIndicator();
        turning.setMaxSize(20, 20);
        turning.visibleProperty().bind(model.busyProperty());
        HBox buttons = new HBox(
                12,
                unlock,
                Glyphs.button("unlock-back", words.text(locked ? "unlock.other" : "common.back"), back),
                turning);
        getChildren()
                .addAll(
                        Headed.heading(words.text(locked ? "unlock.lockedTitle" : "unlock.title")),
                        Headed.quiet(words.text(locked ? "unlock.lockedLine" : "unlock.line", name)),
                        new Notice("unlock-notice", model.toldProperty(), words),
                        FieldRow.of(words.text("unlock.user"), user),
                        FieldRow.of(words.text("unlock.passphrase"), passphrase),
                        buttons,
                        ending(model, words),
                        lostLink(words, lost));
    }

    /// What still has to stop before the archive is closed and can be opened again.
    private static Label ending(UnlockViewModel model, Messages words) {
        Label line = Headed.quiet("");
        line.setId("unlock-ending");
        line.textProperty()
                .bind(model.endingProperty().map(what -> what.isEmpty() ? "" : words.text("unlock.ending", what)));
        line.visibleProperty().bind(model.endingProperty().isNotEmpty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private static Hyperlink lostLink(Messages words, Runnable lost) {
        Hyperlink link = new Hyperlink(words.text("unlock.lost"));
        link.setId("unlock-lost");
        link.getStyleClass().add("quiet");
        link.setOnAction(event -> lost.run());
        return link;
    }

    /// Puts the cursor where the person goes on typing.
    void begin() {
        Focus.on(user.getText().isBlank() ? user : passphrase);
    }

    private void attempt(UnlockViewModel model) {
        char[] typed = passphrase.getText().toCharArray();
        passphrase.clear();
        model.unlock(typed);
        passphrase.requestFocus();
    }
}
