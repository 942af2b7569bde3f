package org.cairn.ui.bundles;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.ServedBundle;
import org.cairn.ui.common.FolderWindow;

/// Where bundles were written to while the archive was open, and how their folders are opened.
///
/// Kept in memory alone: where somebody puts what they take out is nothing that an archive should know later.
final class WrittenPlaces {

    private final Map<Fingerprint, Path> places = new ConcurrentHashMap<>();
    private final FolderWindow window;

    WrittenPlaces(FolderWindow window) {
        this.window = window;
    }

    /// Remembers where each file of a bundle is.
    void remember(ServedBundle served) {
        served.volumes().forEach(volume -> places.put(volume.fingerprint(), volume.pdf()));
    }

    /// Where a file was written to, by the hash that it was written with.
    Optional<Path> of(Fingerprint written) {
        return Optional.ofNullable(places.get(written));
    }

    /// How folders are opened.
    FolderWindow window() {
        return window;
    }
}
