package org.cairn.ui.common;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.cairn.domain.LanguageTag;
import org.jspecify.annotations.Nullable;

/// A language chosen by name, or typed as a BCP 47 tag where it is not in the list.
public final class LanguagePicker extends ComboBox<LanguageTag> {

    /// The languages witnesses here speak most, then others.
    private static final List<String> OFFERED = List.of(
            "ar", "bo", "en", "es", "fa", "fr", "hi", "kk", "ky", "mn", "ne", "pt", "ru", "sq", "sw", "tr", "ug", "uk",
            "ur", "uz", "vi", "zh-Hans", "zh-Hant", "und");

    public LanguagePicker(String id, Words words) {
        setId(id);
        setEditable(true);
        setVisibleRowCount(12);
        List<LanguageTag> offered = OFFERED.stream()
                .map(LanguageTag::new)
                .sorted((a, b) -> words.language(a).compareToIgnoreCase(words.language(b)))
                .toList();
        getItems().setAll(offered);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable LanguageTag tag) {
                return tag == null ? "" : words.language(tag);
            }

            @Override
            public @Nullable LanguageTag fromString(String text) {
                return Stream.concat(getItems().stream(), Stream.ofNullable(getValue()))
                        .filter(tag -> words.language(tag).equalsIgnoreCase(text.strip()))
                        .findFirst()
                        .orElseGet(() -> typed(text.strip()));
            }
        });
    }

    private @Nullable LanguageTag typed(String text) {
        try {
            return text.isEmpty() ? null : new LanguageTag(text);
        } catch (IllegalArgumentException e) {
            return getValue();
        }
    }
}
