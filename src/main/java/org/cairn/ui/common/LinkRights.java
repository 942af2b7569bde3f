package org.cairn.ui.common;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.cairn.archive.ElementLinks;
import org.cairn.archive.Linked;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;

/// What this person may do with some links to elements, beyond disputing them; asked of the archive, so not for the
/// thread that draws.
///
/// @param withdrawable those they may withdraw
/// @param reviewable those they may say hold: somebody else wrote what they say
public record LinkRights(Set<Reference> withdrawable, Set<Reference> reviewable) {

    public LinkRights {
        withdrawable = Set.copyOf(withdrawable);
        reviewable = Set.copyOf(reviewable);
    }

    /// What they may do with those of them that were not withdrawn.
    public static LinkRights of(ElementLinks archive, List<Linked> links) {
        return new LinkRights(those(links, archive::mayChange), those(links, archive::mayReview));
    }

    private static Set<Reference> those(List<Linked> links, Predicate<Reference> may) {
        return links.stream()
                .filter(one -> !one.withdrawn())
                .flatMap(one -> one.revision().stream())
                .map(Revision::reference)
                .filter(may)
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return "LinkRights";
    }
}
