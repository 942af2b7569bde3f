/// Search: what is asked, what was found with its passages, what could not be looked at, and the found place itself.
///
/// Never changes a record; laying something into the bundle being drafted is the only thing kept from here.
@NullMarked
package org.cairn.ui.search;

import org.jspecify.annotations.NullMarked;
