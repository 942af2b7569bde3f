package org.cairn.archive;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cairn.audio.flac.FlacTotals;
import org.cairn.domain.Acquisition;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentMode;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Recorded;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;
import org.cairn.vault.Stored;

/// Keeps a recording that has ended: the evidence item, how it came about, and the consent that was given on it.
final class RecordingEnding {

    private static final String MEDIA_TYPE = "audio/flac";

    private final Session session;
    private final RecordingRemains remains;
    private final RecordingHead head;

    RecordingEnding(Session session, RecordingRemains remains) {
        this.session = session;
        this.remains = remains;
        this.head = remains.head();
    }

    Kept keep(Stored stored) {
        FlacTotals totals = remains.totals().orElseThrow();
        return Kept.of(session.store().inTransaction(tx -> {
            Revision kept = session.keep(tx, head.reference(), item(stored), 0, "KEPT");
            session.note(tx, "RECORDED", Optional.of(head.reference()), told(stored, totals));
            tx.putReading(head.reference(), reading(totals), List.of());
            if (remains.spoilt()) {
                noteUnreadable(tx);
            }
            if (head.consent().equals(RecordingTerms.Answer.AGREES_NOW.code()) && !decidedMeanwhile(tx)) {
                keepConsent(tx);
            }
            return kept;
        }));
    }

    /// It began and nothing was recorded before it ended: that it began stays in the ledger.
    void noteEmpty() {
        session.store()
                .inTransaction(tx -> session.note(
                        tx,
                        "RECORDING_EMPTY",
                        Optional.of(head.witness()),
                        Map.of("evidence", head.reference().toString())));
    }

    /// Not a moment of it can be read.
    void noteUnreadable() {
        session.store().inTransaction(tx -> noteUnreadable(tx));
    }

    /// What is there and cannot be read is set aside.
    private CustodyEvent noteUnreadable(StoreTransaction tx) {
        return session.note(
                tx,
                "RECORDING_UNREADABLE",
                Optional.of(head.witness()),
                Map.of("evidence", head.reference().toString()));
    }

    private EvidenceItem item(Stored stored) {
        FuzzyDate day = FuzzyDate.of(LocalDate.ofInstant(head.begun(), ZoneOffset.UTC));
        return new EvidenceItem(
                head.title(),
                "AUDIO",
                Optional.of(day),
                head.language(),
                "",
                "",
                new Acquisition(head.witness().toString(), "RECORDED", head.by(), Optional.of(day)),
                "ORIGINAL",
                Optional.empty(),
                Optional.empty(),
                Optional.of(head.witness()),
                head.reference() + ".flac",
                Optional.of(stored.fingerprint()),
                stored.size(),
                MEDIA_TYPE,
                head.protection(),
                Set.of(),
                false,
                Optional.of(new Recorded(head.device(), head.statement(), remains.parts())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Map<String, String> told(Stored stored, FlacTotals totals) {
        Map<String, String> details = new TreeMap<>(Map.of(
                "sha256", stored.fingerprint().hex(),
                "size", String.valueOf(stored.size()),
                "seconds", seconds(totals.samples()),
                "begun", head.begun().toString(),
                "by", head.by(),
                "device", head.device(),
                "recordingConsent", head.consent(),
                "pauses", String.valueOf(Math.max(0, remains.parts().size() - 1))));
        head.statement().ifPresent(statement -> details.put("statement", statement.toString()));
        head.standing().ifPresent(consent -> details.put("consent", consent.toString()));
        if (!remains.whole()) {
            details.put("interruptedAt", seconds(totals.samples()));
        }
        if (!remains.damaged().isEmpty()) {
            String gaps = remains.damaged().stream()
                    .map(gap -> seconds(gap.from()) + "–" + seconds(gap.to()))
                    .collect(Collectors.joining(", "));
            details.put("damagedSeconds", gaps);
        }
        return details;
    }

    private String seconds(long samples) {
        return String.format(Locale.ROOT, "%.2f", (double) samples / head.rate());
    }

    /// There is nothing to read in it; how long it is, is known.
    private Reading reading(FlacTotals totals) {
        return new Reading(
                ReadingStatus.NO_TEXT,
                "noText",
                MEDIA_TYPE,
                0,
                0,
                Optional.empty(),
                0,
                0,
                Map.of("duration", seconds(totals.samples())));
    }

    /// What the witness decided on being recorded since it began must not be lifted by what they said before.
    private boolean decidedMeanwhile(StoreView view) {
        return !Recordings.lastDecided(view, head.witness()).equals(head.decidedBefore());
    }

    /// What the witness said of being recorded is on the recording: it proves itself.
    private void keepConsent(StoreTransaction tx) {
        Reference reference = tx.next(RecordKind.CONSENT);
        Consent consent = new Consent(
                head.witness(),
                head.statement(),
                Recordings.SCOPE,
                ConsentDecision.GRANTED,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                head.language().orElse(LanguageTag.UNDETERMINED),
                head.by(),
                Optional.empty(),
                "",
                ConsentMode.ORAL_RECORDED,
                Optional.of(head.reference()));
        session.keep(tx, reference, consent, 0, "CONSENT");
        session.note(
                tx,
                "CONSENT_DECIDED",
                Optional.of(head.witness()),
                Map.of(
                        "scope", consent.scope(),
                        "decision", consent.decision().name(),
                        "consent", reference.toString()));
    }
}
