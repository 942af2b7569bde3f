package org.cairn.archive;

import java.util.Optional;
import java.util.Set;
import org.cairn.domain.Acquisition;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;

/// What is known of some files when they come in; asked once, true of all of them.
///
/// @param source where they come from
/// @param how a code of the vocabulary `acquisition`
/// @param by who took them
/// @param at when, as far as known
/// @param protection how closely they are kept
/// @param witness the witness they belong to
/// @param tags words put on them
/// @param graphic whether pictures stay blurred until asked for
public record IntakeTerms(
        String source,
        String how,
        String by,
        Optional<FuzzyDate> at,
        Protection protection,
        Optional<Reference> witness,
        Set<String> tags,
        boolean graphic) {

    public IntakeTerms {
        tags = Set.copyOf(tags);
        if (source.isBlank()) {
            throw new ArchiveException.InvalidInput("source", "missing");
        }
        if (!Vocabulary.codes("acquisition").contains(how)) {
            throw new ArchiveException.InvalidInput("acquired", "unknownValue");
        }
    }

    Acquisition acquisition() {
        return new Acquisition(source, how, by, at);
    }

    @Override
    public String toString() {
        return "IntakeTerms";
    }
}
