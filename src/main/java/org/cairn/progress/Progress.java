package org.cairn.progress;

/// Where long work reports how far it is, and asks whether somebody wants it to stop.
///
/// Implementations may be called from any thread, often: they must return at once.
public interface Progress {

    /// Says that `done` of `total` units of the named stage are finished.
    ///
    /// @param stage a stable code of the stage (`hash`, `seal`, `extract`, `index`, `write`…), never a file's name
    /// @param done units finished so far, 0 or more
    /// @param total units in all, or 0 where nobody can know
    void step(String stage, long done, long total);

    /// Whether the person asked for the work to stop.
    boolean cancelled();

    /// Stops the work by exception when the person asked for it: call it between two whole steps.
    ///
    /// @throws CancelledException when [#cancelled()] is true
    default void checkCancelled() {
        if (cancelled()) {
            throw new CancelledException();
        }
    }

    /// The same for work that is part of other work: it is stopped with this, and tells nobody how far it is.
    default Progress untold() {
        Progress told = this;
        return new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                // how far the whole is, is told by whoever does the whole
            }

            @Override
            public boolean cancelled() {
                return told.cancelled();
            }
        };
    }

    /// A progress nobody looks at and nobody cancels.
    static Progress none() {
        return Unwatched.INSTANCE;
    }
}
