package org.cairn.domain.search;

import java.util.Locale;

/// What a list of everything that a search found can be written as.
public enum HitFormat {
    /// A table for spreadsheet programs and scripts.
    CSV,
    /// A document to be worked on.
    DOCX,
    /// A document to be filed.
    PDF;

    /// How the names of such files end, without the dot.
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
