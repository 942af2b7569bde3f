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
/// @param archival whether the whole is for archives (PDF/A-2b), also the pages of others
public record BundlePlan(
        BundleDraft draft,
        LocalDate date,
        Locale language,
        String version,
        List<PlannedSection> sections,
        List<ConsentLine> consents,
        List<RuleResult> preflight,
        boolean archival) {

    /// A plan of a bundle in which the pages of others stay as they are.
    public BundlePlan(
            BundleDraft draft,
            LocalDate date,
            Locale language,
            String version,
            List<PlannedSection> sections,
            List<ConsentLine> consents,
            List<RuleResult> preflight) {
        this(draft, date, language, version, sections, consents, preflight, false);
    }

    /// The same, for archives.
    public BundlePlan forArchives() {
        return new BundlePlan(draft, date, language, version, sections, consents, preflight, true);
    }

    public BundlePlan {
        sections = List.copyOf(sections);
        consents = List.copyOf(consents);
        preflight = List.copyOf(preflight);
    }

    /// The rules of the court that it is for.
    CourtProfile profile() {
        return CourtProfile.of(draft.profile());
    }

    /// Every exhibit, in order.
    public List<PlannedExhibit> exhibits() {
        return sections.stream().flatMap(section -> section.exhibits().stream()).toList();
    }

    @Override
    public String toString() {
        return "BundlePlan";
    }
}
