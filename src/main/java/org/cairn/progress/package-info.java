/// How long work says where it is, waits its turn and is told to stop: nothing else, so that every floor may use it.
///
/// Knows no screen, no thread and no archive.
@NullMarked
package org.cairn.progress;

import org.jspecify.annotations.NullMarked;
