package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.cairn.domain.PlaceInside;

/// Takes what is found inside a file: attachments of a message, members of an archive.
public interface ChildSink {

    /// One child, in the order it was found.
    ///
    /// @param name a plain file name: never a path
    /// @param bytes to be read to the end or left; closed by the caller. They fail when the child turns out to be
    /// broken
    ///     off in the middle: whoever keeps it must let it go then, and let that failure through
    void child(String name, InputStream bytes) throws IOException;

    /// One child, with where it lay.
    ///
    /// @param place where that is more than its name
    default void child(String name, Optional<PlaceInside> place, InputStream bytes) throws IOException {
        child(name, bytes);
    }

    /// The file is read anew from the start: what was found until now will be found again.
    void again();
}
