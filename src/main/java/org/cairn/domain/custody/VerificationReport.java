package org.cairn.domain.custody;

import java.util.List;

/// What a whole check of an archive looked at and what it found wrong.
///
/// @param records how many records' chains were recomputed
/// @param revisions how many revisions
/// @param events how many ledger lines
/// @param files how many sealed files were read whole and hashed again
/// @param passages how many passages the index holds
/// @param findings what is wrong; empty when all is well
public record VerificationReport(
        long records, long revisions, long events, long files, long passages, List<Finding> findings) {
    public VerificationReport {
        findings = List.copyOf(findings);
    }

    /// Whether nothing was found wrong.
    public boolean clean() {
        return findings.isEmpty();
    }
}
