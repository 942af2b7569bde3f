package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.archive.IntakeReport.Taken;
import org.cairn.archive.SealedTogether.Sealed;
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
import org.cairn.store.StoreTransaction;
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
        try (SealedTogether sealing = new SealedTogether(session.vault(), progress)) {
            Consumer<Taken> kept = one -> {
                taken.add(one);
                told.accept(one);
                progress.step("seal", taken.size(), incoming.size());
            };
            while (taken.size() < incoming.size()) {
                progress.checkCancelled();
                session.closing().check();
                takeInTurn(SealedTogether.next(incoming, taken.size()), sealing, list, taken.size(), terms, kept);
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

    /// In between others may have their turn: an intake of hours keeps nobody waiting for hours.
    ///
    /// @param position of the first of them in the list
    private void takeInTurn(
            List<IncomingFiles.Incoming> files,
            SealedTogether sealing,
            OfferedList list,
            int position,
            IntakeTerms terms,
            Consumer<Taken> kept) {
        try (Turns.Turn turn = session.vault().turns().await(sealing.progress())) {
            tidily(() -> {
                List<Sealed> sealed = sealing.seal(files);
                List<Sealed> whole =
                        sealed.stream().filter(one -> one.stopped().isEmpty()).toList();
                record(whole, files, list, position, terms, kept);
                sealed.forEach(Sealed::check);
                return sealed;
            });
        }
    }

    /// Records them in one transaction; where that fails, one by one: what can be kept is kept.
    private void record(
            List<Sealed> sealed,
            List<IncomingFiles.Incoming> files,
            OfferedList list,
            int position,
            IntakeTerms terms,
            Consumer<Taken> kept) {
        List<Recording> recordings = IntStream.range(0, sealed.size())
                .mapToObj(i -> new Recording(sealed.get(i), files.get(i).path(), list, position + i, terms))
                .toList();
        List<Taken> together;
        try {
            together = session.store()
                    .inTransaction(tx ->
                            recordings.stream().map(one -> record(tx, one)).toList());
        } catch (RuntimeException e) {
            recordings.forEach(one -> kept.accept(session.store().inTransaction(tx -> record(tx, one))));
            return;
        }
        together.forEach(kept);
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

    /// A file that is sealed, or refused, and not recorded yet.
    private record Recording(Sealed sealed, Path path, OfferedList list, int position, IntakeTerms terms) {
        @Override
        public String toString() {
            return "Recording " + position;
        }
    }

    private Taken record(StoreTransaction tx, Recording one) {
        return one.sealed()
                .stored()
                .map(stored -> record(tx, one, stored))
                .orElseGet(() -> refused(tx, one, one.sealed().refusal()));
    }

    private static Taken refused(StoreTransaction tx, Recording one, String why) {
        one.list().put(tx, one.position(), one.list().file(one.position()).refused(why));
        return notTaken(one.path().toString(), why);
    }

    private Taken record(StoreTransaction tx, Recording one, Stored stored) {
        String name = one.path().toString();
        OfferedFile offered = one.list().file(one.position());
        EvidenceItem item = describe(fileName(one.path()), stored, one.terms());
        OfferedAgain again = new OfferedAgain(session, tx);
        Optional<Revision> same = again.joins(stored.fingerprint(), one.terms());
        if (same.isPresent()) {
            String reason = again.join(same.get(), item) ? "duplicateJoined" : "duplicate";
            Reference known = same.get().reference();
            one.list()
                    .put(
                            tx,
                            one.position(),
                            offered.read(Fate.DUPLICATE, reason, stored.size(), stored.fingerprint(), known));
            return new Taken(name, Outcome.DUPLICATE, Optional.of(known), Optional.empty(), reason);
        }
        Revision kept = session.keep(tx, tx.next(RecordKind.EVIDENCE), item, 0, "KEPT");
        Map<String, String> details = new TreeMap<>(ingested(item));
        details.put("intake", String.valueOf(one.list().number()));
        session.note(tx, "INGESTED", Optional.of(kept.reference()), details);
        one.list()
                .put(
                        tx,
                        one.position(),
                        offered.read(Fate.TAKEN, "", stored.size(), stored.fingerprint(), kept.reference()));
        return new Taken(name, Outcome.TAKEN, Optional.of(kept.reference()), Optional.empty(), "");
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
