package org.cairn.pdf;

import java.io.InterruptedIOException;

/// Ends work whose time is over, where the thread that does it was interrupted.
final class Stopped {

    private Stopped() {}

    /// The thread stays interrupted, so that whatever else it does ends too.
    static void check() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("its time is over");
        }
    }
}
