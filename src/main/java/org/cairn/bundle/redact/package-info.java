/// Takes out of pages what must not be seen: such a page becomes a picture of itself with the places painted over, and
/// below it the words that stand beside them.
///
/// What a page shows is drawn in a process apart. Knows pages, places and reason codes; must never know what an exhibit
/// is, who is protected, or where a word came from.
@NullMarked
package org.cairn.bundle.redact;

import org.jspecify.annotations.NullMarked;
