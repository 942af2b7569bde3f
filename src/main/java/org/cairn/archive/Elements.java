package org.cairn.archive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.CrimeElement;
import org.cairn.domain.EvidenceItem;

/// The elements of crimes that the program knows, and which of them an item is linked to by its tags: by one that is
/// the code of an element, alone or behind `element:`, as the search finds it.
final class Elements {

    private static final String LIST = "element";
    private static final String MARKED = LIST + ":";

    /// So many codes can be read in a refusal.
    private static final int A_FEW = 12;

    private final Map<String, CrimeElement> byCode = new LinkedHashMap<>();

    Elements() {
        for (List<String> line : Vocabulary.lines(LIST)) {
            byCode.put(
                    folded(line.getFirst()),
                    new CrimeElement(line.get(0), line.get(1), line.get(2), line.contains("reviewed")));
        }
    }

    /// In the order of the list.
    List<CrimeElement> all() {
        return new ArrayList<>(byCode.values());
    }

    /// The element of a code, however its letters are written, alone or behind `element:`.
    Optional<CrimeElement> find(String code) {
        String folded = folded(code);
        String bare = folded.startsWith(folded(MARKED)) ? folded.substring(MARKED.length()) : folded;
        return Optional.ofNullable(byCode.get(bare.strip()));
    }

    /// The element of a code.
    ///
    /// @throws ArchiveException.InvalidInput naming a few codes that are like it, where there is none
    CrimeElement require(String code) {
        return find(code).orElseThrow(() -> new ArchiveException.InvalidInput(LIST, "unknownValue", like(code)));
    }

    /// A few codes that somebody may have meant; one of each instrument where none is like it.
    private List<String> like(String code) {
        String folded = folded(code);
        List<String> like = codes(all().stream()
                .filter(element -> common(folded, folded(element.code())) > 1)
                .sorted(Comparator.comparingInt(element -> -common(folded, folded(element.code())))));
        Map<String, CrimeElement> one = new LinkedHashMap<>();
        all().forEach(element -> one.putIfAbsent(element.instrument(), element));
        return like.isEmpty() ? codes(one.values().stream()) : like;
    }

    /// How many letters two codes begin with together.
    private static int common(String one, String other) {
        int at = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        return at < 0 ? one.length() : at;
    }

    private static List<String> codes(Stream<CrimeElement> elements) {
        return elements.limit(A_FEW).map(CrimeElement::code).toList();
    }

    /// What the tags of an item link it to.
    Stream<CrimeElement> of(EvidenceItem item) {
        return item.tags().stream().flatMap(tag -> find(tag).stream()).distinct();
    }

    /// Whether an item has a tag that says it names an element, and does not.
    boolean misnamed(EvidenceItem item) {
        return item.tags().stream()
                .filter(tag -> folded(tag).startsWith(folded(MARKED)))
                .anyMatch(tag -> find(tag).isEmpty());
    }

    private static String folded(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }
}
