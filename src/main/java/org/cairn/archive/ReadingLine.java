package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.archive.IntakeReport.Taken;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.PlaceInside;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.intake.ChildSink;
import org.cairn.intake.Limits;
import org.cairn.intake.Passwords;
import org.cairn.intake.ReadResult;
import org.cairn.intake.Reader;
import org.cairn.progress.Progress;
import org.cairn.progress.Turns;
import org.cairn.store.StoreTransaction;
import org.cairn.vault.Stored;

/// The second half of taking in: whatever waits is read in worker processes, and what was inside it waits in turn.
///
/// The line lives in the database: it goes on where it stood after a crash.
final class ReadingLine implements AutoCloseable {

    /// A file in a file in a file… deeper than this is a trap. A letter that was passed on from hand to hand, each time
    /// with the whole of the one before in it, is not: what it may unpack to is counted apart.
    private static final int DEEPEST = 64;

    private final Session session;
    private final Limits limits;
    private final Intake intake;
    private final Object readerLock = new Object();
    /// Two that read at once would each tell only half of what came out.
    private final Turns turns = new Turns();
    /// Whether something was sealed that no record will speak of.
    private final AtomicBoolean leftovers = new AtomicBoolean();

    /// What came out of each file that was offered, while the archive is open.
    private final Map<Reference, Unpacked> unpacked = new ConcurrentHashMap<>();
    private final ReadBefore readBefore = new ReadBefore();
    private Optional<Reader> reader = Optional.empty();

    ReadingLine(Session session, Limits limits) {
        this.session = session;
        this.limits = limits;
        this.intake = new Intake(session);
        Reader.sweep();
    }

    /// Many files are being sealed and will wait soon.
    void expect(int files) {
        reader().expect(files);
    }

    /// Reads whatever waits.
    ///
    /// @param inside is told what came out of others, once it is kept
    /// @throws CancelledException when asked to stop, also while another reads
    void readWaiting(Consumer<Taken> inside, Progress progress) {
        read(List.of(), GivenPassword.NONE, inside, progress);
    }

    /// Reads some again, and whatever waits.
    ///
    /// @param given a password for those that are read again
    /// @param inside is told what came out of others and was not kept before
    /// @throws CancelledException when asked to stop: what was not read by then is as it was
    void read(List<Reference> again, GivenPassword given, Consumer<Taken> inside, Progress progress) {
        try (Turns.Turn turn = turns.await(progress)) {
            readAgain(again, given, inside, progress);
            readUntilNothingWaits(inside, progress);
            // nothing that was offered is being unpacked any more
            unpacked.clear();
            intake.endSealing();
        } catch (RuntimeException | Error e) {
            intake.endSealingAfter(e);
            throw e;
        }
        new Indexer(session).catchUpUnlessSomebodyDoes(progress);
        new Sketching(session).words(progress);
    }

    private void readAgain(List<Reference> again, GivenPassword given, Consumer<Taken> inside, Progress progress) {
        Set<Reference> left = Collections.synchronizedSet(new LinkedHashSet<>(again));
        while (!left.isEmpty()) {
            readInTurn(count -> first(left, count), given, left::remove, inside, progress, again.size() - left.size());
        }
    }

    private static List<Reference> first(Set<Reference> left, int count) {
        synchronized (left) {
            return left.stream().limit(count).toList();
        }
    }

    private void readUntilNothingWaits(Consumer<Taken> inside, Progress progress) {
        long done = 0;
        int read;
        do {
            read = readInTurn(this::waiting, GivenPassword.NONE, known -> {}, inside, progress, done);
            done += read;
        } while (read > 0);
    }

    /// Reads until nothing waits, or somebody else wants to seal and has their turn.
    ///
    /// When it returns, or fails, nobody reads any more: what was sealed and not recorded can be tidied up.
    ///
    /// @param kept is told of each whose reading is kept
    /// @return how many were read, 0 where none waited
    private int readInTurn(
            ReadingStretch.Waiting waiting,
            GivenPassword given,
            Consumer<Reference> kept,
            Consumer<Taken> inside,
            Progress progress,
            long before) {
        ReadingStretch.Reading reading =
                (reference, keeping, stoppable) -> read(reference, given, kept, keeping, stoppable);
        try (Turns.Turn turn = session.vault().turns().await(progress)) {
            return intake.tidily(() -> {
                leftovers.set(false);
                int read =
                        new ReadingStretch(session, limits.workers(), inside, progress).read(waiting, reading, before);
                if (leftovers.get()) {
                    Intake.sweep(session);
                }
                return read;
            });
        }
    }

