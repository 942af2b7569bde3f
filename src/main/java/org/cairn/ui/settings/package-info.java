/// Settings: how the program looks, when it locks, and who may open this archive.
@NullMarked
package org.cairn.ui.settings;

import org.jspecify.annotations.NullMarked;
