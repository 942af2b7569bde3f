package org.cairn.archive;

import java.util.Optional;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.SubmissionMapping;
import org.cairn.store.RecordJson;

/// How submissions of another tool are to be taken in; asked once, true of all of them.
///
/// @param source where they come from
/// @param how a code of the vocabulary `acquisition`
/// @param by who took them over
/// @param protection how closely they are kept at the least
/// @param form the form that they answer, where it is not to be found by its name
/// @param mapping which answers are what a statement has a place for; proposed where none is given
public record SubmissionTerms(
        String source,
        String how,
        String by,
        Protection protection,
        Optional<Reference> form,
        Optional<SubmissionMapping> mapping) {

    /// Understands a mapping as it is written in a file.
    public static SubmissionMapping mapping(String json) {
        return RecordJson.readValue(SubmissionMapping.class, json);
    }

    /// A mapping as it is written in a file.
    public static String json(SubmissionMapping mapping) {
        return RecordJson.write(mapping);
    }

    @Override
    public String toString() {
        return "SubmissionTerms";
    }
}
