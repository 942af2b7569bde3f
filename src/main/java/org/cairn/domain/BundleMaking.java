package org.cairn.domain;

import java.util.List;
import java.util.Optional;

/// How a bundle is made, beyond what it holds.
///
/// @param schedules what is set before the exhibits, besides what every bundle has
/// @param versions what is written from the draft, each for other eyes; none where it is just the draft
/// @param archival whether the whole bundle is to be PDF/A-2b, with what cannot be drawn anew
/// @param loadFiles whether load files for review programs are written beside it
/// @param after the served bundle that its late pages go behind, where it is served before
public record BundleMaking(
        List<Schedule> schedules,
        List<Version> versions,
        boolean archival,
        boolean loadFiles,
        Optional<Reference> after) {

    /// One bundle, for whom the draft says, with what every bundle has.
    public static final BundleMaking PLAIN = new BundleMaking(List.of(), List.of(), false, false, Optional.empty());

    public BundleMaking {
        schedules = schedules.stream().distinct().sorted().toList();
        versions = versions.stream()
                .sorted((one, other) -> one.kind().compareTo(other.kind()))
                .toList();
        if (versions.stream().map(Version::kind).distinct().count() < versions.size()) {
            throw new ArchiveException.InvalidInput("versions", "givenTwice");
        }
    }

    /// What a bundle may set before its exhibits. Every bundle has custody, hashes, and consent after them, where there
    /// are statements.
    public enum Schedule {
        /// Which exhibit bears on which element of which crime.
        ELEMENTS,
        /// What happened when, by the dates of the exhibits.
        CHRONOLOGY,
        /// Who is called what: pseudonyms and roles, never names.
        PERSONS
    }

    /// One version of the bundle.
    ///
    /// @param kind for whose eyes
    /// @param kept how closely it is kept, where that is not what its kind is
    /// @param scope the consent scope that every statement in it needs
    /// @param recipient whom it is for
    public record Version(BundleVersion kind, Optional<Protection> kept, String scope, Optional<String> recipient) {
        public Version {
            Texts.requireGiven("scope", scope);
        }

        /// How closely it is kept.
        ///
        /// @param draft how closely the draft is
        public Protection confidentiality(Protection draft) {
            return kept.orElseGet(() -> switch (kind) {
                case CONFIDENTIAL -> draft;
                case PARTY -> draft.covers(Protection.RESTRICTED) ? Protection.RESTRICTED : draft;
                case PUBLIC -> Protection.PUBLIC;
            });
        }

        @Override
        public String toString() {
            return "Version " + kind;
        }
    }

    @Override
    public String toString() {
        return "BundleMaking";
    }
}
