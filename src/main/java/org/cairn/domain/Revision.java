package org.cairn.domain;

import java.time.Instant;
import java.util.Optional;

/// One kept state of a record: never changed, only followed by the next.
///
/// @param reference the record
/// @param number from 1
/// @param record what was kept
/// @param hash SHA-256 of the revision's canonical JSON (RFC 8785), which includes `previous`
/// @param previous the hash of the revision before, empty for the first
/// @param author the user who kept it
/// @param at when, in UTC
public record Revision(
        Reference reference,
        int number,
        ArchiveRecord record,
        Fingerprint hash,
        Optional<Fingerprint> previous,
        String author,
        Instant at) {

    @Override
    public String toString() {
        return reference + " revision " + number;
    }
}
