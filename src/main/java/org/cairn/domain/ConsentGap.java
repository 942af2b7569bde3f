package org.cairn.domain;

import java.util.Optional;

/// A statement that may not be used as asked, and what is missing for it.
///
/// @param statement the statement, or the item, that would have left the archive
/// @param witness whose consent it needs
/// @param scope the code of the missing scope
/// @param decision what the witness decided last, or nothing where they were never asked
/// @param within what it would have left in: a message that it is attached to, an archive of files; itself otherwise
public record ConsentGap(
        Reference statement, Reference witness, String scope, Optional<ConsentDecision> decision, Reference within) {

    /// Something that would have left by itself.
    public ConsentGap(Reference statement, Reference witness, String scope, Optional<ConsentDecision> decision) {
        this(statement, witness, scope, decision, statement);
    }

    /// Whether it would have left inside something else.
    public boolean inside() {
        return !within.equals(statement);
    }
}
