package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Page;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Summary;
import org.cairn.domain.TypedPage;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.intake.Limits;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;

/// Files and things that prove something: taken in, read, looked at, taken out again.
public final class Evidence implements AutoCloseable {

    private static final int AT_ONCE = 1_000;

    private final Session session;
    private final Witnesses witnesses;
    private final Intake intake;
    private final ReadingLine line;

    Evidence(Session session, Witnesses witnesses, Limits limits) {
        this.session = session;
        this.witnesses = witnesses;
        this.intake = new Intake(session);
        this.line = new ReadingLine(session, limits);
    }

    /// Takes files and folders in: hashed while they are sealed, recorded, then read.
    ///
    /// Whoever cancels, or pulls the plug, keeps everything acknowledged until then; reading goes on with
    /// [#readWaiting].
    ///
    /// @return what became of every file; where it was stopped after some were kept, also what stopped it
    public IntakeReport take(List<Path> filesAndFolders, IntakeTerms terms, Progress progress) {
        return take(filesAndFolders, terms, progress, file -> {});
    }

    /// The same, telling of each file as soon as nothing can take it away any more.
    ///
    /// @param told what became of one file, also of one that was inside another: never before the transaction that
    ///     keeps it has ended
    public IntakeReport take(
            List<Path> filesAndFolders, IntakeTerms terms, Progress progress, Consumer<IntakeReport.Taken> told) {
        session.require(Permission.RECORD);
        return session.closing().mayOvertake(() -> taken(filesAndFolders, terms, progress, told));
    }

    private IntakeReport taken(
            List<Path> filesAndFolders, IntakeTerms terms, Progress progress, Consumer<IntakeReport.Taken> told) {
        IntakeReport taken = intake.take(filesAndFolders, terms, progress, told, line::expect);
        List<IntakeReport.Taken> files = new ArrayList<>(taken.files());
        Optional<RuntimeException> stopped = taken.stopped().or(() -> readInto(told.andThen(files::add), progress));
        return report(files, stopped, taken.number());
    }

    /// What was taken in is told of also where reading it was stopped.
    private Optional<RuntimeException> readInto(Consumer<IntakeReport.Taken> inside, Progress progress) {
        try {
            line.readWaiting(inside, progress);
            return Optional.empty();
        } catch (CancelledException | ArchiveException e) {
            return Optional.of(e);
        }
    }

    private IntakeReport report(List<IntakeReport.Taken> files, Optional<RuntimeException> stopped) {
        return report(files, stopped, Optional.empty());
    }

    private IntakeReport report(
            List<IntakeReport.Taken> files, Optional<RuntimeException> stopped, Optional<Integer> number) {
        return new IntakeReport(files.stream().map(this::withReading).toList(), stopped, number);
    }

    /// Takes one thing in that is described already; it is read with [#readWaiting].
    ///
    /// @param description everything but fingerprint and size, which its bytes decide
    /// @param bytes read to the end, closed by the caller
    public Kept take(EvidenceItem description, InputStream bytes) throws IOException {
        session.require(Permission.RECORD);
        return intake.take(description, bytes);
    }

    /// Whether something waits to be read, and this person may have it read.
    public boolean waitsToBeRead() {
        return Permission.RECORD.allows(session.user())
                && !session.store().read(view -> view.unreadEvidence(1)).isEmpty();
    }

    /// Reads whatever waits to be read, also what was found inside other files.
    ///
    /// @return what came out of others
    public IntakeReport readWaiting(Progress progress) {
        return readWaiting(progress, child -> {});
    }

    /// The same, telling of each as soon as it is kept.
    public IntakeReport readWaiting(Progress progress, Consumer<IntakeReport.Taken> told) {
        session.require(Permission.RECORD);
        return session.closing().mayOvertake(() -> {
            List<IntakeReport.Taken> inside = new ArrayList<>();
            line.readWaiting(told.andThen(inside::add), progress);
            return report(inside, Optional.empty());
        });
    }

    /// What could not be read, or only in part because of what befell the reading process: it may be worth another try.
    public List<Reference> unreadable() {
        session.require(Permission.RECORD);
        return read(List.of(ReadingStatus.UNREADABLE, ReadingStatus.PARTIAL), SecondReading::promising);
    }

