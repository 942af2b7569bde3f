/// Passphrases, keys, sealed bytes and streams, signatures: the few operations the archive's secrecy rests on.
///
/// Only known constructions of reviewed libraries, put together once and named plainly. Must never know what is
/// sealed, for whom or where it is kept, must never write to disk, and must never say a word about a secret in a
/// message, a log or a `toString`.
@NullMarked
package org.cairn.crypto;

import org.jspecify.annotations.NullMarked;
