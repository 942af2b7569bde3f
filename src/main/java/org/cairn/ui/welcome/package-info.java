/// Before an archive is open: the ones opened last, making a new one, unlocking.
///
/// A wrong passphrase is always answered in the same words, later each time, with no hint of what was wrong.
@NullMarked
package org.cairn.ui.welcome;

import org.jspecify.annotations.NullMarked;
