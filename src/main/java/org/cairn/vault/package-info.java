/// The sealed evidence files: taken in as a stream, found again by the fingerprint of what they hold.
///
/// Nothing is ever written unsealed, and what [org.cairn.vault.Vault#put] answered survives a power cut. Must never
/// know what a file is about, whose it is, what kind it is or which record speaks of it.
@NullMarked
package org.cairn.vault;

import org.jspecify.annotations.NullMarked;