    /// What is locked, whole or in part: a password may open it.
    public List<Reference> locked() {
        session.require(Permission.RECORD);
        return read(List.of(ReadingStatus.ENCRYPTED, ReadingStatus.PARTIAL), Reading::locked);
    }

    private List<Reference> read(List<ReadingStatus> statuses, Predicate<Reading> asked) {
        List<Reference> found = new ArrayList<>();
        for (ReadingStatus status : statuses) {
            int after = 0;
            List<Reference> some = read(status, after, asked, found);
            while (!some.isEmpty()) {
                after = some.getLast().number();
                some = read(status, after, asked, found);
            }
        }
        return found.stream().sorted(Comparator.comparing(Reference::number)).toList();
    }

    private List<Reference> read(ReadingStatus status, int after, Predicate<Reading> asked, List<Reference> found) {
        return session.store().read(view -> {
            List<Reference> some = view.evidenceRead(status, after, AT_ONCE);
            some.stream()
                    .filter(reference -> session.maySee(view, reference))
                    .filter(reference -> view.reading(reference).filter(asked).isPresent())
                    .forEach(found::add);
            return some;
        });
    }

    /// Reads items again: with another version of the program, on another machine, with their files back in place. What
    /// is read takes the place of what was read before, unless it is less; the ledger tells of both.
    ///
    /// @param told what came out of them and is kept now for the first time
    /// @return what came out of them
    /// @throws ArchiveException.NotFound where one is not there, or is no file
    public IntakeReport readAgain(List<Reference> references, Progress progress, Consumer<IntakeReport.Taken> told) {
        return readAgain(references, GivenPassword.NONE, progress, told);
    }

    /// Tries a password on items that are locked. What opens is read, and the password is kept sealed, to be tried on
    /// whatever else is locked; one that opens nothing is forgotten. The ledger tells that one was given, and never
    /// which.
    ///
    /// @param password left to the caller to be wiped
    /// @param told what came out of them and is kept now for the first time
    public Unlocked unlock(
            List<Reference> references, char[] password, Progress progress, Consumer<IntakeReport.Taken> told) {
        if (password.length == 0) {
            throw new ArchiveException.InvalidInput("password", "missing");
        }
        GivenPassword given = new GivenPassword(new String(password));
        IntakeReport inside = readAgain(references, given, progress, told);
        return new Unlocked(references.stream().distinct().filter(given::opened).toList(), inside);
    }

    private IntakeReport readAgain(
            List<Reference> references, GivenPassword given, Progress progress, Consumer<IntakeReport.Taken> told) {
        session.require(Permission.RECORD);
        session.store()
                .read(view -> references.stream()
                        .map(reference -> item(session.visible(view, reference)))
                        .toList());
        refuseKeptUnread(references);
        return session.closing().mayOvertake(() -> {
            List<IntakeReport.Taken> inside = new ArrayList<>();
            line.read(references.stream().distinct().toList(), given, told.andThen(inside::add), progress);
            return report(inside, Optional.empty());
        });
    }

    /// What could be read of an item; empty while it waits.
    public Optional<Reading> reading(Reference reference) {
        return seen(reference, view -> view.reading(reference));
    }

    /// Part of the text that was read of an item.
    public Page<Passage> passages(Reference reference, int offset, int limit) {
        return read(reference, view -> {
            List<TypedPage> typed = Typed.pages(view, reference);
            if (!typed.isEmpty()) {
                return part(Typed.over(typed, view.passages(reference)), offset, limit);
            }
            List<Passage> spoken = spoken(view, reference);
            int read = view.reading(reference).map(Reading::passages).orElse(0);
            List<Passage> part = new ArrayList<>(view.passages(reference, offset, limit));
            spoken.stream()
                    .skip(Math.max(0, offset - read))
                    .limit(Math.max(0, limit - part.size()))
                    .forEach(part::add);
            return new Page<>(part, read + spoken.size());
        });
    }

    private static Page<Passage> part(List<Passage> all, int offset, int limit) {
        return new Page<>(all.stream().skip(offset).limit(limit).toList(), all.size());
    }

