package org.cairn.ui.settings;

import java.io.File;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.cairn.archive.Synonyms.Group;
import org.cairn.domain.Protection;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.FittedCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// The words that mean the same, one group in each line, and a line to write one; Enter keeps it, Escape leaves it.
final class SynonymsCard extends VBox {

    private static final double HIGHEST = 260;
    private static final double LINE = 46;
    private static final String FILE = "synonyms.txt";

    private final Words words;
    private final Messages own;
    private final SynonymsViewModel model;
    private final ListView<@Nullable Group> list = new ListView<>();
    private final TextField written = new TextField();

    SynonymsCard(Words words, SynonymsViewModel model) {
        super(12);
        this.words = words;
        this.own = words.of("shell");
        this.model = model;
        setId("synonyms");
        list.setId("synonyms-list");
        list.setAccessibleText(own.text("synonyms.title"));
        list.setCellFactory(unused -> new Cell());
        list.setPlaceholder(Headed.quiet(own.text("synonyms.empty")));
        list.setMinHeight(USE_PREF_SIZE);
        model.groups().addListener((ListChangeListener<Group>) change -> draw());
        draw();
        getChildren()
                .addAll(
                        Headed.quiet(own.text("synonyms.line")),
                        new Notice("synonyms-notice", model.toldProperty(), own),
                        list);
        if (model.mayChange()) {
            getChildren().add(form());
        }
        getChildren().add(files());
    }

    private void draw() {
        list.getItems().setAll(model.groups());
        list.setPrefHeight(
                Math.min(HIGHEST, 16 + LINE * Math.max(1, model.groups().size())));
    }

    private final class Cell extends FittedCell<@Nullable Group> {
        @Override
        protected void updateItem(@Nullable Group group, boolean nothing) {
            super.updateItem(group, nothing);
            setText(null);
            setGraphic(group == null || nothing ? null : line(group));
        }
    }

    private Node line(Group group) {
        Label label = Direction.own(new Label(group.group().title()));
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(8, label);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPadding(new Insets(3, 0, 3, 0));
        if (group.group().protection() != Protection.PUBLIC) {
            line.getChildren().add(Headed.quiet(words.protection(group.group().protection())));
        }
        if (model.mayChange()) {
            line.getChildren()
                    .addAll(
                            button("change", group, () -> {
                                model.change(group);
                                written.requestFocus();
                                written.end();
                            }),
                            button("remove", group, () -> model.remove(group)));
        }
        return line;
    }

    private Button button(String what, Group group, Runnable action) {
        Button button =
                Glyphs.button("synonyms-" + what + "-" + group.reference(), own.text("synonyms." + what), action);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(
                own.text("synonyms." + what + ".of", group.group().title()));
        button.disableProperty().bind(model.busyProperty());
        return button;
    }

    private Node form() {
        written.setId("synonyms-words");
        written.textProperty().bindBidirectional(model.wordsProperty());
        written.nodeOrientationProperty().bind(written.textProperty().map(Direction::of));
        written.setPrefColumnCount(34);
        written.setOnAction(event -> model.keep());
        written.setOnKeyPressed(event -> {
            if (event.getCode() == javafx.scene.input.KeyCode.ESCAPE) {
                model.leave();
                event.consume();
            }
        });
        CodePicker<Protection> level = new CodePicker<>("synonyms-kept-as", model.levels(), words::protection);
        level.valueProperty().bindBidirectional(model.keptAsProperty());
        FieldRow row =
                FieldRow.of(own.text("synonyms.words"), written).prompting(written, own.text("synonyms.example"));
        HBox.setHgrow(row, Priority.ALWAYS);
        HBox fields = new HBox(12, row, FieldRow.of(own.text("synonyms.keptAs"), level));
        Button keep = Glyphs.primary("synonyms-keep", own.text("synonyms.add"), model::keep);
        keep.disableProperty().bind(model.busyProperty());
        Button leave = Glyphs.button("synonyms-leave", own.text("synonyms.leave"), model::leave);
        model.changingProperty().subscribe(group -> {
            keep.setText(own.text(group == null ? "synonyms.add" : "synonyms.save"));
            leave.setVisible(group != null);
            leave.setManaged(group != null);
        });
        return new VBox(8, fields, new HBox(8, keep, leave));
    }

    private Node files() {
        FlowPane buttons = new FlowPane(8, 6);
        if (model.mayChange()) {
            Button starter = Glyphs.button("synonyms-starter", own.text("synonyms.starter"), model::takeStarter);
            starter.setAccessibleHelp(own.text("synonyms.starter.help"));
            buttons.getChildren()
                    .addAll(
                            Glyphs.button(
                                    "synonyms-import",
                                    Material2AL.FOLDER_OPEN,
                                    own.text("synonyms.import"),
                                    this::take),
                            starter);
        }
        buttons.getChildren().add(Glyphs.button("synonyms-export", own.text("synonyms.export"), this::write));
        buttons.getChildren().forEach(button -> button.disableProperty().bind(model.busyProperty()));
        return model.mayChange() ? new VBox(6, buttons, Headed.quiet(own.text("synonyms.starter.help"))) : buttons;
    }

    private void take() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(own.text("synonyms.import"));
        File chosen = chooser.showOpenDialog(getScene().getWindow());
        if (chosen != null) {
            model.take(chosen.toPath());
        }
    }

    private void write() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(own.text("synonyms.export"));
        chooser.setInitialFileName(FILE);
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            model.write(chosen.toPath());
        }
    }
}
