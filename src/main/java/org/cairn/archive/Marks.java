package org.cairn.archive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.Reference;
import org.cairn.domain.Serving;

/// What the sections and exhibits of a bundle are marked: `A`, `A/1`. Marks that were served are never given to
/// anything else.
final class Marks {

    private final Map<BundleDraft.Section, String> letters = new IdentityHashMap<>();
    private final Map<Reference, String> marks = new HashMap<>();

    private Marks() {}

    /// Of a bundle that was never served, in its order.
    static Marks fresh(BundleDraft draft) {
        Marks marks = new Marks();
        int place = 0;
        for (BundleDraft.Section section : draft.sections()) {
            String letter = letter(place++);
            marks.letters.put(section, letter);
            int number = 0;
            for (BundleDraft.Exhibit exhibit : section.exhibits()) {
                marks.marks.put(exhibit.reference(), letter + "/" + ++number);
            }
        }
        return marks;
    }

    /// Of what is late: each goes on behind the marks that its section has, a section that is new behind the letters.
    ///
    /// @param draft nothing but what is late
    /// @param served what was served, in order; the last is what it is late for
    static Marks late(BundleDraft draft, List<Serving> served) {
        Marks marks = new Marks();
        Map<String, String> byTitle = new HashMap<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (Serving serving : served) {
            for (Serving.Standing standing : serving.exhibits()) {
                byTitle.putIfAbsent(standing.sectionTitle(), standing.section());
                numbers.merge(standing.section(), number(standing.mark()), Math::max);
            }
        }
        Set<String> taken = new HashSet<>(numbers.keySet());
        for (BundleDraft.Section section : draft.sections()) {
            String letter = byTitle.computeIfAbsent(section.title(), title -> next(taken));
            marks.letters.put(section, letter);
            for (BundleDraft.Exhibit exhibit : section.exhibits()) {
                int number = numbers.merge(letter, 1, Integer::sum);
                marks.marks.put(exhibit.reference(), letter + "/" + number);
            }
        }
        return marks;
    }

    /// The letter of a section.
    String letter(BundleDraft.Section section) {
        return letters.getOrDefault(section, "");
    }

    /// The mark of an exhibit.
    Optional<String> of(Reference exhibit) {
        return Optional.ofNullable(marks.get(exhibit));
    }

    private static String next(Set<String> taken) {
        int place = 0;
        while (!taken.add(letter(place))) {
            place++;
        }
        return letter(place);
    }

    /// `A/12`, and `A/12.1` of what was attached to it, are the twelfth.
    private static int number(String mark) {
        String number = mark.substring(mark.indexOf('/') + 1);
        int dot = number.indexOf('.');
        return Integer.parseInt(dot < 0 ? number : number.substring(0, dot));
    }

    /// A … Z, then AA, AB …
    private static String letter(int place) {
        return (place < 26 ? "" : letter(place / 26 - 1)) + (char) ('A' + place % 26);
    }

    @Override
    public String toString() {
        return "Marks";
    }
}
