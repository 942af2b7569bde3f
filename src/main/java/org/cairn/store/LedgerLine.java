package org.cairn.store;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;

/// A line of the ledger as it is hashed: everything but hash and signature.
record LedgerLine(
        long sequence,
        Instant at,
        String actor,
        String action,
        Optional<Reference> subject,
        Map<String, String> details,
        Fingerprint previous,
        byte[] signer) {

    static LedgerLine read(String json) {
        return RecordJson.readValue(LedgerLine.class, json);
    }

    CustodyEvent signed(Fingerprint hash, byte[] signature) {
        return new CustodyEvent(sequence, at, actor, action, subject, details, previous, hash, signature, signer);
    }

    @Override
    public String toString() {
        return sequence + " " + action;
    }
}
