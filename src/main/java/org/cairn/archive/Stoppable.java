package org.cairn.archive;

import org.cairn.progress.Progress;

/// Progress of work in several threads, all of which end when one of them must.
final class Stoppable implements Progress {

    private final Progress watched;
    private volatile boolean stopped;

    Stoppable(Progress watched) {
        this.watched = watched;
    }

    void stop() {
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
