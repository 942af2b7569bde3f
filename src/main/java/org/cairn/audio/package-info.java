/// Sound from a device and to a device: what is there to record with, how loud it is, and how it is heard again.
///
/// The only place that knows `javax.sound`. Must never know whose voice it is, nor write anything to disk.
@NullMarked
package org.cairn.audio;

import org.jspecify.annotations.NullMarked;
