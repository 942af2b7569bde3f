/// Custody: what happened, event by event; whether all of it still holds; a receipt for somebody else to keep.
@NullMarked
package org.cairn.ui.custody;

import org.jspecify.annotations.NullMarked;
