package org.cairn.bundle.redact;

import java.util.List;
import org.cairn.domain.Area;

/// A place where a word that is sought stands.
///
/// @param word which one, from 0
/// @param page on which it begins, from 1
/// @param spots where it stands: one for each line it runs over, which may be on two pages; none where it stands beyond
/// the edge of the page as shown, so that only drawing all of that page takes it out
/// @param alone whether it is no part of a longer word
/// @param before some words before it, with the gap between
/// @param itself as it is written there
/// @param after some words after it, with the gap between
public record Found(int word, int page, List<Spot> spots, boolean alone, String before, String itself, String after) {

    public Found {
        spots = List.copyOf(spots);
    }

    /// A part of it on one line.
    ///
    /// @param page from 1, among the pages that were looked at
    public record Spot(int page, Area area) {}

    /// Its areas on the page on which it begins.
    public List<Area> areas() {
        return spots.stream()
                .filter(spot -> spot.page() == page)
                .map(Spot::area)
                .toList();
    }

    @Override
    public String toString() {
        return "Found " + word + " on page " + page;
    }
}
