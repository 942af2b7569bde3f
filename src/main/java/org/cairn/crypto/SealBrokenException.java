package org.cairn.crypto;

import java.io.IOException;

/// A sealed stream was changed or cut off, or is read with another key or context; a failing disk is another matter.
public final class SealBrokenException extends IOException {

    private static final long serialVersionUID = 1L;

    public SealBrokenException() {
        super("the seal is broken");
    }
}
