package org.cairn.ocr;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.reading.WordPlace;

/// Which of several readings of one page knows what another does not: a page in two scripts is read well in neither
/// language, but each of them knows its own lines.
final class Complement {

    /// A word less sure than this may be a picture of something in another script.
    private static final int STRONG = 80;

    /// Fewer letters than this are a name or a stamp, and not worth reading the page again.
    private static final int LEAST_LETTERS = 16;

    private Complement() {}

    /// The reading that knows most, and the one that knows most of the rest; nothing where the rest is hardly anything.
    static Optional<List<Recognised>> of(Collection<Recognised> readings) {
        Optional<Recognised> most = readings.stream().max(Comparator.comparingLong(one -> letters(strong(one))));
        return most.flatMap(first -> readings.stream()
                .filter(other -> letters(beyond(other, first)) >= LEAST_LETTERS)
                .max(Comparator.comparingLong(other -> letters(beyond(other, first))))
                .map(second -> List.of(first, second)));
    }

    private static List<WordPlace> strong(Recognised read) {
        return read.words().stream().filter(word -> word.confidence() >= STRONG).toList();
    }

    /// Where the other one is sure and this one is not.
    private static List<WordPlace> beyond(Recognised other, Recognised known) {
        List<WordPlace> sure = strong(known);
        return strong(other).stream()
                .filter(word -> sure.stream().noneMatch(there -> overlap(word, there)))
                .toList();
    }

    private static boolean overlap(WordPlace one, WordPlace other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    private static long letters(List<WordPlace> words) {
        return words.stream().mapToLong(word -> word.end() - word.start()).sum();
    }
}
