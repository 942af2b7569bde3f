package org.cairn.domain;

import java.time.Instant;
import java.util.List;

/// Records that are to be looked through, fixed when it was made.
///
/// @param name what people call it
/// @param query the question whose answer it was; empty where it was none
/// @param persons whom it is given to, each to look all of it through; nobody means everybody, and one is enough
/// @param closed whether it is done with
/// @param items how many of it whoever asks may see
public record ReviewSet(
        int number,
        String name,
        String query,
        String madeBy,
        Instant at,
        List<String> persons,
        boolean closed,
        int items) {

    /// The line of the ledger that makes one, with the hash of its list.
    public static final String MADE = "REVIEW_SET";

    /// The line of the ledger that says whom one is given to.
    public static final String ASSIGNED = "REVIEW_SET_ASSIGNED";

    /// The line of the ledger that says that one is done with.
    public static final String CLOSED = "REVIEW_SET_CLOSED";

    public ReviewSet {
        persons = List.copyOf(persons);
    }

    /// Whether it is given to nobody, and so to everybody.
    public boolean open() {
        return persons.isEmpty();
    }

    @Override
    public String toString() {
        return "ReviewSet " + number;
    }
}
