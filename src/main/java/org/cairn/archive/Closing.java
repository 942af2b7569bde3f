package org.cairn.archive;

import java.util.function.Supplier;
import org.cairn.progress.CancelledException;

/// Whether the archive is being locked: work in the background ends at its next step, so that neither a long index nor
/// a thousand files keep the keys in memory.
final class Closing {

    private volatile boolean begun;

    void begin() {
        begun = true;
    }

    /// @throws CancelledException once the archive is being locked
    void check() {
        if (begun) {
            throw new CancelledException();
        }
    }

    /// Work that the locking may overtake: that database, index or keys are closed under it is no fault then.
    <T> T mayOvertake(Supplier<T> work) {
        try {
            return work.get();
        } catch (IllegalStateException e) {
            check();
            throw e;
        }
    }
}
