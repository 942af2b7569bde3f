package org.cairn.ui.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.cairn.domain.CrimeElement;
import org.cairn.ui.common.Words;

/// The elements of crimes as somebody looks for one of them: by its code, by its words, by where it stands in the law.
final class ElementsOffered {

    private final List<Offered> all;

    /// One of them.
    ///
    /// @param words what it is called
    /// @param where it stands in the law
    record Offered(CrimeElement element, String words, String where) {

        String code() {
            return element.code();
        }

        private boolean has(String typed) {
            return folded(code() + " " + words + " " + where).contains(typed);
        }

        @Override
        public String toString() {
            return "Offered " + element;
        }
    }

    ElementsOffered(List<CrimeElement> known, Words words) {
        this.all = known.stream()
                .map(element -> new Offered(
                        element,
                        words.vocabulary("element", element.code()),
                        words.of("bundle")
                                .text(
                                        "instrument." + element.instrument(),
                                        element.citation().replace(",", ", "))))
                .toList();
    }

    /// Those that bear all of the words typed, however they are accented; one of this very code first, and then those
    /// whose code begins so.
    List<Offered> matching(String typed) {
        String code = folded(typed).replaceFirst("^element:", "").strip();
        List<String> parts = Arrays.stream(code.split("\\s+")).toList();
        return all.stream()
                .filter(one -> parts.stream().allMatch(one::has))
                .sorted(Comparator.comparingInt(one -> rank(folded(one.code()), code)))
                .toList();
    }

    private static int rank(String code, String typed) {
        return code.equals(typed) ? 0 : code.startsWith(typed) ? 1 : 2;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
