package org.cairn.crypto;

/// Sealed bytes are not those that were sealed, or not with this key or in this context: which of them is not known.
public final class TamperedException extends Exception {

    private static final long serialVersionUID = 1L;

    public TamperedException() {
        super("the seal is broken");
    }
}
