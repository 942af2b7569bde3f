package org.cairn.ui.bundles;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.cairn.archive.ConsentScope;
import org.cairn.domain.Protection;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LanguagePicker;
import org.cairn.ui.common.Words;

/// What a bundle is called, whom it is for, how closely it is kept.
final class SettingsPane extends VBox {

    private static final String PROFILE = "profile.";

    SettingsPane(Words words, DraftViewModel model) {
        Messages own = words.of("bundles");
        setId("settings-pane");
        CodePicker<String> profile = new CodePicker<>("draft-profile", profiles(words), code -> profile(words, code));
        profile.valueProperty().bindBidirectional(model.settings().profileProperty());
        CodePicker<Protection> confidentiality =
                new CodePicker<>("draft-confidentiality", List.of(Protection.values()), words::protection);
        confidentiality.valueProperty().bindBidirectional(model.settings().confidentialityProperty());
        LanguagePicker language = new LanguagePicker("draft-language", words);
        language.setMaxWidth(Double.MAX_VALUE);
        language.valueProperty().bindBidirectional(model.settings().languageProperty());
        CodePicker<String> scope = new CodePicker<>(
                "draft-scope", ConsentScope.leaving(), code -> words.vocabulary("consent-scope", code));
        scope.valueProperty().bindBidirectional(model.settings().scopeProperty());
        VBox card = Headed.card(
                own.text("settings.title"),
                row(own, "name", "draft-name", model.settings().titleProperty()),
                row(own, "case", "draft-case", model.settings().caseNameProperty()),
                row(own, "reference", "draft-reference", model.settings().caseReferenceProperty()),
                FieldRow.of(own.text("settings.profile"), profile),
                FieldRow.of(own.text("settings.scope"), scope).helped(own.text("settings.scope.help")),
                row(own, "recipient", "draft-recipient", model.settings().recipientProperty()),
                FieldRow.of(own.text("settings.confidentiality"), confidentiality),
                FieldRow.of(own.text("settings.language"), language),
                row(own, "volume", "draft-volume", model.settings().volumeProperty()),
                row(own, "marking", "draft-marking", model.settings().markingProperty()));
        getChildren().add(card);
    }

    private static FieldRow row(Messages own, String key, String id, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        return FieldRow.of(own.text("settings." + key), field);
    }

    /// The profiles that have a name: they are those the writer knows.
    static List<String> profiles(Words words) {
        return words.of("bundle").keys().stream()
                .filter(key -> key.startsWith(PROFILE))
                .map(key -> key.substring(PROFILE.length()))
                .toList();
    }

    private static String profile(Words words, String code) {
        Messages bundle = words.of("bundle");
        return bundle.has(PROFILE + code) ? bundle.text(PROFILE + code) : code;
    }
}
