/// Opens a PDF that somebody else made, and says which pages it has: the same ones, under the same numbers, for whoever
/// reads it, looks at it or puts it into a bundle.
///
/// A file may be broken or lie. What it says of the number of its pages is never believed; where the way to its pages
/// is destroyed, they are looked for. Must never know what its pages are wanted for.
@NullMarked
package org.cairn.pdf;

import org.jspecify.annotations.NullMarked;
