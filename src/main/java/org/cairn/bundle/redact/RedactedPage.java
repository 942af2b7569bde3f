package org.cairn.bundle.redact;

/// What became of a page.
///
/// @param page its number, from 1, as the redactions count
/// @param fate what became of it
public record RedactedPage(int page, Fate fate) {

    /// What can become of a page.
    public enum Fate {
        /// It is a picture of itself with places painted over, and the words beside them.
        PAINTED,
        /// The same, but its words could not be had: nothing on it can be searched.
        PAINTED_WITHOUT_WORDS,
        /// It says that it is withheld in full.
        WITHHELD,
        /// It could not be drawn safely, and says that it is withheld.
        NOT_DRAWN
    }
}
