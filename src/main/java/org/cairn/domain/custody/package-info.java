/// What happened to a record or a thing, event by event, and how the whole is proved.
@NullMarked
package org.cairn.domain.custody;

import org.jspecify.annotations.NullMarked;
