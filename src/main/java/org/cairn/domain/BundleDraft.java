package org.cairn.domain;

import java.util.List;
import java.util.Optional;

/// What a bundle is to contain and for whom; the bundle itself is written from it.
///
/// @param title what the bundle is called
/// @param caseName short name of the case or matter
/// @param caseReference the court's or tribunal's reference
/// @param profile the court profile, a file under `profiles/`
/// @param confidentiality how closely the bundle is kept
/// @param language the language of headings, index and schedules
/// @param scope the consent scope that every statement in it needs
/// @param recipient whom it is for
/// @param volume volume number, from 1
/// @param marking words printed on every page (`SYNTHETIC`), or empty
/// @param sections in order
/// @param leftOut contradicting evidence left out on purpose, each with its reason
public record BundleDraft(
        String title,
        String caseName,
        String caseReference,
        String profile,
        Protection confidentiality,
        LanguageTag language,
        String scope,
        Optional<String> recipient,
        int volume,
        String marking,
        List<Section> sections,
        List<LeftOut> leftOut)
        implements ArchiveRecord {

    public BundleDraft {
        Texts.requireGiven("title", title);
        Texts.requireBetween("volume", volume, 1, Integer.MAX_VALUE);
        sections = List.copyOf(sections);
        leftOut = List.copyOf(leftOut);
    }

    /// A section of a bundle.
    public record Section(String title, List<Exhibit> exhibits) {
        public Section {
            Texts.requireGiven("title", title);
            exhibits = List.copyOf(exhibits);
        }

        @Override
        public String toString() {
            return "Section";
        }
    }

    /// One exhibit.
    ///
    /// @param reference the statement or evidence item
    /// @param title what the index calls it; the record's own title where empty
    public record Exhibit(Reference reference, String title) {

        @Override
        public String toString() {
            return "Exhibit " + reference;
        }
    }

    /// Evidence left out on purpose (Rome Statute 54(1)(a), 67(2)).
    public record LeftOut(Reference reference, String reason) {
        public LeftOut {
            Texts.requireGiven("reason", reason);
        }

        @Override
        public String toString() {
            return "LeftOut " + reference;
        }
    }

    /// The same draft for another court.
    public BundleDraft withProfile(String court) {
        return new BundleDraft(
                title,
                caseName,
                caseReference,
                court,
                confidentiality,
                language,
                scope,
                recipient,
                volume,
                marking,
                sections,
                leftOut);
    }

    /// The same draft with other sections.
    public BundleDraft withSections(List<Section> others) {
        return new BundleDraft(
                title,
                caseName,
                caseReference,
                profile,
                confidentiality,
                language,
                scope,
                recipient,
                volume,
                marking,
                others,
                leftOut);
    }

    /// Every exhibit's reference, in order.
    public List<Reference> references() {
        return sections.stream()
                .flatMap(section -> section.exhibits().stream())
                .map(Exhibit::reference)
                .toList();
    }

    @Override
    public RecordKind kind() {
        return RecordKind.BUNDLE;
    }

    @Override
    public Protection protection() {
        return confidentiality;
    }

    @Override
    public String type() {
        return profile;
    }

    @Override
    public Optional<LanguageTag> spokenIn() {
        return Optional.of(language);
    }

    @Override
    public String toString() {
        return "BundleDraft";
    }
}
