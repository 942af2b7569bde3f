package org.cairn.domain.reading;

import java.util.Optional;
import org.cairn.domain.LanguageTag;

/// A citable piece of what was read: a page of a document, a part of one without pages, a moment of a recording.
///
/// @param unit what `ordinal` counts
/// @param ordinal page or part from 1, second from 0
/// @param text plain text, lines separated by `\n`
/// @param language the language of this piece, where it could be told
/// @param extent what of a sheet or chat it covers; nothing where the ordinal says it all
public record Passage(Unit unit, int ordinal, String text, Optional<LanguageTag> language, Optional<Extent> extent) {

    /// A page, a part or a moment.
    public Passage(Unit unit, int ordinal, String text, Optional<LanguageTag> language) {
        this(unit, ordinal, text, language, Optional.empty());
    }

    /// What a passage's ordinal counts.
    public enum Unit {
        PAGE,
        PARAGRAPH,
        SECOND
    }

    @Override
    public String toString() {
        return unit + " " + ordinal;
    }
}
