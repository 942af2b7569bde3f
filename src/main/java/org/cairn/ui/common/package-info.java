/// What every screen of the desktop shares: starting work, saying what went wrong, words, icons, and the few controls
/// that testimony needs and a toolkit lacks (a date as people say it, a language, a list of a million lines).
///
/// Knows the open archive only as a thing handed to it; knows no screen, and never where a word it shows came from.
@NullMarked
package org.cairn.ui.common;

import org.jspecify.annotations.NullMarked;