    private List<Reference> waiting(int count) {
        return session.store().read(view -> view.unreadEvidence(count));
    }

    private Future<List<Taken>> read(
            Reference reference,
            GivenPassword given,
            Consumer<Reference> kept,
            KeepingTogether keeping,
            Progress progress) {
        progress.checkCancelled();
        session.closing().check();
        Revision revision =
                session.store().read(view -> view.current(reference)).orElseThrow();
        EvidenceItem item = Evidence.item(revision);
        Ancestry ancestry = ancestry(reference, item);
        Unpacked inside = unpacked.computeIfAbsent(ancestry.top(), top -> Unpacked.of(ancestry.size()));
        List<Child> children = new ArrayList<>();
        Passwords passwords = session.store().read(view -> given.before(view, reference));
        ReadResult result = ancestry.depth() == 0
                ? fresh(item, passwords, sink(children, 0, inside), progress)
                : inner(reference, item, ancestry.depth(), inside, children, passwords, progress);
        Reading reading = cutOff(result.reading(), ancestry.depth(), inside, children.size());
        Optional<byte[]> sketch = Sketching.drawn(result.passages());
        Function<StoreTransaction, List<Taken>> changes = tx -> {
            List<SecondReading.Known> known = keepReading(tx, reference, reading, result.passages(), sketch);
            given.keep(session, tx, reference, result.opened());
            // as it is described now: somebody may have closed it, or named its witness, while it was read
            EvidenceItem around = Evidence.item(tx.current(reference).orElseThrow());
            return children.stream()
                    .filter(child -> !known.remove(child.known()))
                    .map(child -> keepChild(tx, reference, around, child))
                    .toList();
        };
        return keeping.keep(letters(result.passages()), changes).thenApply(taken -> {
            kept.accept(reference);
            return taken;
        });
    }

    private static int letters(List<Passage> passages) {
        return passages.stream().mapToInt(passage -> passage.text().length()).sum();
    }

    private ReadResult fresh(EvidenceItem item, Passwords passwords, ChildSink sink, Progress progress) {
        return reader().read(new SealedSource(session, item), item.fileName(), passwords, sink, progress);
    }

    /// Reads something that lay in another file, in the time that is left for that one.
    private ReadResult inner(
            Reference reference,
            EvidenceItem item,
            int depth,
            Unpacked inside,
            List<Child> children,
            Passwords passwords,
            Progress progress) {
        boolean again = session.store().read(view -> view.reading(reference)).isPresent();
        Optional<ReadResult> before =
                again ? Optional.empty() : session.store().read(view -> readBefore.of(item, inside, view));
        if (before.isPresent()) {
            return before.get();
        }
        if (inside.outOfTime()) {
            return new ReadResult(Unpacked.unread(), List.of(), Passwords.NONE);
        }
        long begun = System.nanoTime();
        try {
            ReadResult result = fresh(item, passwords, sink(children, depth, inside), progress);
            readBefore.remember(item, reference, result, inside);
            return result;
        } finally {
            inside.spent(System.nanoTime() - begun);
        }
    }

    /// What is read again takes the place of what was read before, unless it is less.
    ///
    /// @param sketch of what was read; it is drawn before, so that nobody waits for it with the database
    /// @return what came out of the item before
    private List<SecondReading.Known> keepReading(
            StoreTransaction tx, Reference reference, Reading fresh, List<Passage> read, Optional<byte[]> sketch) {
        List<Passage> passages = RecognisedText.putBack(tx, reference, read);
        Reading reading = RecognisedText.putBack(tx, reference, fresh, passages);
        Optional<SecondReading> second = tx.reading(reference).map(former -> new SecondReading(former, reading));
        if (second.map(SecondReading::replaces).orElse(true)) {
            tx.putReading(reference, reading, passages);
            if (passages.equals(read)) {
                Sketching.put(tx, reference, sketch);
            }
        }
        session.note(
                tx,
                second.isPresent() ? "READ_AGAIN" : "READ",
                Optional.of(reference),
                second.map(both -> both.told(told(reading))).orElseGet(() -> told(reading)));
        return second.isPresent() ? SecondReading.inside(tx, reference) : new ArrayList<>();
    }

