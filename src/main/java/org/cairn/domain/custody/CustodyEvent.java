package org.cairn.domain.custody;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;

/// One signed line of the ledger.
///
/// @param sequence from 1, without gap
/// @param at when, in UTC
/// @param actor the user who did it
/// @param action a code: `CREATED`, `KEPT`, `SEALED`, `INGESTED`, `READ`, `VIEWED`, `EXPORTED`, `VERIFIED`, `OPENED`…
/// @param subject what it was done to, or the whole archive
/// @param details codes, hashes, counts by name (`revision`, `hash`, `purpose`, `recipient`…)
/// @param previous the hash of the line before; 64 zeros for the first
/// @param hash SHA-256 of the line's canonical JSON without hash and signature
/// @param signature Ed25519 by the actor over the 32 bytes of `hash`
/// @param signer the actor's public Ed25519 key, 32 bytes raw
public record CustodyEvent(
        long sequence,
        Instant at,
        String actor,
        String action,
        Optional<Reference> subject,
        Map<String, String> details,
        Fingerprint previous,
        Fingerprint hash,
        byte[] signature,
        byte[] signer) {

    /// What the first line points back at.
    public static final Fingerprint BEGINNING = new Fingerprint("0".repeat(64));

    public CustodyEvent {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    }

    @Override
    public String toString() {
        return sequence + " " + action;
    }
}
