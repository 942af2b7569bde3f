package org.cairn.vault;

import org.cairn.domain.Fingerprint;

/// What taking in one file came to.
///
/// @param fingerprint of the plain bytes
/// @param size of the plain bytes
/// @param alreadyThere whether the vault held the same bytes before
public record Stored(Fingerprint fingerprint, long size, boolean alreadyThere) {}
