package org.cairn.domain;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Exactly these records in exactly these revisions: what is decided for them is done to no others.
///
/// @param lines each record once
public record FrozenList(List<Line> lines) {

    public FrozenList {
        lines = lines.stream().distinct().toList();
    }

    /// A record as it was when the list was frozen.
    ///
    /// @param revision its last revision then; 0 where the person saw none
    public record Line(Reference reference, int revision) {}

    /// How many.
    public int count() {
        return lines.size();
    }

    /// SHA-256 of the references with their revisions, one to a line: another list has another.
    public Fingerprint hash() {
        return Fingerprint.of(lines.stream()
                .map(line -> line.reference() + "/" + line.revision() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "FrozenList of " + lines.size();
    }
}
