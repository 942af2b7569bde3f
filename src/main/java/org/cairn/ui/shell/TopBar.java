package org.cairn.ui.shell;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Preferences;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The top of the window: the program's name, the search field, light or dark, the language.
final class TopBar extends HBox {

    private final TextField search = new TextField();

    /// @param searchable whether there is a search screen to go to
    TopBar(Desk desk, boolean searchable, Consumer<String> find) {
        Messages words = desk.words().of("shell");
        getStyleClass().add("top-bar");
        Label name = new Label(words.text("program.name"));
        name.getStyleClass().add("brand");
        search.setId("search-field");
        search.setAccessibleText(words.text("search.name"));
        search.setPromptText(words.text("search.prompt"));
        search.getStyleClass().add("search-field");
        search.setOnAction(event -> {
            if (!search.getText().isBlank()) {
                find.accept(search.getText().strip());
            }
        });
        StackPane box = new StackPane(search);
        box.getStyleClass().add("search-box");
        box.setVisible(searchable);
        getChildren()
                .addAll(
                        name,
                        Headed.room(),
                        box,
                        Headed.room(),
                        themeButton(desk.preferences(), words),
                        languages(desk.preferences(), words));
    }

    /// Whether a node stands somewhere in this bar.
    boolean holds(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(this)) {
                return true;
            }
        }
        return false;
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private static Button themeButton(Preferences preferences, Messages words) {
        boolean dark = preferences.themeProperty().get() == Preferences.Theme.DARK;
        return Glyphs.quiet(
                "theme-switch",
                dark ? Material2MZ.WB_SUNNY : Material2AL.BRIGHTNESS_3,
                words.text(dark ? "theme.toLight" : "theme.toDark"),
                () -> preferences.themeProperty().set(dark ? Preferences.Theme.LIGHT : Preferences.Theme.DARK));
    }

    static CodePicker<Locale> languages(Preferences preferences, Messages words) {
        CodePicker<Locale> picker = new CodePicker<>(
                "language-switch", org.cairn.i18n.Messages.LANGUAGES, language -> language.getDisplayName(language));
        picker.setAccessibleText(words.text("language.name"));
        picker.getStyleClass().add("language-switch");
        // bound weakly: the preferences outlive the window
        picker.valueProperty().bindBidirectional(preferences.languageProperty());
        return picker;
    }
}
