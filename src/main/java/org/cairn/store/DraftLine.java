package org.cairn.store;

import java.time.Instant;

/// A draft that waits to be gone on with.
///
/// @param id what it was saved under
/// @param at when it was saved last, in UTC
public record DraftLine(String id, Instant at) {

    @Override
    public String toString() {
        return "DraftLine";
    }
}
