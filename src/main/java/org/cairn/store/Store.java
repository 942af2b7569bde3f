package org.cairn.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.cairn.crypto.Secret;
import org.cairn.domain.ArchiveException;
import org.cairn.progress.Progress;

/// The encrypted database of an archive, open for one program.
///
/// One thread writes at a time; readers see the state of the last finished transaction and never wait for a writer.
/// What a transaction kept is on the disk when [#inTransaction] returns.
public final class Store implements AutoCloseable {

    private final Path folder;
    private final Connections connections;
    private final ScopedValue<StoreView> reading = ScopedValue.newInstance();

    private Store(Path folder, Connections connections) {
        this.folder = folder;
        this.connections = connections;
    }

    /// A new, empty database.
    ///
    /// @param key 32 bytes; copied, so that the caller may close it
    /// @throws ArchiveException.AlreadyThere when the file exists
    public static Store create(Path file, Secret key) {
        if (Files.exists(file)) {
            throw new ArchiveException.AlreadyThere();
        }
        return connect(file, key);
    }

    /// The database in a file, brought to the newest schema.
    ///
    /// @param key 32 bytes; copied, so that the caller may close it
    /// @throws ArchiveException.Damaged (`records`) when the file is missing, damaged, or of another key, or when its
    ///     log has lost what was acknowledged: which of them is never said
    public static Store open(Path file, Secret key) {
        if (!holdsSomething(file)) {
            throw new ArchiveException.Damaged("records");
        }
        return connect(file, key);
    }

    private static Store connect(Path file, Secret key) {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        return new Store(folder, Faults.opening(folder, () -> Connections.open(file, key)));
    }

    private static boolean holdsSomething(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0;
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    /// Asks questions of one state of the database, which no writer changes meanwhile.
    public <T> T read(Function<StoreView, T> questions) {
        if (reading.isBound()) {
            return questions.apply(reading.get());
        }
        return Faults.translated(
                folder,
                () -> connections.read(handle -> {
                    StoreView view = new StoreView(handle);
                    return ScopedValue.where(reading, view).call(() -> questions.apply(view));
                }));
    }

    /// Changes everything the callback asks for, or nothing when it throws.
    ///
    /// @throws ArchiveException.StorageFull when the disk is full; nothing of it was kept then
    public <T> T inTransaction(Function<StoreTransaction, T> changes) {
        return Faults.translated(
                folder, () -> connections.write(handle -> changes.apply(new StoreTransaction(handle))));
    }

    /// Recomputes every hash, chain, signature and derived row from what is stored.
    public StoreCheck check(Progress progress) {
        return Faults.translated(
                folder,
                () -> connections.readFromDisk(handle -> new Check(handle, connections.markBroken(), progress).run()));
    }

    /// The findings of a check that nobody watches.
    public List<org.cairn.domain.custody.Finding> check() {
        return check(Progress.none()).findings();
    }

    /// Does something while nobody writes, also where the store is closed already.
    public void betweenWrites(Runnable work) {
        connections.betweenWrites(work);
    }

    /// Waits for what is going on, interrupting questions that take long, folds the write-ahead log into the file and
    /// closes it; closing again does nothing.
    @Override
    public void close() {
        connections.close();
    }

    @Override
    public String toString() {
        return "Store";
    }
}
