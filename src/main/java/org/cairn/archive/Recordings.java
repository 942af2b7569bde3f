package org.cairn.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.audio.Listening;
import org.cairn.crypto.Secret;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ListQuery;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.progress.Progress;
import org.cairn.store.RecordJson;
import org.cairn.store.StoreView;
import org.cairn.vault.Spool;
import org.cairn.vault.SpoolReading;
import org.jspecify.annotations.Nullable;

/// Recordings of what witnesses say: sealed while they are made, evidence items when they end, however they end.
public final class Recordings {

    /// The use that a witness is asked about.
    public static final String SCOPE = "REC_AUDIO";

    private static final System.Logger LOG = System.getLogger(Recordings.class.getName());
    private static final String FOLDER = "recordings";
    private static final int ALL = 10_000;

    private final Session session;
    private final Witnesses witnesses;
    private final Path folder;
    private final RecordingsLeft recordingsLeft;
    private List<Reference> finished = List.of();
    private volatile int waiting;
    private @Nullable RunningRecording running;

    Recordings(Session session, Witnesses witnesses, Path archive) {
        this.session = session;
        this.witnesses = witnesses;
        this.folder = archive.resolve(FOLDER);
        this.recordingsLeft = new RecordingsLeft(session, this::left, this::withKey);
    }

    /// Whether the witness's consent to be recorded stands today.
    public boolean consented(Reference witness, Optional<Reference> statement) {
        return consent(witness, statement).permits();
    }

    /// What the witness's decisions on being recorded come to today; where they made conditions, whoever records must
    /// see them first.
    public ConsentStanding consent(Reference witness, Optional<Reference> statement) {
        return witnesses.standing(witness, statement, SCOPE, Optional.empty());
    }

    /// The last decision of a witness on being recorded.
    static Optional<Reference> lastDecided(StoreView view, Reference witness) {
        return view.consentsOf(witness).stream()
                .filter(revision -> revision.record().type().equals(SCOPE))
                .map(Revision::reference)
                .reduce((before, last) -> last);
    }

    /// Begins to record. The evidence item's reference is known from now on; the item is there when it has ended.
    ///
    /// @param source closed with the recording, or at once where none begins
    /// @throws ArchiveException.InUse while another recording is being made
    /// @throws ArchiveException.StorageFull when there is no room to begin
    public synchronized RunningRecording begin(RecordingTerms terms, Listening source) {
        try {
            session.require(Permission.RECORD);
            session.closing().check();
            if (running != null) {
                throw new ArchiveException.InUse();
            }
            RunningRecording begun = begun(terms, source);
            running = begun;
            return begun;
        } catch (RuntimeException e) {
            source.close();
            throw e;
        }
    }

