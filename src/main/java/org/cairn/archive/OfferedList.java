package org.cairn.archive;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.custody.IntakeRun;
import org.cairn.domain.custody.IntakeRun.Ending;
import org.cairn.domain.custody.OfferedFile;
import org.cairn.domain.custody.OfferedFile.Fate;
import org.cairn.progress.CancelledException;
import org.cairn.store.StoreTransaction;

/// The list of what is offered at once: kept before any of it is taken, so that whatever ends it, every file that was
/// offered can be accounted for.
///
/// The ledger tells when it began, and at its end the hash of the list. Paths stand in the list alone, which is kept
/// as closely as what is taken.
final class OfferedList {

    /// What the ledger calls them.
    private static final Map<Fate, String> TOLD = Map.of(
            Fate.TAKEN, "taken",
            Fate.DUPLICATE, "duplicates",
            Fate.NOT_TAKEN, "notTaken",
            Fate.NOT_REACHED, "notReached");

    private final Session session;
    private final int number;
    private final List<OfferedFile> files;

    private OfferedList(Session session, int number, List<OfferedFile> files) {
        this.session = session;
        this.number = number;
        this.files = files;
    }

    static OfferedList begin(Session session, List<IncomingFiles.Incoming> incoming, IntakeTerms terms) {
        List<OfferedFile> files = incoming.stream()
                .map(file -> OfferedFile.found(file.path().toString(), file.size()))
                .toList();
        int number = session.store().inTransaction(tx -> {
            IntakeRun run = new IntakeRun(
                    0,
                    session.now(),
                    session.user().name(),
                    Bundles.PROGRAM,
                    terms.witness()
                            .flatMap(tx::protection)
                            .map(terms.protection()::stricter)
                            .orElse(terms.protection()),
                    files.size(),
                    Optional.empty(),
                    Ending.GOING_ON);
            int next = tx.beginIntake(run, files);
            session.note(
                    tx,
                    "INTAKE_BEGUN",
                    Optional.empty(),
                    Map.of("intake", String.valueOf(next), "files", String.valueOf(files.size())));
            return next;
        });
        return new OfferedList(session, number, files);
    }

    int number() {
        return number;
    }

    OfferedFile file(int position) {
        return files.get(position);
    }

    /// Together with what is kept of the file, if anything is.
    void put(StoreTransaction tx, int position, OfferedFile file) {
        tx.putOffered(number, position, file);
    }

    void end() {
        end(session, number, Ending.WHOLE, "");
    }

    /// A list that cannot be ended now is found at the next opening: it must not hide what went wrong.
    void endAfter(Throwable stopped) {
        try {
            end(session, number, ending(stopped), why(stopped));
        } catch (ArchiveException e) {
            stopped.addSuppressed(e);
        }
    }

    private static Ending ending(Throwable stopped) {
        return switch (stopped) {
            case CancelledException cancelled -> Ending.CANCELLED;
            case ArchiveException.StorageFull full -> Ending.STORAGE_FULL;
            default -> Ending.STOPPED;
        };
    }

    /// Why a file was not come to, a code.
    static String why(Throwable stopped) {
        return switch (ending(stopped)) {
            case CANCELLED -> "cancelled";
            case STORAGE_FULL -> "storageFull";
            default -> "stopped";
        };
    }

    /// What a killed program began is ended by whoever opens the archive next.
    static void endInterrupted(Session session) {
        List<IntakeRun> left = session.store().read(view -> view.intakesGoingOn());
        left.forEach(run -> end(session, run.number(), Ending.INTERRUPTED, "interrupted"));
    }

    private static void end(Session session, int number, Ending ending, String whyNotReached) {
        session.store().inTransaction(tx -> {
            tx.endIntake(number, ending, whyNotReached, session.now());
            Map<String, String> details = new TreeMap<>();
            details.put("intake", String.valueOf(number));
            details.put("result", ending.name());
            List<OfferedFile> files = tx.offered(number);
            for (Fate fate : Fate.values()) {
                long some = files.stream().filter(file -> file.fate() == fate).count();
                details.put(Objects.requireNonNull(TOLD.get(fate)), String.valueOf(some));
            }
            details.put("hash", tx.offeredHash(number).hex());
            return session.note(tx, "INTAKE_ENDED", Optional.empty(), details);
        });
    }
}
