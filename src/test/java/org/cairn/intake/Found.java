package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// Remembers the children of a file.
final class Found implements ChildSink {

    final List<String> names = new ArrayList<>();
    final List<byte[]> contents = new ArrayList<>();
    int again;

    @Override
    public void child(String name, InputStream bytes) throws IOException {
        byte[] content = bytes.readAllBytes();
        names.add(name);
        contents.add(content);
    }

    @Override
    public void again() {
        again++;
        names.clear();
        contents.clear();
    }
}
