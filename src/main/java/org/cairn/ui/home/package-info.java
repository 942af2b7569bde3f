/// Home: what is in the archive, what was done last, what waits for a person, and the next step.
@NullMarked
package org.cairn.ui.home;

import org.jspecify.annotations.NullMarked;
