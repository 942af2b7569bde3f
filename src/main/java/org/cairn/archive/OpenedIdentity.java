package org.cairn.archive;

import java.time.Instant;
import java.util.Optional;
import org.cairn.domain.Identity;

/// Who a witness is, as it was sealed at one time, opened by a custodian.
///
/// @param number from 1, in the order they were sealed
/// @param at when it was sealed, as the ledger has it
/// @param by who sealed it, as the ledger has it
public record OpenedIdentity(Identity who, int number, Optional<Instant> at, Optional<String> by) {

    @Override
    public String toString() {
        return "OpenedIdentity " + number;
    }
}
