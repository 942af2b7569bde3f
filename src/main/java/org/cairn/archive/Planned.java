package org.cairn.archive;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.bundle.BundlePlan;
import org.cairn.bundle.Edition;
import org.cairn.bundle.PlannedSection;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.served.Preflight;
import org.cairn.domain.served.RuleResult;

/// One version of a bundle, judged and planned, before anything is written.
final class Planned {

    private final Session session;
    private final BundleDraft draft;
    private final BundleConsent consent;
    private final List<Revision> exhibits;
    private final List<PlannedSection> sections;
    private final Edition edition;
    private final BundleParticulars particulars;

    /// @param draft as the version has it: for whom, and how closely kept
    /// @param kind for whose eyes; nothing where there is only one version
    /// @param others the versions beside it
    /// @param late what it goes behind, where it holds late pages
    Planned(
            Session session,
            Witnesses witnesses,
            Renditions renditions,
            BundleDraft draft,
            Optional<BundleVersion> kind,
            List<BundleVersion> others,
            Optional<LatePages> late,
            Choices choices) {
        this.session = session;
        BundleVersion eyes = kind.orElse(BundleVersion.CONFIDENTIAL);
        // of the only bundle of a draft everything is taken out that is taken out of any version
        BundleVersion taken = kind.orElse(BundleVersion.PUBLIC);
        if (late.isEmpty()) {
            BundlePlanner planner = new BundlePlanner(session, draft, taken, renditions);
            this.draft = draft;
            this.exhibits = planner.exhibits();
            this.sections = planner.sections();
            this.edition = new Edition(kind, others, 1, Optional.empty());
        } else {
            LatePages.Late found = late.get().of(draft, eyes, taken);
            BundlePlanner planner = new BundlePlanner(session, found.draft(), taken, renditions, draft);
            this.draft = found.draft();
            this.exhibits = planner.exhibits();
            this.sections = planner.sections(found.marks());
            this.edition = new Edition(kind, others, found.firstPage(), Optional.of(found.before()));
        }
        this.consent = new BundleConsent(session, witnesses, this.draft, choices, exhibits);
        this.particulars = BundleParticulars.of(session, this.draft, eyes, sections, consent::allows);
    }

    BundleDraft draft() {
        return draft;
    }

    Edition edition() {
        return edition;
    }

    /// The records of which it holds something.
    List<Revision> exhibits() {
        return exhibits;
    }

    /// Everything that leaves with it, also what lies inside an original beside it, and what its schedules tell of.
    List<Reference> whole() {
        return Stream.concat(
                        consent.whole().stream().map(ConsentJudge.Leaving::reference), particulars.leaving().stream())
                .distinct()
                .toList();
    }

    /// Refuses what a witness has not allowed, or what is kept more closely than the bundle.
    void require() {
        consent.require(edition.version());
    }

    Preflight preflight() {
        return new Preflight(findings(), consent.gaps());
    }

    /// @param date the day it bears
    BundlePlan plan(LocalDate date) {
        return new BundlePlan(
                draft,
                date,
                Locale.forLanguageTag(draft.language().tag()),
                Bundles.PROGRAM,
                sections,
                consent.lines(),
                findings(),
                edition,
                particulars.found());
    }

    private List<RuleResult> findings() {
        return Stream.concat(
                        new BundleFindings(session, draft, exhibits).of(consent).stream(),
                        particulars.results().stream())
                .toList();
    }

    @Override
    public String toString() {
        return "Planned";
    }
}