    private ChildSink sink(List<Child> children, int depth, Unpacked inside) {
        return new ChildSink() {
            @Override
            public void child(String name, InputStream bytes) throws IOException {
                child(name, Optional.empty(), bytes);
            }

            @Override
            public void child(String name, Optional<PlaceInside> place, InputStream bytes) throws IOException {
                if (depth < DEEPEST && inside.full().isEmpty()) {
                    Stored stored = session.vault().put(bytes, Progress.none());
                    inside.count(stored.size());
                    children.add(new Child(name, place, stored));
                }
            }

            @Override
            public void again() {
                // most of what was sealed the first time is found again, as the same bytes
                leftovers.set(true);
                children.clear();
            }
        };
    }

    /// Something that was inside, sealed already.
    private record Child(String name, Optional<PlaceInside> place, Stored stored) {

        /// What it is called as an item.
        String called() {
            return name.isBlank() ? "unnamed" : name;
        }

        SecondReading.Known known() {
            return new SecondReading.Known(called(), stored.fingerprint().hex());
        }

        @Override
        public String toString() {
            return "Child";
        }
    }

    private Taken keepChild(StoreTransaction tx, Reference parent, EvidenceItem within, Child child) {
        String name = child.called();
        EvidenceItem item = new EvidenceItem(
                        name,
                        within.type().equals("UNSORTED") ? "UNSORTED" : within.type(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        "",
                        within.acquisition(),
                        "EXTRACT",
                        Optional.of(parent),
                        Optional.empty(),
                        within.witness(),
                        name,
                        child.stored().fingerprint(),
                        child.stored().size(),
                        "",
                        within.protection(),
                        within.tags(),
                        within.graphic())
                .lying(child.place());
        Revision kept = session.keep(tx, tx.next(RecordKind.EVIDENCE), item, 0, "KEPT");
        Map<String, String> details = Map.of(
                "sha256", child.stored().fingerprint().hex(),
                "size", String.valueOf(child.stored().size()),
                "parent", parent.toString());
        session.note(tx, "INGESTED", Optional.of(kept.reference()), details);
        return new Taken(parent + " / " + name, Outcome.TAKEN, Optional.of(kept.reference()), Optional.empty(), "");
    }

    /// Where an item stands among what it came out of.
    ///
    /// @param top the file that was offered
    /// @param size how large that is
    /// @param depth how many files it lies inside
    private record Ancestry(Reference top, long size, int depth) {}

    private Ancestry ancestry(Reference reference, EvidenceItem item) {
        Reference top = reference;
        EvidenceItem topItem = item;
        int depth = 0;
        while (topItem.parent().isPresent() && depth < DEEPEST) {
            Optional<Reference> above = topItem.parent();
            Optional<Revision> revision = session.store().read(view -> view.current(above.get()));
            if (revision.isEmpty()) {
                break;
            }
            top = above.get();
            topItem = Evidence.item(revision.get());
            depth++;
        }
        return new Ancestry(top, topItem.size(), depth);
    }

    private static Reading cutOff(Reading reading, int depth, Unpacked inside, int kept) {
        String reason = depth >= DEEPEST ? "tooDeep" : inside.full();
        boolean whole = kept == reading.childrenFound();
        if (reason.isEmpty() || whole) {
            return reading;
        }
        return new Reading(
                ReadingStatus.PARTIAL,
                reason,
                reading.mediaType(),
                reading.pages(),
                reading.passages(),
                reading.language(),
                reading.childrenExpected(),
                kept,
                reading.metadata());
    }

    private static Map<String, String> told(Reading reading) {
        return Map.of(
                "status", reading.status().name(),
                "reason", reading.reason(),
                "mediaType", reading.mediaType(),
                "passages", String.valueOf(reading.passages()));
    }

    private Reader reader() {
        synchronized (readerLock) {
            session.closing().check();
            if (reader.isEmpty()) {
                reader = Optional.of(session.workers().map(Reader::new).orElseGet(() -> new Reader(limits)));
            }
            return reader.get();
        }
    }

    @Override
    public void close() {
        Optional<Reader> running;
        synchronized (readerLock) {
            running = reader;
            reader = Optional.empty();
        }
        running.ifPresent(Reader::close);
    }
}
