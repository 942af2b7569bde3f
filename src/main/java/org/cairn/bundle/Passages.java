package org.cairn.bundle;

import java.util.List;
import org.cairn.domain.reading.Passage;

/// The text that could be read of a file, fetched when its exhibit is set and let go after it: a bundle may be of
/// thousands of pages, and most of them are inserted as they are.
@FunctionalInterface
public interface Passages {

    /// All of it, in order; asked again, it is fetched again.
    List<Passage> read();
}
