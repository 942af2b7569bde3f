/// The vocabulary of the archive and its rules: witnesses, consents, statements, evidence, dates, pinpoints.
///
/// Values, of the JDK only, and what a full disk looks like to whoever writes on one. Must never know how anything is
/// stored, sealed, searched, printed or shown.
@NullMarked
package org.cairn.domain;

import org.jspecify.annotations.NullMarked;
