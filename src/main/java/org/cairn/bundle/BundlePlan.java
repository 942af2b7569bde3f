package org.cairn.bundle;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.served.RuleResult;

/// Everything a bundle is written from; the same plan always gives the same bytes.
///
/// @param draft what was asked for
/// @param date the day the bundle bears
/// @param language the language of headings, index and schedules
/// @param version the program that writes it
/// @param sections in order
/// @param consents what the witnesses of the statements in it allowed
/// @param preflight what was found before writing
/// @param edition which of the bundles of its draft it is
/// @param particulars what the archive knows for the schedules that the draft asks for
public record BundlePlan(
        BundleDraft draft,
        LocalDate date,
        Locale language,
        String version,
        List<PlannedSection> sections,
        List<ConsentLine> consents,
        List<RuleResult> preflight,
        Edition edition,
        Particulars particulars) {
    public BundlePlan {
        sections = List.copyOf(sections);
        consents = List.copyOf(consents);
        preflight = List.copyOf(preflight);
    }

    /// The only bundle of its draft.
    public BundlePlan(
            BundleDraft draft,
            LocalDate date,
            Locale language,
            String version,
            List<PlannedSection> sections,
            List<ConsentLine> consents,
            List<RuleResult> preflight) {
        this(draft, date, language, version, sections, consents, preflight, Edition.ONLY);
    }

    /// A bundle without schedules before its exhibits.
    public BundlePlan(
            BundleDraft draft,
            LocalDate date,
            Locale language,
            String version,
            List<PlannedSection> sections,
            List<ConsentLine> consents,
            List<RuleResult> preflight,
            Edition edition) {
        this(draft, date, language, version, sections, consents, preflight, edition, Particulars.NONE);
    }

    /// Whether the whole is for archives (PDF/A-2b), also the pages of others.
    boolean archival() {
        return draft.how().archival();
    }

    /// The rules of the court that it is for.
    CourtProfile profile() {
        return CourtProfile.of(draft.profile());
    }

    /// Every exhibit, in order.
    public List<PlannedExhibit> exhibits() {
        return sections.stream().flatMap(section -> section.exhibits().stream()).toList();
    }

    /// What is in the bundle and is withheld from nobody who has it.
    List<PlannedExhibit> shown() {
        return exhibits().stream()
                .filter(exhibit -> exhibit.withheld().isEmpty())
                .toList();
    }

    /// The same bundle, in which all pages of an exhibit become pictures as soon as something is blacked out on one.
    BundlePlan shownAsPictures() {
        return new BundlePlan(
                draft,
                date,
                language,
                version,
                sections.stream()
                        .map(section -> section.of(section.exhibits().stream()
                                .map(PlannedExhibit::shownAsPictures)
                                .toList()))
                        .toList(),
                consents,
                preflight,
                edition,
                particulars);
    }

    @Override
    public String toString() {
        return "BundlePlan";
    }
}
