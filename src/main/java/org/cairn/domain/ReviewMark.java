package org.cairn.domain;

import java.time.Instant;

/// That somebody has looked through a record and says so.
///
/// @param record what they looked through
/// @param person who
/// @param revision which revision they had before them
/// @param reading the hash of what had been read of the file then, as far as the program could; empty where nothing had
/// @param at when, in UTC
/// @param sequence the line of the ledger that says so
public record ReviewMark(Reference record, String person, int revision, String reading, Instant at, long sequence) {

    /// The line of the ledger that marks.
    public static final String MARKED = "REVIEWED";

    /// The line of the ledger that takes a mark back.
    public static final String TAKEN_BACK = "REVIEW_TAKEN_BACK";

    @Override
    public String toString() {
        return record + " " + sequence;
    }
}
