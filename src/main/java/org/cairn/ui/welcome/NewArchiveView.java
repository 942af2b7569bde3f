package org.cairn.ui.welcome;

import java.io.File;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.kordamp.ikonli.material2.Material2AL;

/// The assistant that makes a new archive.
final class NewArchiveView extends VBox {

    private final NewArchiveViewModel model;
    private final Messages words;
    private final Runnable leave;
    private final VBox page = new VBox();
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField again = new PasswordField();

    NewArchiveView(NewArchiveViewModel model, Messages words, Runnable leave) {
        this.model = model;
        this.words = words;
        this.leave = leave;
        setId("create");
        getStyleClass().add("door-page");
        page.getStyleClass().add("door-page");
        passphrase.setId("create-passphrase");
        again.setId("create-again");
        passphrase.textProperty().subscribe(typed -> model.measure(typed.toCharArray()));
        getChildren().addAll(page);
        model.stepProperty().subscribe(step -> show(step.intValue()));
    }

    private void show(int step) {
        Label where = Headed.quiet(words.text("create.step", step + 1, NewArchiveViewModel.STEPS));
        page.getChildren()
                .setAll(
                        where,
                        Headed.heading(words.text("create.title." + step)),
                        Headed.quiet(words.text("create.line." + step)),
                        new Notice("create-notice", model.toldProperty(), words));
        page.getChildren().addAll(fields(step));
        page.getChildren().add(buttons(step));
    }

    private List<Node> fields(int step) {
        return switch (step) {
            case 0 -> List.of(nameField(), placeField());
            case 1 -> List.of(userField());
            case 2 ->
                List.of(
                        FieldRow.of(words.text("create.passphrase"), passphrase)
                                .helped(words.text("create.passphraseHelp")),
                        new StrengthMeter(model.strengthProperty(), words),
                        FieldRow.of(words.text("create.again"), again));
            default -> List.of(Headed.quiet(words.text("create.madeAt", model.folder())));
        };
    }

    private HBox buttons(int step) {
        HBox row = new HBox(12);
        Button on = switch (step) {
            case 2 -> Glyphs.primary("create-make", words.text("create.make"), this::make);
            case 3 -> Glyphs.primary("create-enter", words.text("create.enter"), model::enter);
            default -> Glyphs.primary("create-next", words.text("common.next"), model::next);
        };
        on.setDefaultButton(true);
        on.disableProperty().bind(model.busyProperty());
        row.getChildren().add(on);
        if (step < 3) {
            row.getChildren()
                    .add(Glyphs.button("create-back", words.text("common.back"), step == 0 ? leave : model::back));
        }
        return row;
    }

    private FieldRow nameField() {
        TextField name = new TextField();
        name.setId("create-name");
        name.textProperty().bindBidirectional(model.nameProperty());
        return FieldRow.of(words.text("create.name"), name).helped(words.text("create.nameHelp"));
    }

    private FieldRow placeField() {
        TextField parent = new TextField();
        parent.setId("create-parent");
        parent.textProperty().bindBidirectional(model.parentProperty());
        HBox.setHgrow(parent, Priority.ALWAYS);
        Button choose =
                Glyphs.button("create-choose", Material2AL.FOLDER_OPEN, words.text("common.choose"), this::choose);
        return FieldRow.of(words.text("create.place"), new HBox(8, parent, choose), parent)
                .helped(words.text("create.placeHelp"));
    }

    private FieldRow userField() {
        TextField user = new TextField();
        user.setId("create-user");
        user.textProperty().bindBidirectional(model.userProperty());
        return FieldRow.of(words.text("create.user"), user).helped(words.text("create.userHelp"));
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.text("create.place"));
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            model.parentProperty().set(chosen.getPath());
        }
    }

    private void make() {
        char[] first = passphrase.getText().toCharArray();
        char[] second = again.getText().toCharArray();
        again.clear();
        model.create(first, second);
        model.stepProperty().subscribe(step -> {
            if (step.intValue() > 2) {
                passphrase.clear();
            }
        });
    }
}
