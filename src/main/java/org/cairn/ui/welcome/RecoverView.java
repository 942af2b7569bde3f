package org.cairn.ui.welcome;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.archive.KitMark;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Told;

/// Where the recovery kit is typed in when a passphrase is lost.
final class RecoverView extends VBox {

    /// As many as on the paper.
    private static final int LINES_OF_A_SHARE = 4;

    private final RecoverViewModel model;
    private final Messages words;
    private final VBox form = new VBox();
    private final TextArea phrase = latin("recover-phrase", 2);
    private final List<TextArea> shares = new ArrayList<>();
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final Runnable back;

    /// @param back leads to the page before
    RecoverView(RecoverViewModel model, Messages words, Runnable back) {
        this.model = model;
        this.words = words;
        this.back = back;
        setId("recover");
        getStyleClass().add("door-page");
        form.getStyleClass().add("door-page");
        passphrase.setId("recover-passphrase");
        passphrase.textProperty().subscribe(typed -> model.measure(typed.toCharArray()));
        again.setId("recover-again");
        getChildren()
                .addAll(Headed.heading(words.text("recover.title")), Headed.quiet(words.text("recover.line")), form);
        model.markProperty().subscribe(found -> found.ifPresentOrElse(this::ask, this::askNothing));
    }

    private void askNothing() {
        form.getChildren().setAll(notice(), Glyphs.button("recover-back", words.text("common.back"), back));
    }

    private void ask(KitMark kit) {
        shares.clear();
        form.getChildren().setAll(Headed.quiet(words.text("recover.kit", kit.letters(), kit.needed())));
        form.getChildren()
                .add(FieldRow.of(words.text("recover.phrase"), phrase).helped(words.text("recover.phraseHelp")));
        for (int number = 1; number <= kit.needed(); number++) {
            form.getChildren().add(share(number, kit));
        }
        TextField user = new TextField();
        user.setId("recover-user");
        user.textProperty().bindBidirectional(model.userProperty());
        form.getChildren()
                .addAll(
                        FieldRow.of(words.text("recover.user"), user),
                        FieldRow.of(words.text("recover.passphrase"), passphrase)
                                .helped(words.text("create.passphraseHelp")),
                        new StrengthMeter(model.strengthProperty(), words),
                        FieldRow.of(words.text("create.again"), again),
                        Headed.quiet(words.text("recover.afterwards")),
                        notice(),
                        buttons());
    }

    /// Beside the buttons: whoever presses one at the foot of a long page does not see its top.
    private Notice notice() {
        return new Notice("recover-notice", model.toldProperty(), words);
    }

    private FieldRow share(int number, KitMark kit) {
        TextArea field = latin("recover-share-" + number, LINES_OF_A_SHARE);
        field.setPromptText(kit.letters() + " …");
        shares.add(field);
        FieldRow row = FieldRow.of(words.text("recover.share", number), field);
        field.textProperty().subscribe(typed -> row.helped(about(number, typed, true)));
        field.focusedProperty().subscribe(focused -> {
            if (!focused) {
                row.helped(about(number, field.getText(), false));
            }
        });
        return row;
    }

    /// Nobody is told of a mistake while they are still typing.
    private String about(int number, String typed, boolean stillTyping) {
        return model.aboutShare(number, typed)
                .filter(told -> !stillTyping || told.kind() == Told.Kind.SUCCESS)
                .map(Told::what)
                .orElse("");
    }

    private HBox buttons() {
        Button recover = Glyphs.primary("recover-now", words.text("recover.now"), this::recover);
        Button check = Glyphs.button("recover-check", words.text("recover.check"), this::check);
        for (Button button : List.of(recover, check)) {
            button.disableProperty()
                    .bind(model.busyProperty().or(model.waitSecondsProperty().greaterThan(0)));
        }
        recover.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.waitSecondsProperty().get() > 0
                                ? words.text(
                                        "unlock.wait",
                                        model.waitSecondsProperty().get())
                                : words.text("recover.now"),
                        model.waitSecondsProperty()));
        return new HBox(12, recover, check, Glyphs.button("recover-back", words.text("common.back"), back));
    }

    private void check() {
        model.rehearse(phrase.getText(), typed());
    }

    private void recover() {
        char[] first = passphrase.getText().toCharArray();
        char[] second = again.getText().toCharArray();
        again.clear();
        model.recover(phrase.getText(), typed(), first, second);
    }

    private List<String> typed() {
        return shares.stream().map(TextArea::getText).toList();
    }

    /// What is on the papers is in Latin letters, whatever the window is in.
    private static TextArea latin(String id, int lines) {
        TextArea field = new TextArea();
        field.setId(id);
        field.getStyleClass().add("mono");
        field.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        field.setWrapText(true);
        field.setPrefRowCount(lines);
        // one goes from field to field by Tab
        field.addEventFilter(javafx.scene.input.KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.TAB && !event.isControlDown()) {
                field.requestFocusTraversal(
                        event.isShiftDown()
                                ? javafx.scene.TraversalDirection.PREVIOUS
                                : javafx.scene.TraversalDirection.NEXT);
                event.consume();
            }
        });
        return field;
    }
}
