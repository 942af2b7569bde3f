/// Sound made smaller without losing any of it: FLAC after RFC 9639, written as it comes and read from any second.
///
/// Must never know where sound comes from, where it is heard, or whose voice it is.
@NullMarked
package org.cairn.audio.flac;

import org.jspecify.annotations.NullMarked;
