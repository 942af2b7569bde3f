/// Medical records: the list's way in, the record being written beside the drawing of the body, and the kept record as
/// its report prints.
///
/// Must never know how a record is kept or how a page is set; the drawing itself is data of the domain.
@NullMarked
package org.cairn.ui.medical;

import org.jspecify.annotations.NullMarked;
