package org.cairn.bundle.redact;

/// What is said on a page in place of what was taken out, in the language of the bundle.
public interface Wording {

    /// What stands in a box, where it fits: short, in Latin letters.
    default String inBox(String reason) {
        return reason;
    }

    /// What stands on a page that is withheld in full.
    String withheld(String reason);

    /// What stands on a page that could not be drawn safely and is withheld for that.
    ///
    /// @param reason empty where nothing was to be painted over on it
    String notDrawn(String reason);
}
