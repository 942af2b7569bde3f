package org.cairn.audio.flac;

import java.io.IOException;

/// What stands here is no frame, or no longer the one that was written.
final class BrokenFrameException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenFrameException() {
        super("no whole frame");
    }
}
