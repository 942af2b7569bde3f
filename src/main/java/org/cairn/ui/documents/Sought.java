package org.cairn.ui.documents;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.Hit.Highlight;

/// Words that somebody looks for, and where they stand in any text: case and accents aside.
///
/// @param words single words or phrases; the longer first
public record Sought(List<String> words) {

    /// Nothing is sought.
    public static final Sought NOTHING = new Sought(List.of());

    public Sought {
        words = words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /// The words as they stood in the passages that a search found: what is marked there is what is marked elsewhere.
    public static Sought in(List<Hit.Snippet> snippets) {
        Set<String> found = new LinkedHashSet<>();
        for (Hit.Snippet snippet : snippets) {
            for (Highlight run : joined(snippet)) {
                found.add(snippet.text().substring(run.start(), run.end()));
            }
        }
        return new Sought(List.copyOf(found));
    }

    /// The same words from one line, as [#written] gives them.
    public static Sought of(String line) {
        return new Sought(List.of(line.split("\n")));
    }

    /// The words in one line, to be handed to another screen.
    public String written() {
        return String.join("\n", words);
    }

    /// Whether nothing is sought.
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /// Where the words stand in a text, in order, none over another.
    public List<Highlight> marksIn(String text) {
        if (isEmpty() || text.isEmpty()) {
            return List.of();
        }
        Folded folded = new Folded(text);
        List<Highlight> marks = new ArrayList<>();
        for (String word : words) {
            folded.find(fold(word), marks);
        }
        marks.sort(Comparator.comparingInt(Highlight::start));
        return List.copyOf(marks);
    }

    /// Highlights with nothing but a space between them are one phrase.
    private static List<Highlight> joined(Hit.Snippet snippet) {
        List<Highlight> runs = new ArrayList<>();
        for (Highlight next : snippet.highlights()) {
            if (!runs.isEmpty()
                    && next.start() >= runs.getLast().end()
                    && snippet.text()
                            .substring(runs.getLast().end(), next.start())
                            .isBlank()) {
                runs.set(runs.size() - 1, new Highlight(runs.getLast().start(), next.end()));
            } else {
                runs.add(next);
            }
        }
        return runs;
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Sought";
    }

    /// A text without case and accents that still knows where each letter came from.
    private static final class Folded {

        private final StringBuilder letters = new StringBuilder();
        private final List<Integer> starts = new ArrayList<>();
        private final List<Integer> ends = new ArrayList<>();

        Folded(String text) {
            for (int at = 0; at < text.length(); ) {
                int next = text.offsetByCodePoints(at, 1);
                String folded = fold(text.substring(at, next));
                boolean secondSpace =
                        folded.equals(" ") && !letters.isEmpty() && letters.charAt(letters.length() - 1) == ' ';
                if (!secondSpace) {
                    append(folded, at, next);
                }
                at = next;
            }
        }

        private void append(String folded, int start, int end) {
            letters.append(folded);
            for (int i = 0; i < folded.length(); i++) {
                starts.add(start);
                ends.add(end);
            }
        }

        void find(String word, List<Highlight> into) {
            for (int at = letters.indexOf(word);
                    at >= 0 && !word.isEmpty();
                    at = letters.indexOf(word, at + word.length())) {
                Highlight mark = new Highlight(starts.get(at), ends.get(at + word.length() - 1));
                if (whole(word, at) && into.stream().noneMatch(other -> overlap(other, mark))) {
                    into.add(mark);
                }
            }
        }

        /// Of words in letters with case or in Arabic, only whole ones; writing without spaces has no such borders.
        private boolean whole(String word, int at) {
            return border(at - 1, word.codePointAt(0))
                    && border(at + word.length(), word.codePointBefore(word.length()));
        }

        private boolean border(int outside, int inside) {
            return outside < 0
                    || outside >= letters.length()
                    || Character.isIdeographic(inside)
                    || !Character.isLetterOrDigit(inside)
                    || !Character.isLetterOrDigit(letters.charAt(outside));
        }

        private static boolean overlap(Highlight a, Highlight b) {
            return a.start() < b.end() && b.start() < a.end();
        }
    }
}
