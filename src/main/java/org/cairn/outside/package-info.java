/// What runs apart, programs of others and processes of our own: within limits, without a way out, with no folder but
/// one
/// that lies in memory.
///
/// Knows no archive, no document and no particular program.
@NullMarked
package org.cairn.outside;

import org.jspecify.annotations.NullMarked;
