/// The command line: the same use cases as the desktop, for scripts, for clerks who like it, and for checking the
/// program from outside.
///
/// Knows `archive` and what its answers look like as text and as JSON. Must never know how anything is stored, sealed
/// or searched, nor open a window.
@NullMarked
package org.cairn.cli;

import org.jspecify.annotations.NullMarked;
