package org.cairn.dates;

import org.cairn.domain.FuzzyDate;

/// Dates of tests, as people say them.
public final class Spoken {

    private Spoken() {}

    public static FuzzyDate date(String words) {
        return SpokenDates.understand(Said.in("en", words)).orElseThrow();
    }
}
