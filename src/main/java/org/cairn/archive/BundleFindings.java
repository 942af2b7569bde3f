package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.bundle.CourtProfile;
import org.cairn.bundle.VolumeLimits;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Testimony;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;

/// What is found of a bundle before it is written: each rule met, or needing a person, and why.
final class BundleFindings {

    private final Session session;
    private final BundleDraft draft;
    private final List<Revision> exhibits;
    private final List<RuleResult> findings = new ArrayList<>();
    private long bytes;
    private int pages;

    BundleFindings(Session session, BundleDraft draft, List<Revision> exhibits) {
        this.session = session;
        this.draft = draft;
        this.exhibits = exhibits;
    }

    List<RuleResult> of(BundleConsent consent) {
        consent(consent);
        protection(consent);
        exhibits.forEach(this::exhibit);
        draft.leftOut()
                .forEach(left -> findings.add(RuleResult.of(
                        "LEFT_OUT", Outcome.NEEDS_PERSON, "preflight.leftOut", left.reference(), left.reason())));
        findings.addAll(VolumeLimits.before(CourtProfile.of(draft.profile()), bytes, pages));
        return findings;
    }

    private void consent(BundleConsent consent) {
        if (!ConsentScope.of(draft.scope()).reaches(draft.recipient())) {
            findings.add(RuleResult.of("RECIPIENT", Outcome.NEEDS_PERSON, "preflight.recipient", draft.scope()));
        }
        findings.addAll(consent.results());
        consent.gaps()
                .forEach(gap -> findings.add(RuleResult.of(
                        "CONSENT", Outcome.NEEDS_PERSON, "preflight.consent", gap.statement(), gap.scope())));
        if (consent.gaps().isEmpty()) {
            findings.add(RuleResult.of("CONSENT", Outcome.MET, "preflight.consentMet", exhibits.size()));
        }
    }

    private void protection(BundleConsent consent) {
        consent.closed()
                .forEach(exhibit -> findings.add(
                        RuleResult.of("PROTECTION", Outcome.NEEDS_PERSON, "preflight.closedInside", exhibit)));
        consent.whole().stream()
                .filter(consent::tooClose)
                .forEach(leaving -> findings.add(
                        leaving.inside()
                                ? RuleResult.of(
                                        "PROTECTION",
                                        Outcome.NEEDS_PERSON,
                                        "preflight.protectionInside",
                                        leaving.within(),
                                        leaving.reference())
                                : RuleResult.of(
                                        "PROTECTION",
                                        Outcome.NEEDS_PERSON,
                                        "preflight.protection",
                                        leaving.reference())));
    }

    private void exhibit(Revision exhibit) {
        if (exhibit.record() instanceof Testimony testimony) {
            statement(exhibit.reference(), testimony);
        } else if (exhibit.record() instanceof EvidenceItem item) {
            document(exhibit.reference(), item);
        } else if (exhibit.record() instanceof FormRecord form) {
            pages += LeastPages.of(form);
        }
    }

    private void statement(Reference reference, Testimony testimony) {
        pages += LeastPages.of(testimony);
        if (!testimony.sealed()) {
            findings.add(RuleResult.of("14", Outcome.NEEDS_PERSON, "preflight.notSealed", reference));
        }
        String read = draft.language().primary();
        boolean understood = testimony.language().primary().equals(read)
                || testimony.translations().stream()
                        .anyMatch(
                                translation -> translation.language().primary().equals(read));
        if (!understood) {
            findings.add(RuleResult.of("13", Outcome.NEEDS_PERSON, "preflight.noTranslation", reference, read));
        }
    }

    private void document(Reference reference, EvidenceItem item) {
        Optional<Reading> reading = session.store().read(view -> view.reading(reference));
        bytes += item.size();
        if (item.untitled() && !titled(reference)) {
            findings.add(RuleResult.of("TITLE", Outcome.NEEDS_PERSON, "preflight.fileNameAsTitle", reference));
        }
        pages += Math.max(1, reading.map(LeastPages::of).orElse(1));
        if (reading.map(Reading::mediaType).filter("application/dicom"::equals).isPresent()) {
            findings.add(RuleResult.of("SCAN", Outcome.NEEDS_PERSON, "preflight.scan", reference));
        }
        ReadingStatus status = reading.map(Reading::status).orElse(ReadingStatus.UNREADABLE);
        switch (status) {
            case UNREADABLE, ENCRYPTED ->
                findings.add(RuleResult.of("15", Outcome.NEEDS_PERSON, "preflight.slipSheet", reference, status));
            case NO_TEXT ->
                noText(reference, item, reading.map(Reading::mediaType).orElse(""));
            default -> {
                // read, in whole or in part: it can be inserted
            }
        }
    }

    /// What is said in a recording is known by its transcript, which a person may have written.
    private void noText(Reference reference, EvidenceItem item, String mediaType) {
        boolean recording = mediaType.startsWith("audio/") || mediaType.startsWith("video/");
        if (!recording) {
            findings.add(RuleResult.of("5", Outcome.NEEDS_PERSON, "preflight.noText", reference));
        } else if (Spoken.passages(item).isEmpty()) {
            findings.add(RuleResult.of("5", Outcome.NEEDS_PERSON, "preflight.noTranscript", reference));
        }
    }

    /// Whether the draft gives it a title of its own; what is attached to something listed has none there.
    private boolean titled(Reference reference) {
        List<BundleDraft.Exhibit> listed = draft.sections().stream()
                .flatMap(section -> section.exhibits().stream())
                .filter(exhibit -> exhibit.reference().equals(reference))
                .toList();
        return !listed.isEmpty()
                && listed.stream().noneMatch(exhibit -> exhibit.title().isBlank());
    }
}
