package org.cairn.domain.served;

import java.nio.file.Path;
import java.util.List;
import org.cairn.domain.Fingerprint;

/// A bundle that was written and read back.
///
/// @param pdf the bundle
/// @param manifest hashes of the PDF and of everything in the folder beside it, in `sha256sum -c` form
/// @param fingerprint SHA-256 of the PDF
/// @param pages how many pages
/// @param exhibits how many exhibits
/// @param results the rules, read back from the finished file, and what was mended on the way
public record ServedBundle(
        Path pdf, Path manifest, Fingerprint fingerprint, int pages, int exhibits, List<RuleResult> results) {
    public ServedBundle {
        results = List.copyOf(results);
    }

    @Override
    public String toString() {
        return "ServedBundle " + fingerprint;
    }
}
