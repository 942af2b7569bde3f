package org.cairn.archive;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Reading;
import org.cairn.ocr.Languages;
import org.cairn.store.StoreView;

/// In which languages an item is likely to be: as somebody described it, as it was read, as what it came with, as the
/// papers of the archive usually are.
final class LanguageGuess {

    /// What lies beside it and is asked for its language.
    private static final int BESIDE = 20;

    private final StoreView view;
    private final List<LanguageTag> usual;

    LanguageGuess(StoreView view, List<LanguageTag> usual) {
        this.view = view;
        this.usual = usual;
    }

    /// What can read it, the likeliest first; empty where nothing is known.
    List<Languages.Entry> of(Reference reference, EvidenceItem item) {
        List<LanguageTag> own = item.language().map(List::of).orElse(List.of());
        if (!own.isEmpty()) {
            return entries(own);
        }
        List<LanguageTag> known = new ArrayList<>();
        view.reading(reference).flatMap(Reading::language).ifPresent(known::add);
        item.parent().ifPresent(parent -> {
            language(parent).ifPresent(known::add);
            view.childrenOf(parent).stream()
                    .filter(beside -> !beside.equals(reference))
                    .limit(BESIDE)
                    .flatMap(beside -> language(beside).stream())
                    .forEach(known::add);
        });
        known.addAll(usual);
        return entries(known);
    }

    private Optional<LanguageTag> language(Reference other) {
        Optional<LanguageTag> described =
                view.current(other).flatMap(revision -> revision.record().spokenIn());
        return described.or(() -> view.reading(other).flatMap(Reading::language));
    }

    static List<Languages.Entry> entries(List<LanguageTag> languages) {
        Set<Languages.Entry> entries = new LinkedHashSet<>();
        languages.stream()
                .filter(language -> !language.equals(LanguageTag.UNDETERMINED))
                .flatMap(language -> Stream.of(Languages.of(language)))
                .forEach(entries::addAll);
        return List.copyOf(entries);
    }
}
