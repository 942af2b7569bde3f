package org.cairn.domain.medical;

import java.util.List;
import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;

/// One thing that was found on the body, as an allegation of nobody: what it is, where, and how far it agrees with what
/// the witness says caused it.
///
/// @param code of the vocabularies `scar-code` and `finding-code`
/// @param side of the vocabulary `body-side`, the patient's own, or empty
/// @param mark its place on a drawing of the body
/// @param region code of the region in words, such as `LEFT_FLANK`, or empty
/// @param description in the clinician's words
/// @param lengthMm the longer measure, in millimetres
/// @param widthMm the shorter measure, in millimetres
/// @param colour in the clinician's words
/// @param ageEstimate how old it looks, in the clinician's words
/// @param sutureMarks of the vocabulary `answer`, or empty
/// @param drainSite of the vocabulary `answer`, or empty
/// @param photographs evidence that shows it
/// @param scaleInPhotograph whether a scale lies beside it there, of the vocabulary `answer`, or empty
/// @param attributedTo what the witness says caused it
/// @param consistency of the vocabulary `consistency`, or empty while nobody judged it
public record Finding(
        String code,
        String side,
        Optional<BodyMark> mark,
        String region,
        String description,
        Optional<Integer> lengthMm,
        Optional<Integer> widthMm,
        String colour,
        String ageEstimate,
        String sutureMarks,
        String drainSite,
        List<Reference> photographs,
        String scaleInPhotograph,
        String attributedTo,
        String consistency) {

    public Finding {
        if (code.isBlank()) {
            throw new ArchiveException.InvalidInput("code", "missing");
        }
        Measured.requireLength("lengthMm", lengthMm);
        Measured.requireLength("widthMm", widthMm);
        photographs = List.copyOf(photographs);
    }

    /// A finding of which nothing is known but its code.
    public static Finding of(String code) {
        return new Finding(
                code,
                "",
                Optional.empty(),
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                "",
                "",
                List.of(),
                "",
                "",
                "");
    }

    /// The same finding in a region.
    public Finding at(String other) {
        return new Finding(
                code,
                side,
                mark,
                other,
                description,
                lengthMm,
                widthMm,
                colour,
                ageEstimate,
                sutureMarks,
                drainSite,
                photographs,
                scaleInPhotograph,
                attributedTo,
                consistency);
    }

    @Override
    public String toString() {
        return "Finding";
    }
}
