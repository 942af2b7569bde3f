package org.cairn.names;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The tables of letters and readings in `resources/names`.
final class Tables {

    private Tables() {}

    /// The lines of a table that say something.
    static List<String> lines(String name) {
        try (InputStream table = Tables.class.getResourceAsStream("/names/" + name + ".tsv")) {
            if (table == null) {
                throw new IllegalStateException("a table of names is missing");
            }
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
