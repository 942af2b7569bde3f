package org.cairn.search;

import java.util.List;
import org.cairn.domain.search.Hit;

/// Takes all that a search finds, piece by piece.
public interface Everything {

    /// What is about to come.
    ///
    /// @param items how many items fit
    /// @param undated how many more would fit if they had a date
    void begin(long items, long undated);

    /// Some items in the order asked for, each with places in its own order; one of very many places comes in pieces
    /// that follow each other.
    void take(List<Hit> hits);
}
