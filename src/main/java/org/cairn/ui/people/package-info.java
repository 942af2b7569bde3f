/// People spoken of, places, events and payments: a list of each, and a form to write one.
///
/// Knows the use cases; witnesses are no people spoken of, and are met elsewhere.
@NullMarked
package org.cairn.ui.people;

import org.jspecify.annotations.NullMarked;