    private RunningRecording begun(RecordingTerms terms, Listening source) {
        ConsentStanding standing = consent(terms.witness(), terms.statement());
        Instant now = session.now();
        RecordingHead head = session.store().inTransaction(tx -> {
            session.requireWitness(tx, terms.witness());
            terms.statement().ifPresent(statement -> session.visible(tx, statement));
            RecordingHead first = new RecordingHead(
                    tx.next(RecordKind.EVIDENCE),
                    terms.witness(),
                    terms.statement(),
                    terms.title().strip(),
                    terms.language(),
                    terms.protection(),
                    code(standing, terms),
                    standing.consent().filter(decision -> standing.permits()),
                    lastDecided(tx, terms.witness()),
                    source.device(),
                    session.user().name(),
                    now,
                    source.format().rate(),
                    source.format().channels());
            session.note(tx, "RECORDING_BEGUN", Optional.of(terms.witness()), told(first));
            return first;
        });
        byte[] json = RecordJson.write(head).getBytes(StandardCharsets.UTF_8);
        Spool spool = withKey(key -> Spool.begin(folder, key, json, session.random()));
        try {
            RunningRecording fresh = new RunningRecording(head.reference(), source, spool, session::now);
            fresh.start(now);
            return fresh;
        } catch (RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    private static String code(ConsentStanding standing, RecordingTerms terms) {
        if (!standing.permits()) {
            return terms.answer().code();
        }
        return standing.decision().equals(Optional.of(ConsentDecision.CONDITIONAL)) ? "conditional" : "granted";
    }

    private static Map<String, String> told(RecordingHead head) {
        Map<String, String> details = new TreeMap<>(Map.of(
                "evidence", head.reference().toString(), "recordingConsent", head.consent(), "device", head.device()));
        head.statement().ifPresent(statement -> details.put("statement", statement.toString()));
        head.standing().ifPresent(consent -> details.put("consent", consent.toString()));
        return details;
    }

    /// The recording that is being made, also one that ended by itself and was not stopped yet.
    public synchronized Optional<RunningRecording> running() {
        return Optional.ofNullable(running);
    }

    /// Ends the recording that is being made and keeps it.
    ///
    /// @return the evidence item; nothing where not a moment was recorded
    /// @throws ArchiveException.StorageFull when there is no room to make an item of it now: what was recorded is
    ///     sealed, and becomes one when the archive is opened with room
    public Optional<Kept> stop() {
        RunningRecording ending = ended();
        if (ending == null) {
            return Optional.empty();
        }
        RecordingsLeft.Finishing finishing = finishLeft();
        new Indexer(session).catchUpUnlessSomebodyDoes(Progress.none());
        Optional<Kept> kept = finishing.kept().stream()
                .filter(one -> one.reference().equals(ending.reference()))
                .findFirst();
        ArchiveException failure = finishing.failure();
        if (kept.isEmpty() && failure != null) {
            throw failure;
        }
        return kept;
    }

    private synchronized @Nullable RunningRecording ended() {
        RunningRecording ending = running;
        if (ending != null) {
            ending.finish();
            running = null;
        }
        return ending;
    }

    /// Recordings that an interruption had left and that were finished when the archive was opened.
    public List<Reference> finishedAtOpening() {
        return finished;
    }

    /// How many recordings are sealed and could not become evidence items yet, as the disk had no room or could not be
    /// read. Each opening tries again.
    public int waiting() {
        return waiting;
    }

    /// The recordings made during a statement, in order.
    public List<Revision> of(Reference witness, Reference statement) {
        session.require(Permission.READ);
        ListQuery query = ListQuery.first(ALL).of(witness);
        return session.store()
                .read(view -> view.list(RecordKind.EVIDENCE, query, session.clearance()).items().stream()
                        .flatMap(line -> view.current(line.reference()).stream())
                        .filter(revision -> Evidence.item(revision)
                                .recorded()
                                .flatMap(recorded -> recorded.statement())
                                .equals(Optional.of(statement)))
                        .sorted((a, b) -> a.reference().compareTo(b.reference()))
                        .toList());
    }

    /// Stops listening and seals what was recorded: the first thing that locking does.
    void endListening() {
        ended();
    }

    /// Makes evidence items of what endListening sealed, before the keys go. What cannot become one now does when the
    /// archive is opened next.
    void finishBeforeLocking() {
        if (finishLeft().failure() != null) {
            LOG.log(System.Logger.Level.WARNING, "a recording becomes an evidence item at the next opening");
        }
    }

    /// The same for what a crash left; a disk that is full must not keep the archive from being opened.
    void finishAtOpening() {
        RecordingsLeft.Finishing finishing = finishLeft();
        finished = finishing.kept().stream().map(Kept::reference).toList();
        if (finishing.failure() != null) {
            LOG.log(System.Logger.Level.WARNING, "a recording could not be finished and waits");
        }
    }

    private RecordingsLeft.Finishing finishLeft() {
        RecordingsLeft.Finishing finishing = recordingsLeft.finish();
        waiting = finishing.waiting();
        return finishing;
    }

    /// Those that lie there and that nobody writes to: another may have begun since one ended.
    private synchronized List<Path> left() {
        RunningRecording now = running;
        return SpoolReading.leftIn(folder).stream()
                .filter(path -> now == null || !now.writes(path))
                .toList();
    }

    private <T> T withKey(java.util.function.Function<Secret, T> use) {
        return Archives.withKey(session.keyring(), FOLDER, use);
    }
}
