/// Forms and vocabularies of the organisation: see them, add them, and take in what other tools collected.
///
/// Knows the use cases; must never know how a file of another tool is read.
@NullMarked
package org.cairn.ui.forms;

import org.jspecify.annotations.NullMarked;
