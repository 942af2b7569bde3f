package org.cairn.ui.forms;

import java.io.File;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.cairn.archive.Scripts;
import org.cairn.domain.LanguageTag;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LanguagePicker;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The languages in which witnesses are read to, and how one is added.
final class ScriptsPart extends VBox {

    private final ScriptsViewModel model;
    private final Words words;
    private final Messages own;
    private final VBox list = new VBox(6);

    ScriptsPart(ScriptsViewModel model, Words words) {
        super(16);
        this.model = model;
        this.words = words;
        this.own = words.of("questions");
        list.setId("scripts-list");
        getChildren()
                .addAll(
                        new Notice("scripts-notice", model.toldProperty(), words.of("shell")),
                        Headed.card(own.text("scripts.here"), Headed.quiet(own.text("scripts.line")), list),
                        Headed.card(own.text("scripts.more"), adding()));
        model.scripts().addListener((ListChangeListener<Scripts.Known>) change -> draw());
        draw();
    }

    private Node adding() {
        LanguagePicker into = new LanguagePicker("scripts-into", words);
        into.valueProperty().bindBidirectional(model.intoProperty());
        Button write = Glyphs.button("scripts-write", Material2MZ.SAVE_ALT, own.text("scripts.write"), this::write);
        write.disableProperty().bind(model.intoProperty().isNull());
        HBox first = new HBox(16, FieldRow.of(own.text("scripts.into"), into), write);
        first.setAlignment(Pos.BOTTOM_LEFT);
        Button take = Glyphs.primary("scripts-take", own.text("scripts.take"), this::take);
        take.disableProperty().bind(model.busyProperty());
        return new VBox(14, first, Headed.quiet(own.text("scripts.writeHelp")), take);
    }

    private void write() {
        LanguageTag into = model.intoProperty().get();
        if (into != null) {
            FileChooser chooser = chooser("scripts.write");
            chooser.setInitialFileName("script-" + into.tag() + ".json");
            File chosen = chooser.showSaveDialog(window());
            if (chosen != null) {
                model.writeOut(chosen.toPath());
            }
        }
    }

    private void take() {
        File chosen = chooser("scripts.take").showOpenDialog(window());
        if (chosen != null) {
            model.take(chosen.toPath());
        }
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(own.text(title));
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(own.text("forms.files"), "*.json"));
        return chooser;
    }

    private @Nullable Window window() {
        return getScene() == null ? null : getScene().getWindow();
    }

    private void draw() {
        list.getChildren().setAll(model.scripts().stream().map(this::line).toList());
    }

    private Node line(Scripts.Known script) {
        Label language = new Label(words.language(script.language()));
        language.getStyleClass().add("field-name");
        language.setMinWidth(200);
        Label version = new Label(script.version());
        version.getStyleClass().add("reference");
        HBox row = new HBox(12, language, version, Headed.room());
        row.setId("script-" + script.version());
        if (!script.own()) {
            row.getChildren().add(Badge.neutral(own.text("scripts.program")));
        } else {
            row.getChildren()
                    .addAll(
                            script.retired()
                                    ? Badge.waiting(own.text("scripts.retired"))
                                    : Badge.good(own.text("scripts.own")),
                            Glyphs.quiet(
                                    "script-retire-" + script.version(),
                                    script.retired() ? Material2AL.ADD : Material2AL.BLOCK,
                                    own.text(script.retired() ? "scripts.again" : "scripts.retire"),
                                    () -> model.retire(script, !script.retired())));
        }
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
