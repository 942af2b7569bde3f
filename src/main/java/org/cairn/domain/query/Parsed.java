package org.cairn.domain.query;

/// What became of reading a query.
public sealed interface Parsed {

    /// It was understood.
    record Understood(Asked asked) implements Parsed {
        @Override
        public String toString() {
            return "Understood";
        }
    }

    /// It was not.
    ///
    /// @param place where understanding ended
    /// @param reason a code; the message files say what it means and how to mend it
    record Misread(Place place, String reason) implements Parsed {}
}
