/// Proves an archive whole: every hash, signature, sealed file and index block is computed again.
///
/// Knows how the floors below keep things, never who asks or what they may do. Says what is wrong by code and
/// reference, never by what a record says.
@NullMarked
package org.cairn.verify;

import org.jspecify.annotations.NullMarked;
