package org.cairn.archive;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.RecordKind;
import org.cairn.domain.TypedPage;
import org.cairn.domain.reading.RecognisedPage;
import org.cairn.domain.reading.RecognisedPage.Outcome;
import org.cairn.domain.search.Hit;
import org.cairn.store.StoreView;

/// Tells of finds whether a machine made their words out on a picture: they may not be what stands there.
final class MachineRead {

    private MachineRead() {}

    static Hit mark(StoreView view, Hit hit) {
        if (hit.reference().kind() != RecordKind.EVIDENCE
                || hit.snippets().stream().noneMatch(part -> part.pinpoint() instanceof Pinpoint.OfPage)) {
            return hit;
        }
        Set<Integer> typed =
                Typed.pages(view, hit.reference()).stream().map(TypedPage::page).collect(Collectors.toSet());
        List<Hit.Snippet> parts = hit.snippets().stream()
                .map(part -> part.recognised(part.pinpoint() instanceof Pinpoint.OfPage page
                        && !typed.contains(page.ordinal())
                        && read(view, hit, page.ordinal())))
                .toList();
        return hit.withSnippets(parts);
    }

    private static boolean read(StoreView view, Hit hit, int page) {
        return view.recognisedPage(hit.reference(), page)
                .map(RecognisedPage::outcome)
                .filter(Outcome.READ::equals)
                .isPresent();
    }
}
