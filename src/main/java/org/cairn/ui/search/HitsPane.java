package org.cairn.ui.search;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import org.cairn.domain.search.HitFormat;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;

/// What is asked before all that was found leaves as a list.
final class HitsPane extends VBox {

    private final HitsViewModel model;

    /// @param folder asks the person for a folder
    HitsPane(Words words, HitsViewModel model, Supplier<Optional<Path>> folder) {
        this.model = model;
        Messages own = words.of("search");
        setId("hits");
        CodePicker<String> use =
                new CodePicker<>("hits-scope", HitsViewModel.uses(), code -> words.vocabulary("consent-scope", code));
        use.valueProperty().bindBidirectional(model.scopeProperty());
        use.setPrefWidth(320);
        TextField recipient = new TextField();
        recipient.setId("hits-recipient");
        recipient.textProperty().bindBidirectional(model.recipientProperty());
        FieldRow who = FieldRow.of(own.text("hits.recipient"), recipient).helped(own.text("hits.recipientHelp"));
        HBox.setHgrow(who, Priority.ALWAYS);
        HBox kinds = new HBox(16, Headed.quiet(own.text("hits.as")));
        kinds.setAlignment(Pos.CENTER_LEFT);
        for (HitFormat format : HitFormat.values()) {
            kinds.getChildren().add(tick(own, format));
        }
        CheckBox met = new CheckBox(own.text("hits.met"));
        met.setId("hits-met");
        met.setWrapText(true);
        met.selectedProperty().bindBidirectional(model.metProperty());
        Button write = Glyphs.primary(
                "hits-write", own.text("hits.write"), () -> folder.get().ifPresent(model::write));
        write.disableProperty().bind(Bindings.isEmpty(model.formats()));
        HBox buttons = new HBox(8, write, Glyphs.button("hits-leave", own.text("hits.leave"), model::toggle));
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .add(Headed.card(
                        own.text("hits.title"),
                        Headed.quiet(own.text("hits.explained")),
                        new Notice("hits-notice", model.toldProperty(), words.of("shell")),
                        kinds,
                        new HBox(18, FieldRow.of(own.text("hits.scope"), use), who),
                        met,
                        buttons));
        visibleProperty().bind(model.shownProperty());
        managedProperty().bind(model.shownProperty());
    }

    private CheckBox tick(Messages own, HitFormat format) {
        CheckBox tick = new CheckBox(own.text("hits.as." + format.name()));
        tick.setId("hits-as-" + format.extension());
        tick.setSelected(model.formats().contains(format));
        tick.selectedProperty().subscribe(on -> {
            if (on) {
                model.formats().add(format);
            } else {
                model.formats().remove(format);
            }
        });
        return tick;
    }

    /// Asks for a folder in a window of the system's own.
    static Optional<Path> folder(String title, Window window) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        return Optional.ofNullable(chooser.showDialog(window)).map(File::toPath);
    }
}
