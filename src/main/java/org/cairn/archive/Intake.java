package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.archive.IntakeReport.Taken;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.custody.OfferedFile;
import org.cairn.domain.custody.OfferedFile.Fate;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.cairn.progress.Turns;
import org.cairn.vault.Stored;

/// The first half of taking in: every byte hashed and sealed, every file recorded, before anything reads it.
final class Intake {

    /// Set while files are being sealed: a crash in between may leave a sealed file that no record speaks of.
    static final String UNDER_WAY = "intakeUnderWay";

    private final Session session;

    Intake(Session session) {
        this.session = session;
    }

    /// Whoever stops it, or fills the disk, is told of every file all the same.
    ///
    /// @param told what became of each file, once that cannot be undone
    /// @param coming is told how many files there are, before the first is sealed
    IntakeReport take(
            List<Path> offered, IntakeTerms terms, Progress progress, Consumer<Taken> told, IntConsumer coming) {
        terms.witness()
                .ifPresent(witness -> session.store().read(view -> {
                    session.requireWitness(view, witness);
                    return view;
                }));
        List<IncomingFiles.Incoming> incoming = IncomingFiles.walk(offered, progress);
        coming.accept(incoming.size());
        OfferedList list = OfferedList.begin(session, incoming, terms);
        List<Taken> taken = new ArrayList<>(incoming.size());
        try {
            for (IncomingFiles.Incoming file : incoming) {
                progress.checkCancelled();
                session.closing().check();
                Taken one = takeInTurn(file, list, taken.size(), terms, progress);
                taken.add(one);
                told.accept(one);
                progress.step("seal", taken.size(), incoming.size());
            }
            list.end();
            endSealing();
            return new IntakeReport(taken, Optional.empty(), Optional.of(list.number()));
        } catch (CancelledException | ArchiveException e) {
            endSealingAfter(e);
            list.endAfter(e);
            return cutShort(incoming, list.number(), taken, e, told);
        } catch (RuntimeException | Error e) {
            list.endAfter(e);
            throw e;
        }
    }

    /// Between two files others may have their turn: an intake of hours keeps nobody waiting for hours.
    private Taken takeInTurn(
            IncomingFiles.Incoming file, OfferedList list, int position, IntakeTerms terms, Progress progress) {
        try (Turns.Turn turn = session.vault().turns().await(progress)) {
            return tidily(() -> take(file, list, position, terms, progress));
        }
    }

    /// Seals and records something; where that fails, nothing stays sealed that no record speaks of.
    <T> T tidily(Supplier<T> seal) {
        beginSealing();
        try {
            return seal.get();
        } catch (RuntimeException | Error e) {
            sweepAfter(session, e);
            throw e;
        }
    }

    /// Every file is accounted for, also those that it never came to.
    private static IntakeReport cutShort(
            List<IncomingFiles.Incoming> incoming,
            int number,
            List<Taken> taken,
            RuntimeException stopped,
            Consumer<Taken> told) {
        boolean kept = taken.stream().anyMatch(file -> file.outcome() != Outcome.NOT_TAKEN);
        if (!kept) {
            throw stopped;
        }
        String reason = OfferedList.why(stopped);
        List<Taken> files = new ArrayList<>(taken);
        incoming.subList(taken.size(), incoming.size()).stream()
                .map(file -> notTaken(file.path().toString(), reason))
                .forEach(told.andThen(files::add));
        return new IntakeReport(files, Optional.of(stopped), Optional.of(number));
    }

    /// Where even that fails, the next opening sweeps: it must not hide what went wrong.
    private static void sweepAfter(Session session, Throwable stopped) {
        try {
            sweep(session);
        } catch (ArchiveException e) {
            stopped.addSuppressed(e);
        }
    }

