/// One change to many records, for whatever list they were chosen from: stated for exactly those, then done.
@NullMarked
package org.cairn.ui.batch;

import org.jspecify.annotations.NullMarked;
