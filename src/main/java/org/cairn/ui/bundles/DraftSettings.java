package org.cairn.ui.bundles;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.Property;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.jspecify.annotations.Nullable;

/// What a bundle is called, for whom it is and how it is set: everything of a draft but its exhibits.
final class DraftSettings {

    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty caseName = new SimpleStringProperty("");
    private final StringProperty caseReference = new SimpleStringProperty("");
    private final ObjectProperty<String> profile = new SimpleObjectProperty<>("peoples-tribunal");
    private final ObjectProperty<Protection> confidentiality = new SimpleObjectProperty<>(Protection.CONFIDENTIAL);
    private final ObjectProperty<@Nullable LanguageTag> language = new SimpleObjectProperty<>(new LanguageTag("en"));
    private final ObjectProperty<String> scope = new SimpleObjectProperty<>("SUBMIT_TRIBUNAL");
    private final StringProperty recipient = new SimpleStringProperty("");
    private final StringProperty volume = new SimpleStringProperty("1");
    private final StringProperty marking = new SimpleStringProperty("");
    private final ObjectProperty<BundleMaking> making = new SimpleObjectProperty<>(BundleMaking.PLAIN);

    StringProperty titleProperty() {
        return title;
    }

    StringProperty caseNameProperty() {
        return caseName;
    }

    StringProperty caseReferenceProperty() {
        return caseReference;
    }

    ObjectProperty<String> profileProperty() {
        return profile;
    }

    ObjectProperty<Protection> confidentialityProperty() {
        return confidentiality;
    }

    ObjectProperty<@Nullable LanguageTag> languageProperty() {
        return language;
    }

    ObjectProperty<String> scopeProperty() {
        return scope;
    }

    StringProperty recipientProperty() {
        return recipient;
    }

    StringProperty volumeProperty() {
        return volume;
    }

    StringProperty markingProperty() {
        return marking;
    }

    /// How the bundle is made.
    ObjectProperty<BundleMaking> makingProperty() {
        return making;
    }

    /// What changes how the bundle is called or looks.
    List<Property<?>> outward() {
        return List.of(title, caseName, caseReference, profile, volume, marking);
    }

    /// What changes whether it may be served at all.
    List<Property<?>> ruling() {
        return List.of(confidentiality, language, scope, recipient, making);
    }

    /// Takes a draft's settings over.
    void fill(BundleDraft draft) {
        title.set(draft.title());
        caseName.set(draft.caseName());
        caseReference.set(draft.caseReference());
        profile.set(draft.profile());
        confidentiality.set(draft.confidentiality());
        language.set(draft.language());
        scope.set(draft.scope());
        recipient.set(draft.recipient().orElse(""));
        volume.set(String.valueOf(draft.volume()));
        marking.set(draft.marking());
        making.set(draft.how());
    }

    /// The draft they make with its exhibits.
    ///
    /// @param untitled what it is called while nobody gave it a title
    BundleDraft draft(String untitled, List<BundleDraft.Section> sections, List<BundleDraft.LeftOut> leftOut) {
        return new BundleDraft(
                title.get().isBlank() ? untitled : title.get().strip(),
                caseName.get().strip(),
                caseReference.get().strip(),
                profile.get(),
                confidentiality.get(),
                Optional.ofNullable(language.get()).orElseGet(() -> new LanguageTag("en")),
                scope.get(),
                Optional.of(recipient.get().strip()).filter(text -> !text.isEmpty()),
                volume.get().matches("[1-9]\\d{0,3}") ? Integer.parseInt(volume.get()) : 1,
                marking.get().strip(),
                sections,
                leftOut,
                Optional.of(making.get()));
    }
}
