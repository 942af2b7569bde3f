package org.cairn.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.domain.EvidenceItem;

/// The elements of crimes that the program knows, and which of them an item is linked to: by a tag that is the code of
/// one, alone or behind `element:`, as the search finds it.
final class Elements {

    private static final String LIST = "element";
    private static final String MARKED = LIST + ":";

    private final Map<String, Element> byCode = new LinkedHashMap<>();

    /// An element.
    ///
    /// @param instrument the code of what it is in
    /// @param citation where it stands there
    /// @param reviewed whether a lawyer has checked its words
    record Element(String code, String instrument, String citation, boolean reviewed) {
        @Override
        public String toString() {
            return "Element " + code;
        }
    }

    Elements() {
        for (List<String> line : Vocabulary.lines(LIST)) {
            byCode.put(
                    folded(line.getFirst()),
                    new Element(line.get(0), line.get(1), line.get(2), line.contains("reviewed")));
        }
    }

    /// In the order of the list.
    List<Element> all() {
        return new ArrayList<>(byCode.values());
    }

    /// What an item is linked to.
    Stream<Element> of(EvidenceItem item) {
        return item.tags().stream().flatMap(tag -> named(tag).stream()).distinct();
    }

    /// Whether an item has a tag that says it names an element, and does not.
    boolean misnamed(EvidenceItem item) {
        return item.tags().stream()
                .filter(tag -> folded(tag).startsWith(folded(MARKED)))
                .anyMatch(tag -> named(tag).isEmpty());
    }

    private Optional<Element> named(String tag) {
        String folded = folded(tag);
        String code = folded.startsWith(folded(MARKED)) ? folded.substring(MARKED.length()) : folded;
        return Optional.ofNullable(byCode.get(code.strip()));
    }

    private static String folded(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }
}
