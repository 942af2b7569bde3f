package org.cairn.archive;

import java.util.List;
import java.util.Optional;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.RecordKind;
import org.cairn.domain.reading.Extent;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.search.Hit;
import org.cairn.store.StoreView;

/// Tells of finds which rows of a sheet or messages of a chat they stand in: whoever opens the file finds them there.
final class Covered {

    private Covered() {}

    static Hit mark(StoreView view, Hit hit) {
        if (hit.reference().kind() != RecordKind.EVIDENCE) {
            return hit;
        }
        List<Hit.Snippet> parts = hit.snippets().stream()
                .map(part -> part.covering(extent(view, part.pinpoint())))
                .toList();
        return hit.withSnippets(parts);
    }

    private static Optional<Extent> extent(StoreView view, Pinpoint place) {
        return place instanceof Pinpoint.OfParagraph
                ? view.passage(place.reference(), place.ordinal()).flatMap(Passage::extent)
                : Optional.empty();
    }
}
