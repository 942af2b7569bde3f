package org.cairn.domain;

import java.util.List;
import java.util.Optional;

/// Anything the archive keeps as a chain of revisions, with what a list shows of it.
public sealed interface ArchiveRecord
        permits Witness,
                Consent,
                RiskAssessment,
                Testimony,
                EvidenceItem,
                BundleDraft,
                FormRecord,
                FormDefinition,
                Note,
                Assessment,
                SavedSearch,
                SavedList,
                SynonymGroup,
                Serving,
                ElementLink {

    /// What it is.
    RecordKind kind();

    /// One line for a list: never a name behind a pseudonym.
    String title();

    /// How closely it is kept.
    Protection protection();

    /// What kind of its kind: `FULL_STATEMENT`, `LABORATORY`, a consent's scope; empty where there is none.
    default String type() {
        return "";
    }

    /// The language it is in, where it has one.
    default Optional<LanguageTag> spokenIn() {
        return Optional.empty();
    }

    /// When what it tells of was, where it is known.
    default Optional<FuzzyDate> when() {
        return Optional.empty();
    }

    /// The witness it belongs to, where it belongs to one.
    default Optional<Reference> concerns() {
        return Optional.empty();
    }

    /// The record that it says something about, and is kept no less closely than.
    default Optional<Reference> about() {
        return Optional.empty();
    }

    /// What it names besides, and is kept no less closely than.
    default List<Reference> names() {
        return List.of();
    }

    /// Whether it may only be followed by another record; by a revision only where that [#onlyAddsTo] it.
    default boolean closed() {
        return false;
    }

    /// Whether it says all that a closed record said, unchanged, and only adds to it what does not belong to what was
    /// closed: then it may be its next revision all the same.
    ///
    /// @param before the closed record
    default boolean onlyAddsTo(ArchiveRecord before) {
        return false;
    }
}
