package org.cairn.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
/// @param making how it is made, where that is not as every bundle is: see [#how]
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
        List<LeftOut> leftOut,
        Optional<BundleMaking> making)
        implements ArchiveRecord {

    public BundleDraft {
        Texts.requireGiven("title", title);
        Texts.requireBetween("volume", volume, 1, Integer.MAX_VALUE);
        sections = List.copyOf(sections);
        leftOut = List.copyOf(leftOut);
        // a draft that says nothing of it is written as it always was
        making = making.filter(other -> !other.equals(BundleMaking.PLAIN));
    }

    /// A draft of one bundle, made as every bundle is.
    public BundleDraft(
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
            List<LeftOut> leftOut) {
        this(
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
                sections,
                leftOut,
                Optional.empty());
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
    /// @param pages which pages of a document, where it is not all of them
    /// @param withheld why, and from which version on, a page that says so stands in its place
    /// @param redacted what is blacked out on its pages
    public record Exhibit(
            Reference reference,
            String title,
            Optional<PageRanges> pages,
            Optional<Withheld> withheld,
            Optional<Redacted> redacted) {

        public Exhibit {
            pages = pages.filter(some -> !some.all());
        }

        /// All of a record, in every version.
        public Exhibit(Reference reference, String title) {
            this(reference, title, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /// The same exhibit, called something else.
        public Exhibit titled(String other) {
            return new Exhibit(reference, other, pages, withheld, redacted);
        }

        /// The same exhibit with some of its pages.
        ///
        /// @throws ArchiveException.InvalidInput when something is blacked out on its pages as they were counted before
        public Exhibit withPages(Optional<PageRanges> some) {
            if (redacted.isPresent() && !some.filter(one -> !one.all()).equals(pages)) {
                throw new ArchiveException.InvalidInput("pages", "redactedBefore");
            }
            return new Exhibit(reference, title, some, withheld, redacted);
        }

        /// The same exhibit, withheld or not.
        public Exhibit withheld(Optional<Withheld> otherwise) {
            return new Exhibit(reference, title, pages, otherwise, redacted);
        }

        /// The same exhibit with these parts blacked out and no others.
        ///
        /// @param of the hash of the content that they were drawn on
        public Exhibit redacting(Fingerprint of, List<Redacted.Part> parts) {
            Optional<Redacted> all =
                    parts.isEmpty() ? Optional.empty() : Optional.of(new Redacted(Optional.of(of), parts));
            return new Exhibit(reference, title, pages, withheld, all);
        }

        /// What of it is blacked out.
        public List<Redacted.Part> parts() {
            return redacted.map(Redacted::parts).orElse(List.of());
        }

        /// What is blacked out of it in a version.
        public List<Redaction> redactedFrom(BundleVersion version) {
            return parts().stream()
                    .filter(part -> version.leavesOut(part.from()))
                    .map(Redacted.Part::what)
                    .toList();
        }

        /// Why it is withheld from a version; nothing where it is in it.
        public Optional<String> withheldFrom(BundleVersion version) {
            return withheld.filter(one -> version.leavesOut(one.from())).map(Withheld::reason);
        }

        @Override
        public String toString() {
            return "Exhibit " + reference;
        }
    }

    /// That an exhibit is withheld.
    ///
    /// @param from the first version that is without it
    /// @param reason a code of the vocabulary of reasons for redaction
    public record Withheld(BundleVersion from, String reason) {
        public Withheld {
            Texts.requireGiven("reason", reason);
        }

        @Override
        public String toString() {
            return "Withheld " + from;
        }
    }

    /// What is blacked out of an exhibit.
    ///
    /// @param of the hash of its content when the areas were drawn: of another content they would hide something else
    /// @param parts each area
    public record Redacted(Optional<Fingerprint> of, List<Part> parts) {
        public Redacted {
            parts = List.copyOf(parts);
        }

        /// One area.
        ///
        /// @param from the first version that is without it
        /// @param what where it is, and why
        public record Part(BundleVersion from, Redaction what) {
            @Override
            public String toString() {
                return "Part of " + what.page();
            }
        }

        @Override
        public String toString() {
            return "Redacted " + parts.size();
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
        return with(court, confidentiality, scope, recipient, volume, sections, making);
    }

    /// The same draft with other sections.
    public BundleDraft withSections(List<Section> others) {
        return with(profile, confidentiality, scope, recipient, volume, others, making);
    }

    /// The first version in which all of a place is taken out: covered by areas, or withheld with its exhibit.
    ///
    /// @param exhibit the record that it stands in
    /// @param within the exhibit that the record comes with, where it is not listed itself
    public Optional<BundleVersion> hiddenFrom(
            Reference exhibit, Optional<Reference> within, List<Occurrence.Spot> spots) {
        Optional<BundleVersion> withheld = exhibit(exhibit)
                .or(() -> within.flatMap(this::exhibit))
                .flatMap(Exhibit::withheld)
                .map(Withheld::from);
        List<Redacted.Part> parts = exhibit(exhibit).map(Exhibit::parts).orElse(List.of());
        return Stream.of(BundleVersion.values())
                .filter(version -> withheld.filter(version::leavesOut).isPresent()
                        || !spots.isEmpty() && spots.stream().allMatch(spot -> isCovered(spot, version, parts)))
                .findFirst();
    }

    private static boolean isCovered(Occurrence.Spot spot, BundleVersion version, List<Redacted.Part> parts) {
        return parts.stream()
                .filter(part -> version.leavesOut(part.from()))
                .map(Redacted.Part::what)
                .anyMatch(what -> what.page() == spot.page() && what.area().holds(spot.area()));
    }

    /// The exhibit of a record.
    public Optional<Exhibit> exhibit(Reference reference) {
        return sections.stream()
                .flatMap(section -> section.exhibits().stream())
                .filter(one -> one.reference().equals(reference))
                .findFirst();
    }

    /// The same draft in which words that were found are blacked out. An attachment in which one stands is listed on
    /// its own from then on, behind what it came with; what stands beyond the edge of a page is left.
    ///
    /// @param from the first version that is without them
    /// @param reason a code of `redaction-reason`
    public BundleDraft redacting(List<Occurrence> found, BundleVersion from, String reason) {
        return withSections(Redacting.in(sections, found, from, reason));
    }

    /// The same draft, made in another way.
    public BundleDraft made(BundleMaking other) {
        return with(profile, confidentiality, scope, recipient, volume, sections, Optional.of(other));
    }

    /// The same draft, whose first volume has another number.
    public BundleDraft numbered(int first) {
        return with(profile, confidentiality, scope, recipient, first, sections, making);
    }

    /// What one version of it is: for whom and how closely kept as the version says.
    public BundleDraft of(BundleMaking.Version version) {
        return with(
                profile,
                version.confidentiality(confidentiality),
                version.scope(),
                version.recipient(),
                volume,
                sections,
                making);
    }

    private BundleDraft with(
            String court,
            Protection level,
            String use,
            Optional<String> reader,
            int first,
            List<Section> parts,
            Optional<BundleMaking> how) {
        return new BundleDraft(
                title,
                caseName,
                caseReference,
                court,
                level,
                language,
                use,
                reader,
                first,
                marking,
                parts,
                leftOut,
                how);
    }

    /// How it is made.
    public BundleMaking how() {
        return making.orElse(BundleMaking.PLAIN);
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
