/// Pages and pictures as they look, drawn in processes apart: no file can hang, fill or crash the program by being
/// looked at.
///
/// A drawing process gets the bytes it asks for through a pipe, piece by piece; it answers with dots, words and places.
/// Each question has a time and a process has a memory; one that oversteps is ended, and the next question begins
/// another. The only package here that knows PDFBox and the JDK's picture readers; it never knows the archive, and what
/// runs in the process knows no screen.
@NullMarked
package org.cairn.ui.pages;

import org.jspecify.annotations.NullMarked;
