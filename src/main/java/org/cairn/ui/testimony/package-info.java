/// Testimony: the list, recording it step by step, and reading what was sealed.
///
/// Nothing blocks writing and nothing is asked twice; who a witness is goes to its own sealed form and never into a
/// draft.
@NullMarked
package org.cairn.ui.testimony;

import org.jspecify.annotations.NullMarked;
