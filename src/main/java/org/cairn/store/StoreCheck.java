package org.cairn.store;

import java.util.List;
import org.cairn.domain.custody.Finding;

/// What a check of the database counted and found wrong.
///
/// @param records how many records
/// @param revisions how many revisions of them
/// @param events how many lines of the ledger
/// @param findings what is wrong; empty when all is well
public record StoreCheck(long records, long revisions, long events, List<Finding> findings) {
    public StoreCheck {
        findings = List.copyOf(findings);
    }
}
