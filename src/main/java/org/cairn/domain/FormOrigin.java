package org.cairn.domain;

import java.util.List;
import java.util.Optional;

/// Where a form came from that another tool made.
///
/// @param tool `xlsform`, `xform`, `martus`
/// @param file what its file was called, without its folder
/// @param fingerprint SHA-256 of its file, where there was one
/// @param notMapped what of it has no place in a form here
public record FormOrigin(String tool, String file, Optional<Fingerprint> fingerprint, List<NotMapped> notMapped) {
    public FormOrigin {
        notMapped = List.copyOf(notMapped);
    }

    @Override
    public String toString() {
        return "FormOrigin " + tool;
    }
}
