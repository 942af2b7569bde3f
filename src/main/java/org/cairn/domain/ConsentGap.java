package org.cairn.domain;

import java.util.Optional;

/// A statement that may not be used as asked, and what is missing for it.
///
/// @param statement the statement that would have left the archive
/// @param witness whose consent it needs
/// @param scope the code of the missing scope
/// @param decision what the witness decided last, or nothing where they were never asked
public record ConsentGap(Reference statement, Reference witness, String scope, Optional<ConsentDecision> decision) {}
