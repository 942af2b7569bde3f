/// Programs of others, run apart: within limits, without a way out, with no folder but one that lies in memory.
///
/// Knows no archive, no document and no particular program.
@NullMarked
package org.cairn.outside;

import org.jspecify.annotations.NullMarked;
