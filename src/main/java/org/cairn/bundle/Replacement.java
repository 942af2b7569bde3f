package org.cairn.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.cairn.domain.ArchiveException;
import org.cairn.progress.Progress;

/// A file that is made anew beside the one whose place it takes, at once or not at all.
final class Replacement implements AutoCloseable {

    private final Path target;
    private final Path folder;
    private final HeldFolder hidden;

    private Replacement(Path target, Path folder, HeldFolder hidden) {
        this.target = target;
        this.folder = folder;
        this.hidden = hidden;
    }

    /// @throws ArchiveException.AlreadyThere when another run is at the same file
    static Replacement of(Path target) throws IOException {
        Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
        HeldFolder hidden = HeldFolder.make(folder, String.valueOf(target.getFileName()))
                .orElseThrow(ArchiveException.AlreadyThere::new);
        return new Replacement(target, folder, hidden);
    }

    /// Where it is made.
    Path fresh() {
        return hidden.path().resolve("fresh");
    }

    /// It is on the disk when this returns, and not yet in its place.
    void settle() throws IOException {
        Outgoing.force(fresh(), Progress.none());
    }

    void put() throws IOException {
        Files.move(fresh(), target, StandardCopyOption.ATOMIC_MOVE);
        Outgoing.forceEntries(folder);
    }

    @Override
    public void close() throws IOException {
        hidden.close();
    }
}
