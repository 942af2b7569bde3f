package org.cairn.ui.testimony;

import java.util.Optional;
import org.cairn.domain.Reference;
import org.jspecify.annotations.Nullable;

/// What a statement in progress is saved under: its witness while it is new, its reference and revision afterwards.
///
/// Written `testimony/W-0007/new` or `testimony/T-0003/2`.
public record DraftId(Reference of, int revision) {

    private static final String PREFIX = "testimony/";

    static DraftId of(Reference witness, @Nullable Reference statement, int revision) {
        return statement == null ? new DraftId(witness, 0) : new DraftId(statement, revision);
    }

    /// Reads an id, or nothing when it is another kind of draft.
    public static Optional<DraftId> parse(String id) {
        String[] parts = id.split("/", -1);
        if (!id.startsWith(PREFIX) || parts.length != 3) {
            return Optional.empty();
        }
        return Reference.tryParse(parts[1])
                .map(reference -> new DraftId(reference, parts[2].equals("new") ? 0 : Integer.parseInt(parts[2])));
    }

    /// As it is written.
    public String text() {
        return PREFIX + of + "/" + (revision == 0 ? "new" : revision);
    }

    /// The record it goes on from, where there is one.
    Optional<Reference> statement() {
        return revision == 0 ? Optional.empty() : Optional.of(of);
    }
}
