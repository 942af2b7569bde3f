package org.cairn.progress;

/// The person asked for the work to stop: not an error, and never shown as one.
public final class CancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Carries no stack and no words: there is nothing to explain.
    public CancelledException() {
        super("cancelled", null, false, false);
    }
}
