/// Sets text in type on PDF pages: shaped, in either direction, in every script the archive's witnesses write.
///
/// Glyphs and their places come from the JDK's HarfBuzz, directions and line breaks from ICU; PDFBox embeds the
/// subset of each font and keeps the text searchable. Knows lines, paragraphs, tables and pages; must never know what
/// a statement or an exhibit is.
@NullMarked
package org.cairn.bundle.typeset;

import org.jspecify.annotations.NullMarked;
