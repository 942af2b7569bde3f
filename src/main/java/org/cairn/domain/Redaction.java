package org.cairn.domain;

/// What must not be seen on one page of an exhibit, and why.
///
/// @param page from 1, among the exhibit's pages as they stand in the bundle, without its separator
/// @param area on the page as it is shown; all of it where the page is withheld
/// @param reason a code of `redaction-reason`
public record Redaction(int page, Area area, String reason) {

    private static final int MOST_PAGES = 10_000_000;

    public Redaction {
        Texts.requireBetween("page", page, 1, MOST_PAGES);
        if (!reason.matches("[A-Z][A-Z0-9_]{0,39}")) {
            throw new ArchiveException.InvalidInput("reason", "unknownValue");
        }
    }

    @Override
    public String toString() {
        return "Redaction on page " + page;
    }
}
