package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.Acquisition;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.cairn.progress.Turns;
import org.cairn.store.StoreTransaction;
import org.cairn.vault.Stored;

/// A file of submissions as it came, sealed as evidence once however many submissions it holds. Nobody reads its text:
/// it may say in clear what is kept apart in its statements.
final class SourceFile {

    /// Why its text is not read.
    static final String UNREAD = "keptUnread";

    private static final String FILE = "submissionFile.";

    private final Session session;
    private final Intake intake;
    private final Path path;
    private final SubmissionTerms terms;
    private Optional<Reference> kept = Optional.empty();
    private Optional<Fingerprint> fingerprint = Optional.empty();

    SourceFile(Session session, Intake intake, Path path, SubmissionTerms terms) {
        this.session = session;
        this.intake = intake;
        this.path = path;
        this.terms = terms;
    }

    /// The fingerprint of the file that was kept.
    Fingerprint fingerprint() {
        return fingerprint.orElseThrow();
    }

    /// The file as it came: once, however many submissions it holds.
    Reference keep(Protection protection) throws IOException {
        if (kept.isEmpty()) {
            try (Turns.Turn turn = session.vault().turns().await(Progress.none())) {
                kept = Optional.of(intake.tidily(() -> sealed(protection)));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            intake.endSealing();
        }
        return kept.get();
    }

    private Reference sealed(Protection protection) {
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            Stored stored = session.vault().put(in, Progress.none());
            fingerprint = Optional.of(stored.fingerprint());
            return session.store().inTransaction(tx -> sourceRecord(tx, stored, protection));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reference sourceRecord(StoreTransaction tx, Stored stored, Protection protection) {
        String key = FILE + stored.fingerprint().hex();
        Optional<Reference> known = tx.setting(key).flatMap(Reference::tryParse);
        if (known.isPresent()) {
            return known.get();
        }
        EvidenceItem item = new EvidenceItem(
                "Submissions " + stored.fingerprint().hex().substring(0, 8),
                "STATEMENT",
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                new Acquisition(terms.source(), terms.how(), terms.by(), Optional.empty()),
                "COPY",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TakenSubmissions.name(path),
                stored.fingerprint(),
                stored.size(),
                "",
                protection.stricter(Protection.CONFIDENTIAL),
                Set.of(),
                false);
        Reference reference =
                session.keep(tx, tx.next(RecordKind.EVIDENCE), item, 0, "KEPT").reference();
        session.note(tx, "INGESTED", Optional.of(reference), Intake.ingested(item));
        Reading unread = new Reading(
                ReadingStatus.UNREADABLE, UNREAD, "application/xml", 0, 0, Optional.empty(), 0, 0, Map.of());
        tx.putReading(reference, unread, List.of());
        tx.putSetting(key, reference.toString());
        return reference;
    }

    /// Whoever speaks in a file is asked before it leaves: each of them.
    void tie(StoreTransaction tx, Reference witness) {
        Reference reference = kept.orElseThrow();
        Revision current = tx.current(reference).orElseThrow();
        if (!Ties.of(tx, current).contains(witness)) {
            EvidenceItem item = (EvidenceItem) current.record();
            session.keep(tx, reference, item.belongingTo(witness), current.number(), "DESCRIBED");
        }
    }
}
