/// Words that must not be there, sought as people would find them: whatever the case, the accents, the shape of the
/// letters, the end of a line in between.
///
/// Knows no page and no file. It never says a word it was given, only which one it was by its place among them.
@NullMarked
package org.cairn.bundle.match;

import org.jspecify.annotations.NullMarked;
