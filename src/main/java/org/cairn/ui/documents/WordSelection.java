package org.cairn.ui.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.drawing.Box;
import org.cairn.drawing.Word;

/// Words that are marked out, from one to another in the order in which they are read; both included.
///
/// @param from where marking out began; it may stand after where it ended
public record WordSelection(Spot from, Spot to) {

    /// One word: its page, from 1, and its number on it, from 0.
    public record Spot(int page, int word) implements Comparable<Spot> {
        @Override
        public int compareTo(Spot other) {
            return page == other.page ? Integer.compare(word, other.word) : Integer.compare(page, other.page);
        }
    }

    Spot first() {
        return from.compareTo(to) <= 0 ? from : to;
    }

    Spot last() {
        return from.compareTo(to) <= 0 ? to : from;
    }

    /// The words of a page that are in it.
    List<Word> on(int page, List<Word> words) {
        if (page < first().page() || page > last().page() || words.isEmpty()) {
            return List.of();
        }
        int start = page == first().page() ? Math.clamp(first().word(), 0, words.size()) : 0;
        int end = page == last().page() ? Math.clamp(last().word() + 1L, start, words.size()) : words.size();
        return words.subList(start, end);
    }

    /// One box for words beside one another on a line.
    static List<Box> boxes(List<Word> words) {
        List<Box> boxes = new ArrayList<>();
        int line = -1;
        for (Word word : words) {
            if (word.line() == line) {
                boxes.set(boxes.size() - 1, boxes.getLast().around(word.box()));
            } else {
                boxes.add(word.box());
            }
            line = word.line();
        }
        return boxes;
    }

    /// The words as text: a line for each line.
    static String text(List<Word> words) {
        StringBuilder text = new StringBuilder();
        int line = words.isEmpty() ? 0 : words.getFirst().line();
        for (Word word : words) {
            if (!text.isEmpty()) {
                text.append(word.line() == line ? ' ' : '\n');
            }
            text.append(word.text());
            line = word.line();
        }
        return text.toString();
    }

    /// The word at a place of a page, or the nearest on the line there.
    static Optional<Integer> at(List<Word> words, double x, double y) {
        int best = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < words.size(); i++) {
            Box box = words.get(i).box();
            double besides = beyond(x, box.x(), box.x() + box.width());
            // another line is farther than any word of this one
            double distance = besides + 10 * beyond(y, box.y(), box.y() + box.height());
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return best < 0 ? Optional.empty() : Optional.of(best);
    }

    private static double beyond(double at, double start, double end) {
        return Math.max(0, Math.max(start - at, at - end));
    }
}
