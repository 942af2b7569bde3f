package org.cairn.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a recording that was made here came to be.
///
/// @param device what it was recorded with, as the system calls it
/// @param statement the statement during which it was made
/// @param parts what was recorded without a pause; the first begins at 0
public record Recorded(String device, Optional<Reference> statement, List<Part> parts) {

    public Recorded {
        parts = List.copyOf(parts);
    }

    /// Something recorded without a pause.
    ///
    /// @param millis where in the recording it begins: what was paused has no seconds
    /// @param at when that was, in UTC
    public record Part(long millis, Instant at) {
        public Part {
            if (millis < 0) {
                throw new ArchiveException.InvalidInput("millis", "unknownValue");
            }
        }
    }

    @Override
    public String toString() {
        return "Recorded";
    }
}
