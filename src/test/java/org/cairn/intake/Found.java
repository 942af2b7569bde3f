package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.PlaceInside;

/// Remembers the children of a file.
final class Found implements ChildSink {

    final List<String> names = new ArrayList<>();
    final List<Optional<PlaceInside>> places = new ArrayList<>();
    final List<byte[]> contents = new ArrayList<>();
    int again;

    @Override
    public void child(String name, Optional<PlaceInside> place, InputStream bytes) throws IOException {
        child(name, bytes);
        places.add(place);
    }

    @Override
    public void child(String name, InputStream bytes) throws IOException {
        byte[] content = bytes.readAllBytes();
        names.add(name);
        contents.add(content);
    }

    /// Where each lay, in the order in which they came; empty where the name says it.
    List<String> paths() {
        return places.stream()
                .map(place -> place.map(PlaceInside::path).orElse(""))
                .toList();
    }

    @Override
    public void again() {
        again++;
        names.clear();
        contents.clear();
        places.clear();
    }
}
