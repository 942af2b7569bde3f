package org.cairn.domain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// How far a review set has come, of what whoever asks may see.
///
/// @param reviewed how many of it somebody has looked through as they are now
/// @param by how many each person has
/// @param left how many are left to whoever asks: what they have not looked through of a set that is given to them,
///     what nobody has of one that is given to nobody; none of what is given to others
public record ReviewProgress(ReviewSet set, int reviewed, Map<String, Integer> by, int left) {
    public ReviewProgress {
        by = Collections.unmodifiableMap(new TreeMap<>(by));
    }

    @Override
    public String toString() {
        return "ReviewProgress " + set.number();
    }
}
