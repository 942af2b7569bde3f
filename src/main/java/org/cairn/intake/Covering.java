package org.cairn.intake;

import java.util.Optional;
import org.cairn.domain.reading.Extent;

/// Counts the rows of a sheet, or the messages of a chat, while their text is gathered, so that each part knows which
/// of them it holds.
final class Covering {

    private final Extent.Counted of;
    private String within = "";
    private int current;
    private int first = 1;

    Covering(Extent.Counted of) {
        this.of = of;
    }

    /// Another sheet or chat begins, with a row or message 1 of its own.
    void within(String name) {
        within = name;
        current = 0;
        first = 1;
    }

    /// The next row or message begins.
    void begin() {
        current++;
    }

    /// A row begins whose number is known; what lies between is empty.
    void begin(int number) {
        first = first == current + 1 ? Math.max(number, 1) : first;
        current = Math.max(number, 1);
    }

    int current() {
        return current;
    }

    /// What a part that is ready now holds, and where the next one begins.
    ///
    /// @param lineEnds whether it ends with a row or message, and the rest is of the next
    /// @param more whether there is text after it that was gathered already
    Optional<Extent> cut(boolean lineEnds, boolean more) {
        int last = lineEnds && more ? current - 1 : current;
        int from = Math.min(first, last);
        first = lineEnds ? last + 1 : current;
        return last < 1 ? Optional.empty() : Optional.of(new Extent(of, from, last, within));
    }
}
