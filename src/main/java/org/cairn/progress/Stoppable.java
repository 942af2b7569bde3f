package org.cairn.progress;

/// Progress of work that can also be stopped from here: of threads that all end when one must, or of what goes on only
/// as long as somebody waits for it.
public final class Stoppable implements Progress {

    private final Progress watched;
    private volatile boolean stopped;

    /// @param watched is told how far it is, and may stop it too
    public Stoppable(Progress watched) {
        this.watched = watched;
    }

    /// Has it end as soon as it asks.
    public void stop() {
        stopped = true;
    }

    @Override
    public void step(String stage, long done, long total) {
        watched.step(stage, done, total);
    }

    @Override
    public boolean cancelled() {
        return stopped || watched.cancelled();
    }
}
