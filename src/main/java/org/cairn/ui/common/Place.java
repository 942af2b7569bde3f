package org.cairn.ui.common;

import java.util.Optional;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Reference;

/// Somewhere in the program that one can go to, and come back to after a lock.
///
/// @param screen the screen's code: `home`, `testimony`, `medical`, `evidence`, `search`, `bundles`, `custody`,
/// `settings`
/// @param reference the record to open there
/// @param pinpoint the exact place in it to show
/// @param words what was typed: a query for `search`; `new` for a new record; otherwise empty
public record Place(String screen, Optional<Reference> reference, Optional<Pinpoint> pinpoint, String words) {

    /// A screen as it opens by itself.
    public static Place of(String screen) {
        return new Place(screen, Optional.empty(), Optional.empty(), "");
    }

    /// A screen with words: a query, or `new`.
    public static Place of(String screen, String words) {
        return new Place(screen, Optional.empty(), Optional.empty(), words);
    }

    /// A screen that opens a record.
    public static Place of(String screen, Reference reference) {
        return new Place(screen, Optional.of(reference), Optional.empty(), "");
    }

    /// Where a record is read.
    public static Place to(Reference reference) {
        return of(screenOf(reference), reference);
    }

    /// Where a passage is read.
    public static Place to(Pinpoint pinpoint) {
        Reference reference = pinpoint.reference();
        return new Place(screenOf(reference), Optional.of(reference), Optional.of(pinpoint), "");
    }

    private static String screenOf(Reference reference) {
        return switch (reference.kind()) {
            case WITNESS, CONSENT, RISK, TESTIMONY -> "testimony";
            case BUNDLE, SERVING -> "bundles";
            case FORM -> "forms";
            case MEDICAL -> "medical";
            case SEARCH, LIST -> "search";
            case SYNONYMS -> "settings";
            case EVIDENCE, PERSON, PLACE, EVENT, PAYMENT, NOTE, ASSESSMENT, LINK -> "evidence";
        };
    }

    @Override
    public String toString() {
        return screen;
    }
}
