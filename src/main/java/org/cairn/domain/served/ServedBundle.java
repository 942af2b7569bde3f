package org.cairn.domain.served;

import java.nio.file.Path;
import java.util.List;
import org.cairn.domain.Fingerprint;

/// A bundle that was written and read back.
///
/// @param volumes its files, in order
/// @param manifest hashes of the volumes and of everything in the folder beside them, in `sha256sum -c` form
/// @param exhibits how many exhibits
/// @param results the rules, read back from the finished file, and what was mended on the way
/// @param places where each exhibit stands in it
public record ServedBundle(
        List<Volume> volumes, Path manifest, int exhibits, List<RuleResult> results, List<ExhibitPlace> places) {
    public ServedBundle {
        volumes = List.copyOf(volumes);
        results = List.copyOf(results);
        places = List.copyOf(places);
    }

    /// One file of it.
    ///
    /// @param number as it is called
    /// @param pdf where it is
    /// @param fingerprint SHA-256 of it
    /// @param firstPage the number of its first page
    /// @param pages how many it has
    public record Volume(int number, Path pdf, Fingerprint fingerprint, int firstPage, int pages) {
        @Override
        public String toString() {
            return "Volume " + number;
        }
    }

    /// The first volume.
    public Path pdf() {
        return volumes.getFirst().pdf();
    }

    /// SHA-256 of the first volume.
    public Fingerprint fingerprint() {
        return volumes.getFirst().fingerprint();
    }

    /// How many pages all volumes have.
    public int pages() {
        return volumes.stream().mapToInt(Volume::pages).sum();
    }

    @Override
    public String toString() {
        return "ServedBundle " + fingerprint();
    }
}
