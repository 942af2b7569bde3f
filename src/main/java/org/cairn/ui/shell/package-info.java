/// The one window: a rail to go by, a search field, a status bar, and the lock in front of everything.
///
/// Knows which screens exist only from the list it is given; knows nothing of what they show.
@NullMarked
package org.cairn.ui.shell;

import org.jspecify.annotations.NullMarked;
