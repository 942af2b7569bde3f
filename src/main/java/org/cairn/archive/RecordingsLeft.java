package org.cairn.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cairn.crypto.Secret;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.cairn.progress.Progress;
import org.cairn.vault.SpoolReading;
import org.jspecify.annotations.Nullable;

/// Makes evidence items of the recordings that lie there sealed, however they ended.
///
/// A spool is removed only when everything that was ever in it, but for the end that a crash tears off, is in the item.
final class RecordingsLeft {

    private final Session session;
    private final Supplier<List<Path>> left;
    private final WithKey key;

    /// Lends the key that recordings are sealed with.
    interface WithKey {
        <T> T lend(Function<Secret, T> use);
    }

    /// What became of the recordings that lay there.
    ///
    /// @param waiting how many could not be finished now
    /// @param failure why the first of those that wait could not be finished
    record Finishing(List<Kept> kept, int waiting, @Nullable ArchiveException failure) {}

    /// @param left the spools that nobody writes to
    RecordingsLeft(Session session, Supplier<List<Path>> left, WithKey key) {
        this.session = session;
        this.left = left;
        this.key = key;
    }

    /// One that cannot be finished does not hold up the others.
    synchronized Finishing finish() {
        List<Kept> kept = new ArrayList<>();
        ArchiveException failure = null;
        int waiting = 0;
        try {
            for (Path spool : left.get()) {
                try {
                    key.lend(lent -> finish(spool, lent)).ifPresent(kept::add);
                } catch (ArchiveException e) {
                    failure = failure == null ? e : failure;
                    waiting++;
                }
            }
        } catch (ArchiveException e) {
            failure = e;
        }
        return new Finishing(kept, waiting, failure);
    }

    private Optional<Kept> finish(Path spool, Secret lent) {
        RecordingRemains remains = RecordingRemains.read(spool, lent).orElse(null);
        if (remains == null) {
            // not even the beginning can be read: somebody may still know what to do with it
            SpoolReading.setAside(spool);
            session.store().inTransaction(tx -> session.note(tx, "RECORDING_UNREADABLE", Optional.empty(), Map.of()));
            return Optional.empty();
        }
        Reference reference = remains.head().reference();
        boolean there = session.store().read(view -> view.current(reference)).isPresent();
        Optional<Kept> kept = there ? Optional.empty() : keep(remains, lent);
        if (remains.spoilt() || remains.totals().isEmpty() && !remains.empty()) {
            SpoolReading.setAside(spool);
        } else {
            SpoolReading.remove(spool);
        }
        return kept;
    }

    private Optional<Kept> keep(RecordingRemains remains, Secret lent) {
        RecordingEnding ending = new RecordingEnding(session, remains);
        if (remains.empty()) {
            ending.noteEmpty();
            return Optional.empty();
        }
        if (remains.totals().isEmpty()) {
            ending.noteUnreadable();
            return Optional.empty();
        }
        Intake intake = new Intake(session);
        try (var turn = session.vault().turns().await(Progress.none())) {
            return Optional.of(intake.tidily(() -> {
                try (var flac = remains.flac(lent)) {
                    return ending.keep(session.vault().put(flac, Progress.none()));
                } catch (IOException e) {
                    throw new ArchiveException.NotReachable();
                }
            }));
        } finally {
            intake.endSealing();
        }
    }
}
