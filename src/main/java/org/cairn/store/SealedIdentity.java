package org.cairn.store;

import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;

/// Who a witness is, as it was sealed at one time: bytes that only identity custodians can open.
///
/// @param number from 1, in the order they were sealed
public record SealedIdentity(Reference witness, int number, byte[] sealed) {

    /// The hash that the ledger has of it.
    public Fingerprint fingerprint() {
        return Fingerprint.of(sealed);
    }

    @Override
    public String toString() {
        return "SealedIdentity " + witness + " " + number;
    }
}
