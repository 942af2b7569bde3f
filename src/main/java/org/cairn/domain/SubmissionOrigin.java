package org.cairn.domain;

import java.util.List;
import java.util.Optional;

/// Where answers came from that were given in another tool.
///
/// @param tool `martus`, `odk` or `csv`
/// @param form what the tool calls the form
/// @param formVersion which version of it, as the tool writes it
/// @param instance what the tool calls this submission; empty where it has no name
/// @param fingerprint SHA-256 of the file it was in
/// @param source the file it was in
/// @param place which submission of that file it was, from 1
/// @param taken which of its answers stand in the statement itself; absent where none do
public record SubmissionOrigin(
        String tool,
        String form,
        String formVersion,
        String instance,
        Fingerprint fingerprint,
        Optional<Reference> source,
        int place,
        Optional<List<SubmissionMapping.Mapped>> taken) {

    public SubmissionOrigin {
        taken = taken.filter(some -> !some.isEmpty()).map(List::copyOf);
    }

    @Override
    public String toString() {
        return "SubmissionOrigin " + tool;
    }
}