    Kept take(EvidenceItem description, InputStream bytes) throws IOException {
        Kept kept;
        try (Turns.Turn turn = session.vault().turns().await(Progress.none())) {
            kept = tidily(() -> takeOne(description, bytes));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        endSealing();
        return kept;
    }

    private Kept takeOne(EvidenceItem description, InputStream bytes) {
        Stored stored = put(bytes);
        EvidenceItem item = description.of(stored.fingerprint(), stored.size());
        return Kept.of(session.store().inTransaction(tx -> {
            item.concerns().ifPresent(witness -> session.requireWitness(tx, witness));
            Revision revision = session.keep(tx, tx.next(RecordKind.EVIDENCE), item, 0, "KEPT");
            session.note(tx, "INGESTED", Optional.of(revision.reference()), ingested(item));
            return revision;
        }));
    }

    private Stored put(InputStream bytes) {
        try {
            return session.vault().put(bytes, Progress.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void beginSealing() {
        if (!underWay(session)) {
            session.store().inTransaction(tx -> {
                tx.putSetting(UNDER_WAY, "yes");
                return tx;
            });
        }
    }

    /// Takes the flag down, unless somebody else seals, who will take it down in turn.
    void endSealing() {
        session.vault().turns().ifFree().ifPresent(turn -> {
            try (turn) {
                session.store().inTransaction(tx -> {
                    tx.putSetting(UNDER_WAY, "no");
                    return tx;
                });
            }
        });
    }

    /// A flag that stays costs the next opening a look around: it must not hide what went wrong.
    void endSealingAfter(Throwable stopped) {
        try {
            endSealing();
        } catch (ArchiveException e) {
            stopped.addSuppressed(e);
        }
    }

    private static boolean underWay(Session session) {
        return session.store()
                .read(view -> view.setting(UNDER_WAY))
                .filter("yes"::equals)
                .isPresent();
    }

    private Taken take(
            IncomingFiles.Incoming file, OfferedList list, int position, IntakeTerms terms, Progress progress) {
        if (!file.refusal().isEmpty()) {
            return refused(file, list, position, file.refusal());
        }
        try (InputStream in = Files.newInputStream(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            Stored stored = session.vault().put(in, progress);
            return record(file.path(), list, position, stored, terms);
        } catch (IOException e) {
            return refused(file, list, position, IncomingFiles.whyUnreadable(file.path()));
        }
    }

    private static Taken refused(IncomingFiles.Incoming file, OfferedList list, int position, String why) {
        list.refuse(position, why);
        return notTaken(file.path().toString(), why);
    }

    private Taken record(Path path, OfferedList list, int position, Stored stored, IntakeTerms terms) {
        String name = path.toString();
        OfferedFile offered = list.file(position);
        return session.store().inTransaction(tx -> {
            EvidenceItem item = describe(fileName(path), stored, terms);
            OfferedAgain again = new OfferedAgain(session, tx);
            Optional<Revision> same = again.joins(stored.fingerprint(), terms);
            if (same.isPresent()) {
                String reason = again.join(same.get(), item) ? "duplicateJoined" : "duplicate";
                Reference known = same.get().reference();
                list.put(
                        tx, position, offered.read(Fate.DUPLICATE, reason, stored.size(), stored.fingerprint(), known));
                return new Taken(name, Outcome.DUPLICATE, Optional.of(known), Optional.empty(), reason);
            }
            Revision kept = session.keep(tx, tx.next(RecordKind.EVIDENCE), item, 0, "KEPT");
            Map<String, String> details = new TreeMap<>(ingested(item));
            details.put("intake", String.valueOf(list.number()));
            session.note(tx, "INGESTED", Optional.of(kept.reference()), details);
            list.put(tx, position, offered.read(Fate.TAKEN, "", stored.size(), stored.fingerprint(), kept.reference()));
            return new Taken(name, Outcome.TAKEN, Optional.of(kept.reference()), Optional.empty(), "");
        });
    }

    private EvidenceItem describe(String fileName, Stored stored, IntakeTerms terms) {
        return new EvidenceItem(
                fileName,
                "UNSORTED",
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                terms.acquisition(),
                "COPY",
                Optional.empty(),
                Optional.empty(),
                terms.witness(),
                fileName,
                stored.fingerprint(),
                stored.size(),
                "",
                terms.protection(),
                terms.tags(),
                terms.graphic());
    }

    static Map<String, String> ingested(EvidenceItem item) {
        return Map.of(
                "sha256", item.bytes().hex(),
                "size", String.valueOf(item.size()),
                "source", item.acquisition().source(),
                "acquired", item.acquisition().how(),
                "by", item.acquisition().by());
    }

    private static String fileName(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        String text = name == null ? "" : name.toString();
        return text.isBlank() ? "unnamed" : text;
    }

    private static Taken notTaken(String name, String reason) {
        return new Taken(name, Outcome.NOT_TAKEN, Optional.empty(), Optional.empty(), reason);
    }

    /// Removes what a crash left sealed but unrecorded: nobody was told that it had been taken.
    static void sweep(Session session) {
        if (!underWay(session)) {
            return;
        }
        List<String> strangers = session.vault().strangers(session.store().read(view -> view.fingerprints()));
        strangers.forEach(session.vault()::removeStranger);
        session.store().inTransaction(tx -> {
            tx.putSetting(UNDER_WAY, "no");
            if (!strangers.isEmpty()) {
                session.note(tx, "SWEPT", Optional.empty(), Map.of("unrecorded", String.valueOf(strangers.size())));
            }
            return tx;
        });
    }
}
