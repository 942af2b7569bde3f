package org.cairn.bundle;

import java.nio.file.Path;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;

/// Writes a bundle from its plan, reads it back, and gives it its final name only when every rule is met.
public final class BundleWriter {

    /// Writes the bundle into a folder.
    ///
    /// @param plan what to write
    /// @param outFolder where; made when it is not there
    /// @param progress told of stages `insert`, `typeset`, `write`, `check` and `copy`
    /// @throws org.cairn.domain.ArchiveException.BundleRefused when the finished file broke a rule: nothing is left
    /// @throws org.cairn.domain.ArchiveException.StorageFull when the disk is full: nothing is left
    public ServedBundle write(BundlePlan plan, Path outFolder, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
