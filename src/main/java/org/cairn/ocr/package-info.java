/// Recognises the text of a page by a program of its own, tesseract, where it is installed.
///
/// A page goes in by standard input and words with their places come out by standard output: nothing of it is ever
/// written to disk. Knows no archive, no database and no document.
@NullMarked
package org.cairn.ocr;

import org.jspecify.annotations.NullMarked;
