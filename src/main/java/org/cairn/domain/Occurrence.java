package org.cairn.domain;

import java.util.List;
import java.util.Optional;

/// A place in the exhibits of a bundle's draft where a word stands that somebody looks for, to be taken out or left.
///
/// @param exhibit the record that it stands in
/// @param within the exhibit of the draft that the record comes with, where it is an attachment that is not
///     listed itself
/// @param of the hash of the exhibit's content
/// @param word which of the words, from 0
/// @param page on which it begins, among the exhibit's pages without its separator, from 1
/// @param spots where it stands: one for each line it runs over; none where it stands beyond the edge of the page as
///     shown, so that only withholding all of that page takes it out
/// @param alone whether it is no part of a longer word
/// @param before some words before it, with the gap between
/// @param itself as it is written there
/// @param after some words after it, with the gap between
/// @param hiddenFrom the first version in which every part of it is taken out already
public record Occurrence(
        Reference exhibit,
        Optional<Reference> within,
        Fingerprint of,
        int word,
        int page,
        List<Spot> spots,
        boolean alone,
        String before,
        String itself,
        String after,
        Optional<BundleVersion> hiddenFrom) {

    public Occurrence {
        spots = List.copyOf(spots);
    }

    /// A part of it on one line.
    ///
    /// @param page among the exhibit's pages, from 1
    /// @param seen a hash of what the area covers: see [Redaction]
    public record Spot(int page, Area area, Fingerprint seen) {}

    /// What takes it out; nothing where it stands beyond the edge of its page.
    ///
    /// @param reason a code of `redaction-reason`
    public List<Redaction> redactions(String reason) {
        return spots.stream()
                .map(spot -> new Redaction(spot.page(), spot.area(), reason, Optional.of(spot.seen())))
                .toList();
    }

    @Override
    public String toString() {
        return "Occurrence in " + exhibit + " on page " + page;
    }
}
