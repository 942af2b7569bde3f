package org.cairn.bundle;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Fingerprint;

/// Which of the bundles of one draft a bundle is.
///
/// @param version for whose eyes; nothing where there is only one
/// @param others the other versions there are, each of which names this one
/// @param firstPage the number of its first page
/// @param before what it goes behind, where it holds late pages
public record Edition(
        Optional<BundleVersion> version, List<BundleVersion> others, int firstPage, Optional<Before> before) {

    /// The only one.
    public static final Edition ONLY = new Edition(Optional.empty(), List.of(), 1, Optional.empty());

    public Edition {
        others = List.copyOf(others);
    }

    /// A bundle that was served before, and how what there is now differs from it.
    ///
    /// @param title what it is called
    /// @param date the day it bears
    /// @param volumes how many volumes it has
    /// @param lastPage the number of its last page
    /// @param hashes of its volumes
    /// @param changes in the order of the marks
    public record Before(
            String title, LocalDate date, int volumes, int lastPage, List<Fingerprint> hashes, List<Change> changes) {
        public Before {
            hashes = List.copyOf(hashes);
            changes = List.copyOf(changes);
        }

        @Override
        public String toString() {
            return "Before";
        }
    }

    /// What became of an exhibit since.
    ///
    /// @param was its mark in the bundle before; empty where it was not in it
    /// @param is its mark in this one; empty where it is not in it
    /// @param title what it is called
    /// @param page where it began in the bundle before, or 0
    public record Change(Kind kind, String was, String is, String title, int page) {

        /// What became of it.
        public enum Kind {
            /// It is late.
            ADDED,
            /// Its record was changed since, and is in this one as it is now.
            CHANGED,
            /// Whoever drafts takes it back; whoever has the bundle before still has its pages.
            WITHDRAWN
        }

        @Override
        public String toString() {
            return "Change " + kind;
        }
    }

    @Override
    public String toString() {
        return "Edition";
    }
}
