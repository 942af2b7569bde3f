package org.cairn.ocr;

/// The program did not come to an end with a page.
public final class NotRecognised extends Exception {

    private static final long serialVersionUID = 1L;

    /// Why not.
    public enum Reason {
        /// It took too long.
        TIME("timeLimit"),
        /// It said more than any page holds.
        OUTPUT("outputLimit"),
        /// It broke off, or ran out of memory.
        CRASHED("crashed"),
        /// It could not be started.
        NOT_STARTED("notStarted");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /// The reason's name in readings and ledgers.
        public String code() {
            return code;
        }
    }

    private final Reason reason;

    public NotRecognised(Reason reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
