package org.cairn.bundle.check;

import java.io.IOException;
import org.cairn.drawing.Dots;

/// Reads the words of a picture, where there is a program that can.
@FunctionalInterface
public interface PictureWords {

    /// The words that can be read on it; none where there are none.
    ///
    /// @throws IOException when it cannot be read at all
    String read(Dots picture) throws IOException;
}
