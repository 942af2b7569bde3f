/// Recordings heard and written down: a waveform, a player, and a transcript with its translation beside it.
@NullMarked
package org.cairn.ui.sound;

import org.jspecify.annotations.NullMarked;
