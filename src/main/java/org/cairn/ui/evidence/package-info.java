/// Evidence: the list, taking files in, and looking at one item — its pages, pictures, text, what was inside it, what
/// is known of it and what happened to it.
///
/// Never opens a link, never runs anything, never puts a byte of an item on a disk but where the person exports it.
@NullMarked
package org.cairn.ui.evidence;

import org.jspecify.annotations.NullMarked;
