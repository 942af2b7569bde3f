package org.cairn.archive;

import java.util.List;
import org.cairn.domain.Reference;

/// What came of trying a password.
///
/// @param opened the items that it opened, or parts of them
/// @param inside what came out of them
public record Unlocked(List<Reference> opened, IntakeReport inside) {

    public Unlocked {
        opened = List.copyOf(opened);
    }

    @Override
    public String toString() {
        return "Unlocked " + opened.size();
    }
}
