/// Reads an incoming file once: what it is, its text by page or part, its language, and what is inside it.
///
/// Reading happens in worker processes with a limit of time and memory, since a file may be hostile: whatever it does,
/// the program goes on. Must never know an archive, a key or a record; its bytes come in and its text goes out, and
/// nothing of either is written to a disk.
@NullMarked
package org.cairn.intake;

import org.jspecify.annotations.NullMarked;
