package org.cairn.domain;

import java.util.Optional;

/// Which lines of a list are asked for.
///
/// @param sort by what
/// @param descending whether from last to first
/// @param limit how many at most, 1 to 10,000
/// @param offset how many to leave out first
/// @param concerns only what belongs to this witness
/// @param type only this type
/// @param marked only what was worked on so
public record ListQuery(
        Sort sort,
        boolean descending,
        int limit,
        int offset,
        Optional<Reference> concerns,
        Optional<String> type,
        Marked marked) {

    private static final int MOST = 10_000;

    /// @throws ArchiveException.InvalidInput when more is asked for at once than fits into memory, or nothing
    public ListQuery {
        Texts.requireBetween("limit", limit, 1, MOST);
        Texts.requireBetween("offset", offset, 0, Integer.MAX_VALUE);
    }

    /// Lines however they were worked on.
    public ListQuery(
            Sort sort, boolean descending, int limit, int offset, Optional<Reference> concerns, Optional<String> type) {
        this(sort, descending, limit, offset, concerns, type, Marked.ANY);
    }

    /// Which marks are asked for.
    ///
    /// @param review whether it was looked through
    /// @param person for whose marks are asked; empty where [Review] asks for nobody's in particular
    /// @param assessment only what is held to be this: a grade such as `B2`, or a code of `authenticity`
    public record Marked(Review review, String person, Optional<String> assessment) {

        /// However it was worked on.
        public static final Marked ANY = new Marked(Review.ANY, "", Optional.empty());

        @Override
        public String toString() {
            return "Marked";
        }
    }

    /// Whether something was looked through.
    public enum Review {
        /// Whether or not.
        ANY,
        /// By somebody.
        BY_ANYBODY,
        /// By nobody.
        BY_NOBODY,
        /// By this person.
        BY_PERSON,
        /// Not by this person.
        NOT_BY_PERSON
    }

    /// By what a list is sorted.
    public enum Sort {
        REFERENCE,
        TITLE,
        DATE,
        KEPT
    }

    /// The first lines by reference.
    public static ListQuery first(int limit) {
        return new ListQuery(Sort.REFERENCE, false, limit, 0, Optional.empty(), Optional.empty());
    }

    /// What was kept last, first.
    public static ListQuery latest(int limit) {
        return new ListQuery(Sort.KEPT, true, limit, 0, Optional.empty(), Optional.empty());
    }

    /// The same lines, from another place on.
    public ListQuery from(int start) {
        return new ListQuery(sort, descending, limit, start, concerns, type, marked);
    }

    /// The same lines, only those worked on so.
    public ListQuery only(Marked so) {
        return new ListQuery(sort, descending, limit, offset, concerns, type, so);
    }

    /// The same lines, of one witness only.
    public ListQuery of(Reference witness) {
        return new ListQuery(sort, descending, limit, offset, Optional.of(witness), type, marked);
    }
}
