package org.cairn.intake;

import java.util.List;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;

/// What came of reading a file.
///
/// @param reading how far it could be read
/// @param passages its text, in order
/// @param opened the passwords that opened it, or something inside it
public record ReadResult(Reading reading, List<Passage> passages, Passwords opened) {
    public ReadResult {
        passages = List.copyOf(passages);
    }

    @Override
    public String toString() {
        return "ReadResult " + reading.status();
    }
}
