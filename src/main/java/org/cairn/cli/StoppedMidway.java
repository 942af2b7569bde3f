package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Something went wrong after part of the work was done and kept: what was kept must still be told.
final class StoppedMidway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ObjectNode done;
    private final RuntimeException reason;

    StoppedMidway(ObjectNode done, RuntimeException reason) {
        super("stoppedMidway", reason);
        this.done = done;
        this.reason = reason;
    }

    /// The document of what was done.
    ObjectNode done() {
        return done;
    }

    RuntimeException reason() {
        return reason;
    }
}
