package org.cairn.search;

import java.util.function.Function;
import org.cairn.domain.Reference;

/// Where the texts of passages are: the index keeps what their words are, not the texts, which are as long again and
/// held by the database anyway.
public interface Texts {

    /// Does work that may read texts, all of them as the records are at one moment.
    <T> T during(Function<Reading, T> work);

    /// The records as they are at one moment.
    @FunctionalInterface
    interface Reading {

        /// The text of a passage as it would be given to the index now.
        ///
        /// @param place which of the record's passages, from 0, in the order in which the index took them
        /// @return empty where the record has no such passage any longer
        String text(Reference record, int place);
    }
}
