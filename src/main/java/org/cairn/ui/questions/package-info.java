/// A form to be filled in, whichever it is: every kind of question, groups that repeat, questions that depend on
/// others.
///
/// Knows definitions and answers; must never know whose they are, nor keep anything.
@NullMarked
package org.cairn.ui.questions;

import org.jspecify.annotations.NullMarked;
