package org.cairn.archive;

import java.time.Instant;
import java.util.Optional;
import org.cairn.domain.Summary;

/// A message among those it was exchanged with.
///
/// @param item which item it is
/// @param from who wrote it, as its head says; empty for what is closely kept
/// @param sent when, as its head says
/// @param standing how it stands to the one that is looked at
public record Letter(Summary item, String from, Optional<Instant> sent, Standing standing) {

    /// How a message stands to the one that is looked at.
    public enum Standing {
        /// It was sent before.
        BEFORE,
        /// It is the one.
        THIS,
        /// It is the same message, found in another place.
        SAME,
        /// It was sent after.
        AFTER
    }

    @Override
    public String toString() {
        return item.toString();
    }
}
