package org.cairn.archive;

import java.time.Instant;
import java.util.Optional;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;

/// What a recording's first sealed piece says: all it takes to make an evidence item of it after a crash.
///
/// @param reference the evidence item it becomes
/// @param consent the code of what stood or was answered when it began
/// @param standing the decision that allowed it, where one stood
/// @param decidedBefore the last decision of the witness on being recorded, where there was one: what is decided while
///     it is being made counts more than what was said when it began
/// @param by who recorded it
record RecordingHead(
        Reference reference,
        Reference witness,
        Optional<Reference> statement,
        String title,
        Optional<LanguageTag> language,
        Protection protection,
        String consent,
        Optional<Reference> standing,
        Optional<Reference> decidedBefore,
        String device,
        String by,
        Instant begun,
        int rate,
        int channels) {

    @Override
    public String toString() {
        return "RecordingHead " + reference;
    }
}