    /// What somebody wrote down of a recording comes after what was read of it.
    private static List<Passage> spoken(StoreView view, Reference reference) {
        return view.current(reference)
                .flatMap(revision -> revision.record() instanceof EvidenceItem item
                        ? Optional.of(Spoken.passages(item))
                        : Optional.empty())
                .orElse(List.of());
    }

    /// What stands at a place: of a moment, what is said and its translation.
    public List<Passage> at(Pinpoint place) {
        Reference reference = place.reference();
        if (!(place instanceof Pinpoint.OfMoment)) {
            return passage(reference, place.ordinal()).stream().toList();
        }
        return read(
                reference,
                view -> spoken(view, reference).stream()
                        .filter(passage -> passage.ordinal() == place.ordinal())
                        .toList());
    }

    /// The text of a page, part or moment.
    public Optional<Passage> passage(Reference reference, int ordinal) {
        return read(
                reference,
                view -> Typed.pages(view, reference).stream()
                        .filter(typed -> typed.page() == ordinal)
                        .map(Typed::passage)
                        .findFirst()
                        .or(() -> view.passage(reference, ordinal))
                        .or(() -> spoken(view, reference).stream()
                                .filter(passage -> passage.ordinal() == ordinal)
                                .findFirst()));
    }

    /// What was found inside an item, in order.
    public List<Summary> children(Reference reference) {
        return seen(
                reference,
                view -> view.childrenOf(reference).stream()
                        .map(view::summary)
                        .flatMap(Optional::stream)
                        .filter(child -> session.clearance().covers(child.protection()))
                        .toList());
    }

    /// The original bytes, decrypted as they are read; for something closely kept, looking is written down.
    public SeekableByteChannel bytes(Reference reference) {
        session.require(Permission.READ);
        Revision revision = session.store().read(view -> session.visible(view, reference));
        session.looks().note(session, revision, "bytes");
        return session.vault().channel(item(revision).bytes());
    }

    /// Gives the original bytes out to be submitted to a tribunal.
    public Path export(Reference reference, Path folder) {
        return export(reference, folder, Handover.TO_A_TRIBUNAL);
    }

    /// The same for any use, with nobody who stops it.
    public Path export(Reference reference, Path folder, Handover handover) {
        return export(reference, folder, handover, Progress.none());
    }

    /// Writes the original bytes into a folder, checks them, and puts the custody extract beside them.
    ///
    /// @param progress told of the stage `write`, in bytes; whoever stops it, or locks the archive, leaves nothing
    /// there
    /// @return the file written
    /// @throws ArchiveException.ConsentMissing when it, or something inside it, belongs to a witness who has not
    ///     allowed that; nothing is written then
    public Path export(Reference reference, Path folder, Handover handover, Progress progress) {
        session.require(Permission.EXPORT);
        return session.closing().mayOvertake(() -> exported(reference, folder, handover, progress));
    }

    private Path exported(Reference reference, Path folder, Handover handover, Progress progress) {
        Revision revision = session.store().read(view -> session.visible(view, reference));
        List<Reference> decisions = new HandoverConsent(session, witnesses, handover).require(revision);
        return new OriginalExport(session, handover, decisions).write(revision, folder, progress);
    }

    /// What would stand in the way of giving the original bytes out for a use, and what would have to be found met.
    ///
    /// @param handover the use and the recipient; whether conditions are met does not count here
    public HandoverTerms handoverTerms(Reference reference, Handover handover) {
        session.require(Permission.EXPORT);
        Revision revision = session.store().read(view -> session.visible(view, reference));
        Handover met = new Handover(handover.scope(), handover.recipient(), true);
        return new HandoverConsent(session, witnesses, met).terms(revision);
    }

    /// Keeps a better description of an item. What its bytes are can never be changed.
    public Kept describe(Reference reference, EvidenceItem changed, int basedOn) {
        session.require(Permission.RECORD);
        return Kept.of(
                session.store().inTransaction(tx -> describe(session, tx, reference, changed, basedOn, Map.of())));
    }

