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
    private int columns;

    private TerminalProgress(@Nullable PrintStream terminal, Words words) {
        this.terminal = terminal;
        this.messages = words.area("cli");
    }

    static TerminalProgress on(PrintStream terminal, Words words) {
        return new TerminalProgress(terminal, words);
    }

    static TerminalProgress none(Words words) {
        return new TerminalProgress(null, words);
    }

    @Override
    public synchronized void step(String stage, long done, long total) {
        long now = System.nanoTime();
        if (terminal == null || (now - lastShown < LEAST_NANOS && done != total)) {
            return;
        }
        lastShown = now;
        wipe(terminal);
        if (done != total) {
            String name = messages.has("stage." + stage) ? messages.text("stage." + stage) : stage;
            show(terminal, total > 0 ? name + " " + done + "/" + total : name + " " + done);
        }
        terminal.flush();
    }

    private void show(PrintStream on, String text) {
        on.print(text);
        columns = Columns.width(text);
    }

    /// Blanks are older than every terminal.
    private void wipe(PrintStream on) {
        if (columns > 0) {
            on.print("\r" + " ".repeat(columns) + "\r");
            columns = 0;
        }
    }

    /// Takes the bar away, lets a line be written in its place, and nothing in between.
    synchronized void asideFor(Runnable line) {
        if (terminal != null) {
            wipe(terminal);
            terminal.flush();
        }
        line.run();
    }

    @Override
    public boolean cancelled() {
        return Thread.currentThread().isInterrupted();
    }
}
