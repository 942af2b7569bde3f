/// Writes the PDF bundle that a tribunal is given, and checks a finished one by reading it back.
///
/// What to put into it, and whether it may leave at all, has been decided before a plan comes here: this package asks
/// no archive, no consent and no identity, and must never know the person behind a pseudonym. It writes only into the
/// folder it is given, and what it has to set aside while writing is sealed.
@NullMarked
package org.cairn.bundle;

import org.jspecify.annotations.NullMarked;
