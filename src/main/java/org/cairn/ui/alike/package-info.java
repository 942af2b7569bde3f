/// Items that look alike: all pairs of the archive, and two of them beside each other.
@NullMarked
package org.cairn.ui.alike;

import org.jspecify.annotations.NullMarked;
