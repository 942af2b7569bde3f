package org.cairn.ui.testimony;

import java.util.List;
import java.util.stream.Collectors;
import org.cairn.domain.Reference;

/// Exhibits as people type them: references with anything between them.
final class Exhibits {

    private Exhibits() {}

    static List<Reference> named(String text) {
        return List.of(text.split("[,;،；、\\s]+")).stream()
                .flatMap(part -> Reference.tryParse(part).stream())
                .distinct()
                .toList();
    }

    static String joined(List<Reference> references) {
        return references.stream().map(Reference::toString).collect(Collectors.joining(", "));
    }
}
