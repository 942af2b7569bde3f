package org.cairn.search;

import java.util.function.Function;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;

/// Where the texts of passages are: the index keeps what their words are, not the texts, which are as long again and
/// held by the database anyway.
public interface Texts {

    /// Does work that may read texts, all of them as the records are at one moment.
    ///
    /// @param clearance nothing is read of what is kept more closely at that moment, whatever the index says of it
    <T> T during(Protection clearance, Function<Reading, T> work);

    /// The records as they are at one moment.
    @FunctionalInterface
    interface Reading {

        /// The text of a passage as it would be given to the index now.
        ///
        /// @param place which of the record's passages, from 0, in the order in which the index took them
        /// @param pinpoint the hash of its pinpoint as it is written
        /// @return empty where the record has no such passage there any longer, or may not be seen
        String text(Reference record, int place, int pinpoint);
    }
}
