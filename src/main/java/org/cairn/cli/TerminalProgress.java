package org.cairn.cli;

import java.io.PrintStream;
import org.cairn.i18n.Messages;
import org.cairn.progress.Progress;
import org.jspecify.annotations.Nullable;

/// A line that is written over while work goes on; nothing at all where there is no terminal.
final class TerminalProgress implements Progress {

    private static final long LEAST_NANOS = 100_000_000L;

    private final @Nullable PrintStream terminal;
    private final Messages messages;
    private long lastShown;

    TerminalProgress(@Nullable PrintStream terminal, Messages messages) {
        this.terminal = terminal;
        this.messages = messages;
    }

    @Override
    public synchronized void step(String stage, long done, long total) {
        long now = System.nanoTime();
        if (terminal == null || (now - lastShown < LEAST_NANOS && done != total)) {
            return;
        }
        lastShown = now;
        String name = messages.has("stage." + stage) ? messages.text("stage." + stage) : stage;
        terminal.printf("\r%-40s", total > 0 ? name + " " + done + "/" + total : name + " " + done);
        if (done == total) {
            terminal.print("\r" + " ".repeat(40) + "\r");
        }
        terminal.flush();
    }

    @Override
    public boolean cancelled() {
        return Thread.currentThread().isInterrupted();
    }
}
