/// What could be read of an incoming file: its status, pages, passages and children.
@NullMarked
package org.cairn.domain.reading;

import org.jspecify.annotations.NullMarked;
