package org.cairn.domain;

/// A page that somebody read and typed: it prevails over what a machine recognised there.
///
/// @param page from 1
/// @param language in which it is written
/// @param by who typed it, by the name under which they work
/// @param text as it stands there, lines separated by `\n`
public record TypedPage(int page, LanguageTag language, String by, String text) {

    private static final int MOST_PAGES = 10_000_000;

    public TypedPage {
        Texts.requireBetween("page", page, 1, MOST_PAGES);
        Texts.requireGiven("text", text);
        Texts.requireGiven("by", by);
    }

    @Override
    public String toString() {
        return "TypedPage " + page;
    }
}
