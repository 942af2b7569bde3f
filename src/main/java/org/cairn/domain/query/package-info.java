/// The language in which the archive is searched, as a tree: what was asked, and where in the typed words each part
/// stands.
///
/// Knows nothing of indexes: what a tree finds is the business of `search`.
@NullMarked
package org.cairn.domain.query;

import org.jspecify.annotations.NullMarked;
