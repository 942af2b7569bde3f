package org.cairn.domain;

import java.util.Optional;

/// What must not be seen on one page of an exhibit, and why.
///
/// @param page from 1, among the exhibit's pages as they stand in the bundle, without its separator
/// @param area on the page as it is shown; all of it where the page is withheld
/// @param reason a code of `redaction-reason`
/// @param seen a hash of what the area covered when it was drawn: on a page that is laid out otherwise by now it would
///     hide something else
public record Redaction(int page, Area area, String reason, Optional<Fingerprint> seen) {

    /// What is said to be wrong where areas cannot stand as they were drawn.
    public static final String FIELD = "redactions";

    private static final int MOST_PAGES = 10_000_000;

    public Redaction {
        Texts.requireBetween("page", page, 1, MOST_PAGES);
        if (!reason.matches("[A-Z][A-Z0-9_]{0,39}")) {
            throw new ArchiveException.InvalidInput("reason", "unknownValue");
        }
    }

    /// An area that nobody drew on a page as it was shown.
    public Redaction(int page, Area area, String reason) {
        this(page, area, reason, Optional.empty());
    }

    /// The same on all of its page.
    public Redaction whole() {
        return new Redaction(page, Area.WHOLE, reason);
    }

    @Override
    public String toString() {
        return "Redaction on page " + page;
    }
}
