package org.cairn.domain;

import java.util.Optional;

/// How a statement was read back to the witness before they signed it.
///
/// @param language in which language
/// @param by who read it
/// @param date when
/// @param changes what the witness had changed, in words; empty where nothing
public record ReadBack(LanguageTag language, String by, Optional<FuzzyDate> date, String changes) {

    @Override
    public String toString() {
        return "ReadBack";
    }
}
