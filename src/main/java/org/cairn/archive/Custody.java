package org.cairn.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.VerificationReport;
import org.cairn.progress.Progress;
import org.cairn.store.StoreView;
import org.cairn.verify.ArchiveVerifier;

/// The ledger: what happened to everything, and the proof that nothing else did.
public final class Custody {

    private final Session session;

    Custody(Session session) {
        this.session = session;
    }

    /// Lines of the ledger after a sequence number, of one record or of all.
    public List<CustodyEvent> events(Optional<Reference> subject, long afterSequence, int limit) {
        session.require(Permission.AUDIT);
        return session.store().read(view -> {
            subject.ifPresent(reference -> session.visible(view, reference));
            return view.custody(subject, afterSequence, limit).stream()
                    .map(event -> mayReadOf(view, event) ? event : CustodyExtract.bare(event))
                    .toList();
        });
    }

    /// That something happened may be known by everybody who audits; what it happened to is known to its readers.
    private boolean mayReadOf(StoreView view, CustodyEvent event) {
        return event.subject()
                .flatMap(view::protection)
                .map(session.clearance()::covers)
                .orElse(true);
    }

    /// How many lines the ledger has.
    public long count() {
        return session.store().read(StoreView::head).map(CustodyEvent::sequence).orElse(0L);
    }

    /// Recomputes every hash, signature, file and index block, and says what is wrong; the check itself is written
    /// down.
    public VerificationReport verify(Progress progress) {
        session.require(Permission.AUDIT);
        return session.closing().mayOvertake(() -> verified(session.closing().watching(progress)));
    }

    private VerificationReport verified(Progress progress) {
        // before the index catches up: what is kept meanwhile is no fault of it
        ArchiveVerifier verifier = new ArchiveVerifier(
                session.store(),
                session.vault(),
                session.index(),
                session.keyring().founder());
        catchUp(progress);
        VerificationReport report = verifier.verify(progress);
        Map<String, String> outcome =
                Map.of("findings", String.valueOf(report.findings().size()), "files", String.valueOf(report.files()));
        note(report, outcome);
        return report;
    }

    /// A ledger too damaged to be written on must not keep what was found from being told.
    private void note(VerificationReport report, Map<String, String> outcome) {
        String action = report.clean() ? "VERIFIED" : "VERIFIED_FAILED";
        try {
            session.store().inTransaction(tx -> session.note(tx, action, Optional.empty(), outcome));
        } catch (ArchiveException.Damaged e) {
            if (report.clean()) {
                throw e;
            }
        }
    }

    /// What is damaged is found and named by the check itself.
    private void catchUp(Progress progress) {
        try {
            new Indexer(session).catchUp(progress);
        } catch (ArchiveException.Damaged e) {
            progress.step("index", 0, 0);
        }
    }

    /// A receipt for a third party to hold.
    public Receipt receipt() {
        session.require(Permission.AUDIT);
        Optional<CustodyEvent> head = session.store().read(StoreView::head);
        Fingerprint hash = head.map(CustodyEvent::hash).orElse(CustodyEvent.BEGINNING);
        Instant now = session.now();
        return new Receipt(
                session.archiveId(),
                head.map(CustodyEvent::sequence).orElse(0L),
                hash,
                now,
                session.user().name(),
                session.keyring().keys().sign(hash.bytes()),
                session.keyring().keys().signingKey());
    }
}
