package org.cairn.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The pages of an item that somebody typed, each once, in order.
public record TypedPages(List<TypedPage> pages) {

    public TypedPages {
        pages = pages.stream().sorted(Comparator.comparingInt(TypedPage::page)).toList();
        if (pages.stream().map(TypedPage::page).distinct().count() != pages.size()) {
            throw new ArchiveException.InvalidInput("page", "unknownValue");
        }
    }

    /// What was typed of a page.
    public Optional<TypedPage> of(int page) {
        return pages.stream().filter(typed -> typed.page() == page).findFirst();
    }

    /// The same pages, with one typed anew; the revision before keeps what stood there.
    public TypedPages with(TypedPage page) {
        List<TypedPage> others = new ArrayList<>(without(page.page()).pages());
        others.add(page);
        return new TypedPages(others);
    }

    /// The same pages without one.
    public TypedPages without(int page) {
        return new TypedPages(
                pages.stream().filter(typed -> typed.page() != page).toList());
    }

    @Override
    public String toString() {
        return "TypedPages " + pages.size();
    }
}
