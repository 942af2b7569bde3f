package org.cairn.domain.served;

import java.nio.file.Path;
import java.util.Optional;
import org.cairn.domain.Fingerprint;

/// That the time of a bundle is attested.
///
/// @param of what it is the time of
/// @param said what the authority attests
/// @param written SHA-256 of the PDF before anything was attested: as the archive knows it that wrote it
/// @param now SHA-256 of the PDF as it is with the attestation
/// @param manifest the list of hashes that names it, where there is one
/// @param attested SHA-256 of what the authority was told of
/// @param reply where the reply is kept, where it is not in the PDF
public record TimeTaken(
        TimeAsked.Of of,
        TimeSaid said,
        Fingerprint written,
        Fingerprint now,
        Optional<Path> manifest,
        Fingerprint attested,
        Optional<Path> reply) {
    @Override
    public String toString() {
        return "TimeTaken " + of;
    }
}
