package org.cairn.outside;

/// A program did not come to a good end.
public final class RunFailed extends Exception {

    private static final long serialVersionUID = 1L;

    /// Why not.
    public enum Reason {
        /// It took too long.
        TIME,
        /// It wrote more than it may.
        OUTPUT,
        /// It broke off, or said that it cannot.
        CRASHED,
        /// It could not be started.
        NOT_STARTED
    }

    private final Reason reason;

    RunFailed(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    /// Why not.
    public Reason reason() {
        return reason;
    }
}
