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
public record ListQuery(
        Sort sort, boolean descending, int limit, int offset, Optional<Reference> concerns, Optional<String> type) {

    private static final int MOST = 10_000;

    /// @throws ArchiveException.InvalidInput when more is asked for at once than fits into memory, or nothing
    public ListQuery {
        Texts.requireBetween("limit", limit, 1, MOST);
        Texts.requireBetween("offset", offset, 0, Integer.MAX_VALUE);
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
        return new ListQuery(sort, descending, limit, start, concerns, type);
    }

    /// The same lines, of one witness only.
    public ListQuery of(Reference witness) {
        return new ListQuery(sort, descending, limit, offset, Optional.of(witness), type);
    }
}
