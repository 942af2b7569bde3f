/// Pages and pictures as they look, drawn in processes apart: no file can hang, fill or crash the program by being
/// looked at.
///
/// A drawing process gets the bytes it asks for through a pipe, piece by piece; it answers with dots, words and places.
/// Each question has a time and a process has a memory; one that oversteps is ended, and the next question begins
/// another. For the desktop and the bundle alike: it never knows the archive, nor any screen.
@NullMarked
package org.cairn.drawing;

import org.jspecify.annotations.NullMarked;
