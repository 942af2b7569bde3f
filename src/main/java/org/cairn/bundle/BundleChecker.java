package org.cairn.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cairn.bundle.check.FileRules;
import org.cairn.domain.served.CheckedBundle;
import org.cairn.domain.served.RuleResult;

/// Reads a finished bundle back and says how it stands to the rules that a file can show.
///
/// Each result is met or broken; its code is `check.<rule>.met` or `check.<rule>.broken` in the messages of `bundle`.
public final class BundleChecker {

    /// The greatest size of a volume where the profile names none.
    public static final long LARGEST_VOLUME = 500_000_000;

    private BundleChecker() {}

    /// Checks a bundle, and its manifest (in `sha256sum -c` form) when there is one.
    ///
    /// @throws UncheckedIOException when a file cannot be read at all
    public static List<RuleResult> check(Path pdf, Optional<Path> manifest) {
        return check(pdf, manifest, LARGEST_VOLUME);
    }

    /// Checks a bundle against a profile's size limit in bytes.
    public static List<RuleResult> check(Path pdf, Optional<Path> manifest, long largestVolume) {
        return readBack(pdf, manifest, largestVolume).results();
    }

    /// Checks a bundle, and says what its signatures say.
    ///
    /// @throws UncheckedIOException when a file cannot be read at all
    public static CheckedBundle readBack(Path pdf, Optional<Path> manifest) {
        return readBack(pdf, manifest, LARGEST_VOLUME);
    }

    /// The list of hashes in the same folder that names a bundle.
    ///
    /// @throws ArchiveException.InvalidInput when several do
    /// @throws UncheckedIOException when the folder or a list in it cannot be read
    public static Optional<Path> manifestBeside(Path pdf) {
        try {
            return ManifestFile.of(pdf.toRealPath(), Optional.empty()).map(ManifestFile::path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CheckedBundle readBack(Path pdf, Optional<Path> manifest, long largestVolume) {
        try {
            return FileRules.check(pdf, manifest, largestVolume);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
