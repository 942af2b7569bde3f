package org.cairn.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Reference;
import org.cairn.domain.Transcript;
import org.cairn.domain.TypedPage;
import org.cairn.domain.TypedPages;
import org.cairn.domain.reading.Passage;
import org.cairn.store.StoreView;

/// What somebody typed of an item's pages: it takes the place of what was read there.
final class Typed {

    private Typed() {}

    static List<TypedPage> pages(EvidenceItem item) {
        return item.transcript()
                .flatMap(Transcript::typed)
                .map(TypedPages::pages)
                .orElse(List.of());
    }

    static List<TypedPage> pages(StoreView view, Reference reference) {
        return view.current(reference)
                .flatMap(revision ->
                        revision.record() instanceof EvidenceItem item ? Optional.of(pages(item)) : Optional.empty())
                .orElse(List.of());
    }

    /// What was read, with what was typed in its place.
    static List<Passage> over(List<TypedPage> typed, List<Passage> read) {
        if (typed.isEmpty()) {
            return read;
        }
        Set<Integer> pages = typed.stream().map(TypedPage::page).collect(Collectors.toSet());
        List<Passage> all = new ArrayList<>(read);
        all.removeIf(passage -> passage.unit() == Passage.Unit.PAGE && pages.contains(passage.ordinal()));
        typed.forEach(page -> all.add(passage(page)));
        all.sort(Comparator.comparingInt(Passage::ordinal));
        return all;
    }

    static Passage passage(TypedPage page) {
        return new Passage(Passage.Unit.PAGE, page.page(), page.text(), Optional.of(page.language()));
    }
}
