package org.cairn.domain.query;

/// Part of a query as it was typed.
///
/// @param start its first character, from 0, counted in UTF-16 units
/// @param end the character after its last
public record Place(int start, int end) {
    public Place {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("a place ends before it begins");
        }
    }

    /// From the beginning of this to the end of another.
    public Place to(Place last) {
        return new Place(start, Math.max(start, last.end));
    }
}
