package org.cairn.store;

/// How far into the write-ahead log something goes.
///
/// @param salts what marks the frames of this run of the log, from its header; each run counts the first half up
/// @param frames how many frames, all of them whole transactions
/// @param sums the running checksum after the last of them
record LogPlace(long salts, long frames, long sums) {

    /// Nothing: as after everything was folded into the database.
    static final LogPlace NOTHING = new LogPlace(0, 0, 0);

    boolean isNothing() {
        return frames == 0;
    }

    boolean inRunOf(LogPlace other) {
        return salts == other.salts;
    }

    /// Whether the log was begun again since: it is only once everything in it has reached the database.
    boolean inRunAfter(LogPlace other) {
        return !equals(NOTHING) && runs() - other.runs() > 0;
    }

    private int runs() {
        return (int) (salts >>> Integer.SIZE);
    }
}
