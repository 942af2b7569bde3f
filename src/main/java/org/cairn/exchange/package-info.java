/// Formats in and out: what other tools export, read into the words of the archive, and what of it has no place here.
///
/// Every file is a stranger's: no document type is read, no entity expanded, nothing fetched, and everything has its
/// limit. Must never know where anything is kept, who may see it, or how it is shown.
@NullMarked
package org.cairn.exchange;

import org.jspecify.annotations.NullMarked;
