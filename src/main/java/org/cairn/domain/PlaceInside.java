package org.cairn.domain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Where an item lay in what it came out of: a folder of an archive or of a mail store, an address of a web capture.
///
/// @param path as it stood there, with the name at its end; words for people, and never a way to a file
/// @param told what the container said of it: `captured`, `status`…
public record PlaceInside(String path, Map<String, String> told) {

    public PlaceInside {
        Texts.requireGiven("path", path);
        told = Collections.unmodifiableSortedMap(new TreeMap<>(told));
    }

    public PlaceInside(String path) {
        this(path, Map.of());
    }

    @Override
    public String toString() {
        return "PlaceInside";
    }
}
