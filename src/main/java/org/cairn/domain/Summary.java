package org.cairn.domain;

import java.time.Instant;
import java.util.Optional;

/// A line of a list: what can be shown of a record without opening it.
///
/// @param type what kind of its kind: a code, or empty
/// @param concerns the witness it belongs to
/// @param closed whether it may only be followed, not revised
/// @param revision the number of its last revision
/// @param keptAt when that was kept, in UTC
/// @param author who kept it
/// @param said what a message says it is about, while nobody has given it a title; empty for what is closely kept
/// @param state for evidence: a [org.cairn.domain.reading.ReadingStatus] name, or `WAITING`; empty for the others
public record Summary(
        Reference reference,
        String title,
        String type,
        Protection protection,
        Optional<LanguageTag> language,
        Optional<FuzzyDate> date,
        Optional<Reference> concerns,
        boolean closed,
        int revision,
        Instant keptAt,
        String author,
        String state,
        Optional<String> said) {

    @Override
    public String toString() {
        return reference.toString();
    }
}
