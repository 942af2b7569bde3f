package org.cairn.archive;

import java.util.function.Supplier;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;

/// Whether the archive is being locked: work in the background ends at its next step, so that neither a long index nor
/// a thousand files keep the keys in memory.
final class Closing {

    private volatile boolean begun;

    void begin() {
        begun = true;
    }

    boolean begun() {
        return begun;
    }

    /// @throws CancelledException once the archive is being locked
    void check() {
        if (begun) {
            throw new CancelledException();
        }
    }

    /// The same progress, which also asks to stop once the archive is being locked.
    Progress watching(Progress progress) {
        return new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                progress.step(stage, done, total);
            }

            @Override
            public boolean cancelled() {
                return begun || progress.cancelled();
            }
        };
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
