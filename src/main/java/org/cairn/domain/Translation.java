package org.cairn.domain;

import java.util.List;
import java.util.Optional;

/// A statement in another language, paragraph by paragraph; the original prevails.
///
/// @param language the language translated into
/// @param translator who translated, by name or code
/// @param status how far it has come
/// @param verifiedBy who checked it against the original
/// @param paragraphs the translation of paragraph 1, 2…; an empty string where one is not translated yet
public record Translation(
        LanguageTag language, String translator, Status status, Optional<String> verifiedBy, List<String> paragraphs) {

    public Translation {
        paragraphs = List.copyOf(paragraphs);
    }

    /// How far a translation has come.
    public enum Status {
        DRAFT,
        REVISED,
        CERTIFIED
    }

    @Override
    public String toString() {
        return "Translation";
    }
}
