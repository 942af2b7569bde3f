package org.cairn.archive;

import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;

/// The acknowledgement that a revision is durable.
///
/// @param hash the revision's hash, which the ledger holds too
public record Kept(Reference reference, int revision, Fingerprint hash) {
    static Kept of(Revision revision) {
        return new Kept(revision.reference(), revision.number(), revision.hash());
    }
}
