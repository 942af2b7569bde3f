/// The vocabulary of the archive and its rules: witnesses, consents, statements, evidence, dates, pinpoints.
///
/// Values only, of the JDK only. Must never know how anything is stored, sealed, searched, printed or shown.
@NullMarked
package org.cairn.domain;

import org.jspecify.annotations.NullMarked;
