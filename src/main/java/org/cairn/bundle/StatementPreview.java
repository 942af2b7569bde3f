package org.cairn.bundle;

import java.util.Locale;
import org.cairn.domain.Testimony;

/// A statement as it will be printed in a bundle, for reading it through before it is sealed.
public final class StatementPreview {

    private StatementPreview() {}

    /// The statement as a PDF in memory.
    ///
    /// @param testimony the statement
    /// @param pseudonym what its witness is called
    /// @param number the first, second… statement of that witness
    /// @param ui the language of the headings
    public static byte[] pdf(Testimony testimony, String pseudonym, int number, Locale ui) {
        throw new UnsupportedOperationException();
    }
}
