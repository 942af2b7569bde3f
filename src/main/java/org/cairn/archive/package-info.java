/// The open archive: what people do with it, what they may do, and what is written down about it.
///
/// The only place (with `verify`) where database, sealed files, index, reader and bundle writer meet. Rules of
/// consent, role and custody are enforced here, once, for the desktop and the command line alike. Must never know a
/// screen, a terminal or a sentence.
@NullMarked
package org.cairn.archive;

import org.jspecify.annotations.NullMarked;
