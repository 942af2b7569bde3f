package org.cairn.ui.bundles;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.cairn.domain.BundleDraft;
import org.cairn.i18n.Messages;
import org.cairn.ui.bundles.ChooseViewModel.Choice;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Focus;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// Before a bundle is written: which versions, who signs, which words must not be left; then where to.
final class ChooseView extends BorderPane {

    private static final int LINES = 3;

    private final Words words;
    private final Messages own;
    private final ChooseViewModel model;
    private final PasswordField password = new PasswordField();
    private final Button write;

    ChooseView(Words words, ChooseViewModel model, Runnable back) {
        this.words = words;
        this.own = words.of("bundles");
        this.model = model;
        setId("choose");
        write = Glyphs.primary("choose-write", own.text("choose.write"), this::folder);
        write.disableProperty().bind(model.readyProperty().not());
        HBox steps =
                new HBox(8, write, Glyphs.button("choose-back", Material2AL.ARROW_BACK, own.text("write.back"), back));
        steps.getStyleClass().add("choose-steps");
        VBox page = new VBox(
                14,
                new Notice("choose-notice", model.toldProperty(), words.of("shell")),
                what(),
                signature(),
                protectedWords());
        page.getStyleClass().add("writing-page");
        setCenter(Headed.scrolling(page));
        // always in sight, however much there is to choose
        setBottom(steps);
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                back.run();
            }
        });
        Focus.on(write);
    }

    /// Writes into a folder what is chosen.
    void write(Path folder) {
        char[] typed = password.getText().toCharArray();
        password.clear();
        model.write(folder, typed);
    }

    /// Signs with the key of a file, whose password is asked for.
    void sign(Path key) {
        model.keyProperty().set(key);
        Focus.on(password);
    }

    private Node what() {
        BundleDraft draft = model.draft();
        VBox card = Headed.card(own.text("choose.title"));
        card.setId("choose-what");
        if (draft.references().isEmpty()) {
            card.getChildren().add(Headed.quiet(own.text("choose.nothing")));
        } else if (model.choices().isEmpty()) {
            card.getChildren().add(forWhom(draft));
        } else {
            card.getChildren().add(Headed.quiet(own.text("choose.versions")));
            model.choices().forEach(choice -> card.getChildren().add(version(choice)));
        }
        draft.how()
                .after()
                .ifPresent(serving -> card.getChildren()
                        .add(Headed.quiet(own.text("choose.late", Direction.isolate(serving.toString())))));
        return card;
    }

    private Node version(Choice choice) {
        CheckBox tick = new CheckBox(BundleWords.heading(words, choice.version().kind()));
        tick.setId("choose-version-" + choice.version().kind());
        tick.selectedProperty().bindBidirectional(choice.written());
        tick.getStyleClass().add("result-title");
        VBox box = new VBox(4, tick, forWhom(choice.draft()));
        box.getChildren().getLast().getStyleClass().add("indented");
        return box;
    }

    /// For whom it is, what its witnesses had to allow, how closely it is kept.
    private Node forWhom(BundleDraft draft) {
        Label line = Headed.quiet(BundleWords.forWhom(words, draft));
        line.setMinWidth(0);
        HBox row = new HBox(10, Badge.of(draft.confidentiality(), words), line);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node signature() {
        password.setId("choose-password");
        password.setPrefColumnCount(24);
        Label file = new Label();
        file.setId("choose-key");
        file.getStyleClass().add("mono");
        file.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        file.textProperty()
                .bind(model.keyProperty()
                        .map(path -> String.valueOf(path.getFileName()))
                        .orElse(""));
        Button choose = Glyphs.button("choose-key-file", own.text("choose.key"), this::key);
        choose.setMinWidth(USE_PREF_SIZE);
        Button without = Glyphs.button("choose-unsigned", own.text("choose.unsigned"), () -> {
            password.clear();
            model.keyProperty().set(null);
        });
        without.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(10, choose, file, without);
        row.setAlignment(Pos.CENTER_LEFT);
        FieldRow typed = FieldRow.of(own.text("choose.password"), password).helped(own.text("choose.password.help"));
        typed.setMaxWidth(420);
        for (Node node : List.of(file, without, typed)) {
            node.visibleProperty().bind(model.keyProperty().isNotNull());
            node.managedProperty().bind(node.visibleProperty());
        }
        CheckBox archive = new CheckBox(own.text("choose.ownKey"));
        archive.setId("choose-own-key");
        archive.setWrapText(true);
        archive.selectedProperty().bindBidirectional(model.ownProperty());
        archive.visibleProperty().bind(model.keyProperty().isNull());
        archive.managedProperty().bind(archive.visibleProperty());
        return Headed.card(
                own.text("choose.signature"), Headed.quiet(own.text("choose.signature.line")), row, typed, archive);
    }

    private Node protectedWords() {
        TextArea typed = new TextArea();
        typed.setId("choose-words");
        typed.setPrefRowCount(LINES);
        typed.setWrapText(false);
        typed.textProperty().bindBidirectional(model.wordsProperty());
        VBox card = Headed.card(
                own.text("choose.words"),
                Headed.quiet(own.text(model.knowsNames() ? "choose.words.known" : "choose.words.unknown")),
                FieldRow.of(own.text("choose.words.field"), typed));
        if (model.wordsBlackedOut() > 0) {
            CheckBox also = new CheckBox(own.text("choose.blackedOut", model.wordsBlackedOut()));
            also.setId("choose-blacked-out");
            also.setWrapText(true);
            also.selectedProperty().bindBidirectional(model.blackedOutProperty());
            card.getChildren().add(also);
        }
        card.setId("choose-words-card");
        card.visibleProperty().bind(model.reducedProperty());
        card.managedProperty().bind(card.visibleProperty());
        return card;
    }

    private void key() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(own.text("choose.key"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(own.text("choose.keys"), "*.p12", "*.pfx", "*.P12", "*.PFX"),
                        new FileChooser.ExtensionFilter(own.text("choose.files"), "*"));
        @Nullable File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            sign(file.toPath());
        }
    }

    private void folder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(own.text("draft.folder"));
        Optional.ofNullable(chooser.showDialog(getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(this::write);
    }
}
