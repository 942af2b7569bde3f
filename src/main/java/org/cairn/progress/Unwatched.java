package org.cairn.progress;

/// The progress of work that nobody looks at.
enum Unwatched implements Progress {
    INSTANCE;

    @Override
    public void step(String stage, long done, long total) {
        // nobody looks
    }

    @Override
    public boolean cancelled() {
        return false;
    }
}
