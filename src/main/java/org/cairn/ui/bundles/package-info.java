/// Bundles: drafts and what was written, a draft's order and settings with the live check beside, writing it, and what
/// stood in the way.
///
/// Never decides whether a witness allowed something: it shows what the archive found, and asks counsel what only
/// counsel
/// can know.
@NullMarked
package org.cairn.ui.bundles;

import org.jspecify.annotations.NullMarked;
