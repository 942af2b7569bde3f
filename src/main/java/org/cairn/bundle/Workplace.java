package org.cairn.bundle;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FullDisk;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;

/// Where a bundle is made: a hidden folder within the folder it is for, which goes away unless it is published.
final class Workplace implements AutoCloseable {

    /// Lies in the folder while the names are given: without its bundle, what holds it was never served.
    private static final String UNFINISHED = ".unfinished";

    private final Path out;
    private final HeldFolder hidden;
    private final FolderNames names;

    private Workplace(Path out, HeldFolder hidden, FolderNames names) {
        this.out = out;
        this.hidden = hidden;
        this.names = names;
    }

    /// A fresh place; what killed runs left is removed first, what another run is making is left alone. A second bundle
    /// of the same name gets a number: nothing that was served is ever overwritten.
    static Workplace in(Path out, FolderNames wanted) throws IOException {
        Files.createDirectories(out);
        HeldFolder.sweep(out);
        FolderNames names = wanted;
        Optional<HeldFolder> hidden = claimed(out, names);
        for (int number = 2; hidden.isEmpty(); number++) {
            names = wanted.numbered(number);
            hidden = claimed(out, names);
        }
        Files.createDirectory(hidden.get().path().resolve(names.stem()));
        return new Workplace(out, hidden.get(), names);
    }

    private static Optional<HeldFolder> claimed(Path out, FolderNames names) throws IOException {
        Optional<HeldFolder> hidden = HeldFolder.make(out, names.stem());
        if (hidden.isPresent() && taken(out, names)) {
            hidden.get().close();
            return Optional.empty();
        }
        return hidden;
    }

    /// To be asked only by whoever holds the hidden folder of these names.
    private static boolean taken(Path out, FolderNames names) throws IOException {
        Path unfinished = out.resolve(names.stem()).resolve(UNFINISHED);
        if (Files.exists(out.resolve(names.pdf(0)))) {
            // a run was killed when all that was left to do was this
            Files.deleteIfExists(unfinished);
        } else if (Files.exists(unfinished)) {
            // a run was killed while it gave the names, of which the bundle's own is the last
            for (String volume : Files.readAllLines(unfinished)) {
                Files.deleteIfExists(out.resolve(volume));
            }
            Outgoing.remove(out.resolve(names.stem()));
            Files.deleteIfExists(out.resolve(names.manifest()));
        }
        return Stream.concat(
                        Stream.of(names.manifest(), names.stem()),
                        IntStream.range(0, FolderNames.VOLUMES).mapToObj(names::pdf))
                .anyMatch(name -> Files.exists(out.resolve(name)));
    }

    /// What the bundle and everything beside it will be called.
    FolderNames names() {
        return names;
    }

    /// A volume, by its place from 0.
    Path pdf(int place) {
        return hidden.path().resolve(names.pdf(place));
    }

    Path manifest() {
        return hidden.path().resolve(names.manifest());
    }

    Path folder() {
        return hidden.path().resolve(names.stem());
    }

    /// Brings all of it to the disk while it is still hidden: on a slow stick that takes minutes, in which whoever
    /// stops it, or locks the archive, still can.
    ///
    /// @param volumes how many there are
    void settle(int volumes, Progress progress) throws IOException {
        // further volumes get their names before the first: a killed run must find them again
        List<String> further = IntStream.range(1, volumes).mapToObj(names::pdf).toList();
        for (String volume : further) {
            if (Files.exists(out.resolve(volume))) {
                throw new FileAlreadyExistsException(volume);
            }
        }
        Files.write(folder().resolve(UNFINISHED), further);
        Outgoing.force(folder(), progress);
        Outgoing.force(manifest(), progress);
        for (int i = 0; i < volumes; i++) {
            Outgoing.force(pdf(i), progress);
        }
    }

    /// Gives everything its final name, the bundle itself last; takes back what was named when that fails.
    ///
    /// The bundle's own name is what serves it, so the ledger must have its line on the disk before that name is given:
    /// - the line cannot be written (archive locked, its disk full): nothing has the bundle's name, the rest goes;
    /// - power fails after the line: the ledger tells of a bundle that is not there, and the next run clears the rest;
    /// - power fails after the name: bundle and line are both there, and only the mark is left to take away.
    ///
    /// So no moment leaves a bundle without its line. The other order would leave one whenever the line comes too late.
    ///
    /// @param volumes how many there are
    /// @param note writes it into the ledger
    void publish(int volumes, Runnable note) throws IOException {
        Deque<Path> named = new ArrayDeque<>();
        try {
            name(folder(), named);
            name(manifest(), named);
            for (int i = 1; i < volumes; i++) {
                name(pdf(i), named);
            }
            Outgoing.forceEntries(out);
            note.run();
            name(pdf(0), named);
            Outgoing.forceEntries(out);
            Files.delete(out.resolve(names.stem()).resolve(UNFINISHED));
            Outgoing.forceEntries(out.resolve(names.stem()));
        } catch (IOException | RuntimeException e) {
            takeBack(named, e);
            throw e;
        }
    }

    private void name(Path made, Deque<Path> named) throws IOException {
        Path last = out.resolve(made.getFileName());
        Files.move(made, last, StandardCopyOption.ATOMIC_MOVE);
        named.push(last);
    }

    /// The last that was named goes first. What cannot be removed must not hide what went wrong.
    private static void takeBack(Deque<Path> named, Exception failure) {
        for (Path path : named) {
            try {
                Outgoing.remove(path);
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        hidden.close();
    }

    /// What a failure to write means to a person; an interrupted thread closes its files, which is no failure.
    static RuntimeException translated(IOException e, Path out) {
        if (e instanceof ClosedByInterruptException) {
            return new CancelledException();
        }
        return FullDisk.explains(e, out) ? new ArchiveException.StorageFull() : new ArchiveException.NotReachable();
    }
}
