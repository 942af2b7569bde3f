package org.cairn.archive;

import java.time.Instant;
import org.cairn.domain.Fingerprint;
import org.cairn.store.RecordJson;

/// What a third party holds, so that nobody can later say the ledger was shorter, or another one.
///
/// @param archiveId the archive's random number
/// @param events how many lines the ledger has
/// @param head the hash of the last
/// @param at when, in UTC
/// @param actor who made the receipt
/// @param signature Ed25519 over the 32 bytes of `head`
/// @param signer the public key of who made it
public record Receipt(
        String archiveId, long events, Fingerprint head, Instant at, String actor, byte[] signature, byte[] signer) {

    /// The receipt as JSON, for a file or a print.
    public String toJson() {
        return RecordJson.write(this);
    }

    @Override
    public String toString() {
        return "Receipt " + head;
    }
}
