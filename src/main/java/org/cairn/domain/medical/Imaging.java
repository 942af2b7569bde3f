package org.cairn.domain.medical;

import java.util.List;
import java.util.Optional;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Reference;

/// What pictures of the inside show now: each kidney, and whether one that is absent was absent from birth.
///
/// @param methods of the vocabulary `imaging-method`
/// @param date when they were taken
/// @param facility where
/// @param left the left kidney
/// @param right the right kidney
/// @param clips whether surgical clips are seen, of the vocabulary `answer`
/// @param agenesisExcluded whether absence from birth is excluded, of the vocabulary `answer`
/// @param agenesisHow by what: a picture from before, a scar over the bed, clips on the vessels
/// @param report what the radiologist says
/// @param files the pictures kept as evidence
public record Imaging(
        List<String> methods,
        Optional<FuzzyDate> date,
        String facility,
        Optional<Kidney> left,
        Optional<Kidney> right,
        String clips,
        String agenesisExcluded,
        String agenesisHow,
        String report,
        List<Reference> files) {

    public Imaging {
        methods = List.copyOf(methods);
        files = List.copyOf(files);
    }

    /// One kidney.
    ///
    /// @param state of the vocabulary `kidney-state`
    /// @param lengthMm from pole to pole
    /// @param note anything else
    public record Kidney(String state, Optional<Integer> lengthMm, String note) {
        public Kidney {
            Measured.requireLength("lengthMm", lengthMm);
        }

        @Override
        public String toString() {
            return "Kidney";
        }
    }

    @Override
    public String toString() {
        return "Imaging";
    }
}
