/// What the screens that show documents share: what is sought and where it stands in a text or on a page, a page as it
/// looks, a text as it was read, and the bundle draft that one adds to from anywhere.
///
/// Knows no screen; shows what it is handed and never decides who may see it.
@NullMarked
package org.cairn.ui.documents;

import org.jspecify.annotations.NullMarked;
