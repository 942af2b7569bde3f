package org.cairn.domain;

import java.util.List;

/// Part of a list.
///
/// @param items the part
/// @param total how many the whole has
public record Page<T>(List<T> items, long total) {
    public Page {
        items = List.copyOf(items);
    }

    @Override
    public String toString() {
        return items.size() + " of " + total;
    }
}
