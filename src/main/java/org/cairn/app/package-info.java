/// Starts the program and wires it by hand: command line or desktop, preferences, logging.
@NullMarked
package org.cairn.app;

import org.jspecify.annotations.NullMarked;
