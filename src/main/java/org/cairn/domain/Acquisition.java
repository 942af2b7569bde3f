package org.cairn.domain;

import java.util.Optional;

/// How something came to the archive.
///
/// @param source where it comes from, in words or by reference of a witness
/// @param how a code of the vocabulary `acquisition`: `HANDED_OVER`, `COLLECTED_ON_SITE`, `RECORDED`, `DOWNLOADED`,
///     `SUBPOENA`, `LEAK`, `ANONYMOUS`
/// @param by who took it
/// @param at when, as far as known
public record Acquisition(String source, String how, String by, Optional<FuzzyDate> at) {
    public Acquisition {
        Texts.requireGiven("source", source);
        Texts.requireGiven("how", how);
    }

    @Override
    public String toString() {
        return "Acquisition";
    }
}
