/// The rules of a bundle, read back from the finished file.
///
/// Trusts nothing the writer remembers: what it says comes from the file alone, so that it holds for a bundle made
/// elsewhere as well. Must never know what a bundle was made from.
@NullMarked
package org.cairn.bundle.check;

import org.jspecify.annotations.NullMarked;
