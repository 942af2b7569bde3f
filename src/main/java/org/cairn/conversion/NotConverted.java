package org.cairn.conversion;

import org.cairn.outside.RunFailed;

/// The file is whole as it came, but the program made nothing of it: that is no damage to the archive.
public final class NotConverted extends Exception {

    private static final long serialVersionUID = 1L;

    /// Why not.
    public enum Reason {
        /// It took too long.
        TIME("timeLimit"),
        /// What it made is larger than anybody looks at.
        OUTPUT("outputLimit"),
        /// The file is larger than can be handed over.
        INPUT("inputLimit"),
        /// The program broke off, or ran out of memory, or cannot read the file.
        CRASHED("crashed"),
        /// A password is needed that nobody has given.
        LOCKED("locked"),
        /// The program is not there, or cannot be started.
        NOT_STARTED("notStarted"),
        /// This system has no folder that lies in memory, and nothing may lie on a disk in clear.
        NO_FOLDER("noFolder");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /// The reason's name in messages.
        public String code() {
            return code;
        }
    }

    private final Reason reason;

    public NotConverted(Reason reason) {
        super(reason.code(), null, false, false);
        this.reason = reason;
    }

    static NotConverted because(RunFailed failure) {
        return new NotConverted(
                switch (failure.reason()) {
                    case TIME -> Reason.TIME;
                    case OUTPUT -> Reason.OUTPUT;
                    case CRASHED -> Reason.CRASHED;
                    case NOT_STARTED -> Reason.NOT_STARTED;
                });
    }

    /// Why not.
    public Reason reason() {
        return reason;
    }
}
