package org.cairn.ui.welcome;

import java.io.File;
import java.util.ArrayList;
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
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Tasks;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// The assistant that makes a new archive.
final class NewArchiveView extends VBox {

    private static final int PASSPHRASE_STEP = 1;
    private static final int KIT_STEP = 2;
    private static final int DONE_STEP = 3;
    private static final List<String> NAMES = List.of("0", "passphrase", "kit", "3");

    private final NewArchiveViewModel model;
    private final Messages words;
    private final Tasks tasks;
    private final Runnable leave;
    private final VBox page = new VBox();
    private final PasswordField passphrase = new PasswordField();
    private final PasswordField again = new PasswordField();
    private @Nullable RecoveryKitPane lastKit;

    NewArchiveView(NewArchiveViewModel model, Messages words, Tasks tasks, Runnable leave) {
        this.tasks = tasks;
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
        model.stepProperty().subscribe(step -> {
            if (step.intValue() > PASSPHRASE_STEP) {
                passphrase.clear();
                again.clear();
            }
            show(step.intValue());
        });
    }

    private void show(int step) {
        Label where = Headed.quiet(words.text("create.step", step + 1, NewArchiveViewModel.STEPS));
        page.getChildren()
                .setAll(
                        where,
                        Headed.heading(words.text("create.title." + NAMES.get(step))),
                        Headed.quiet(words.text("create.line." + NAMES.get(step))),
                        new Notice("create-notice", model.toldProperty(), words));
        page.getChildren().addAll(fields(step));
        page.getChildren().add(buttons(step));
    }

    private List<Node> fields(int step) {
        return switch (step) {
            case 0 -> List.of(nameField(), placeField());
            case PASSPHRASE_STEP ->
                List.of(
                        userField(),
                        FieldRow.of(words.text("create.passphrase"), passphrase)
                                .helped(words.text("create.passphraseHelp")),
                        new StrengthMeter(model.strengthProperty(), words),
                        FieldRow.of(words.text("create.again"), again));
            case KIT_STEP -> model.kit().<Node>map(this::kitPane).stream().toList();
            default -> done();
        };
    }

    private RecoveryKitPane kitPane(RecoveryKitViewModel kit) {
        RecoveryKitPane pane = new RecoveryKitPane(kit, words, tasks, true);
        lastKit = pane;
        return pane;
    }

    private List<Node> done() {
        List<Node> all = new ArrayList<>(
                List.of(Headed.quiet(words.text("create.madeAt", Direction.isolate(String.valueOf(model.folder()))))));
        if (lastKit != null) {
            all.add(lastKit.remains());
        }
        return all;
    }

    private HBox buttons(int step) {
        HBox row = new HBox(12);
        if (step == KIT_STEP) {
            return row;
        }
        Button on = switch (step) {
            case PASSPHRASE_STEP -> Glyphs.primary("create-make", words.text("create.make"), this::make);
            case DONE_STEP -> Glyphs.primary("create-enter", words.text("create.enter"), model::enter);
            default -> Glyphs.primary("create-next", words.text("common.next"), model::next);
        };
        on.setDefaultButton(true);
        on.disableProperty().bind(model.busyProperty());
        row.getChildren().add(on);
        if (step < KIT_STEP) {
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
        return FieldRow.of(words.text("create.user"), user).helped(words.text("create.line.1"));
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
    }
}