    static Revision describe(
            Session session,
            StoreTransaction tx,
            Reference reference,
            EvidenceItem changed,
            int basedOn,
            Map<String, String> besides) {
        EvidenceItem before = item(session.visible(tx, reference));
        requireSameThing(before, changed);
        requireKnown(tx, before, changed);
        changed.witness().ifPresent(witness -> session.requireWitness(tx, witness));
        EvidenceItem guarded = changed.parent()
                .flatMap(tx::current)
                .map(around -> changed.inside(item(around)))
                .orElse(changed);
        Revision kept = session.keep(tx, reference, guarded, basedOn, "DESCRIBED", besides);
        Inside.follow(session, tx, reference, guarded);
        return kept;
    }

    /// Keeps a better description of an item, and leaves everything else of it as it is.
    ///
    /// @param basedOn the revision the description was made from
    /// @throws ArchiveException.ChangedMeanwhile when another came after it
    public Kept describe(Reference reference, EvidenceDescription description, int basedOn) {
        session.require(Permission.RECORD);
        EvidenceItem before = item(session.store().read(view -> session.visible(view, reference)));
        return describe(reference, description.appliedTo(before), basedOn);
    }

    /// Whether the person may describe items and take some in.
    public boolean mayDescribe() {
        return Permission.RECORD.allows(session.user());
    }

    /// A code that stood there already may be of another program's list.
    private static void requireKnown(StoreView view, EvidenceItem before, EvidenceItem changed) {
        if (!changed.type().equals(before.type())) {
            OwnForms.require(view, "evidence-type", "type", changed.type());
        }
        if (!changed.copyStatus().equals(before.copyStatus())) {
            Vocabulary.require("copy-status", "copyStatus", changed.copyStatus());
        }
    }

    /// Its bytes, and what they came out of, are facts and no description.
    private static void requireSameThing(EvidenceItem before, EvidenceItem changed) {
        if (!before.fingerprint().equals(changed.fingerprint()) || before.size() != changed.size()) {
            throw new ArchiveException.InvalidInput("fingerprint", "unknownValue");
        }
        if (!before.recorded().equals(changed.recorded())) {
            throw new ArchiveException.InvalidInput("recorded", "unknownValue");
        }
        if (!before.relations().equals(changed.relations())) {
            throw new ArchiveException.InvalidInput("relations", "unknownValue");
        }
        if (!before.place().equals(changed.place())) {
            throw new ArchiveException.InvalidInput("place", "unknownValue");
        }
        if (!before.parent().equals(changed.parent())) {
            throw new ArchiveException.InvalidInput("parent", "unknownValue");
        }
    }

    /// Part of the list of all items.
    public Page<Summary> list(ListQuery query) {
        session.require(Permission.READ);
        return session.store().read(view -> view.list(RecordKind.EVIDENCE, query, session.clearance()));
    }

    @Override
    public void close() {
        line.close();
    }

    /// For words of an item: reading something that is closely kept is itself written down.
    private <T> T read(Reference reference, Function<StoreView, T> use) {
        session.require(Permission.READ);
        Revision revision = session.store().read(view -> session.visible(view, reference));
        session.looks().noteOnce(session, revision, "text");
        return session.store().read(use);
    }

    private <T> T seen(Reference reference, Function<StoreView, T> use) {
        session.require(Permission.READ);
        return session.store().read(view -> {
            session.visible(view, reference);
            return use.apply(view);
        });
    }

    private IntakeReport.Taken withReading(IntakeReport.Taken taken) {
        Optional<Reading> reading =
                taken.reference().flatMap(reference -> session.store().read(view -> view.reading(reference)));
        return new IntakeReport.Taken(taken.name(), taken.outcome(), taken.reference(), reading, taken.reason());
    }

    /// A file that may say in clear what is kept apart elsewhere stays unread, whoever asks.
    private void refuseKeptUnread(List<Reference> references) {
        session.store().read(view -> {
            references.forEach(
                    reference -> item(session.visible(view, reference)).bytes());
            return references;
        });
        for (Reference reference : references) {
            session.store()
                    .read(view -> view.reading(reference))
                    .filter(reading -> reading.reason().equals(SourceFile.UNREAD))
                    .ifPresent(reading -> {
                        throw new ArchiveException.InvalidInput(reference.toString(), SourceFile.UNREAD);
                    });
        }
    }

    static EvidenceItem item(Revision revision) {
        if (revision.record() instanceof EvidenceItem item) {
            return item;
        }
        throw new ArchiveException.NotFound(revision.reference());
    }
}
