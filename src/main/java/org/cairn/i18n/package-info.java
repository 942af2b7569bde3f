/// The words people read, by area and language, and how numbers and dates are written for them.
///
/// Knows no screen and no record: a key and its arguments go in, a sentence comes out.
@NullMarked
package org.cairn.i18n;

import org.jspecify.annotations.NullMarked;
