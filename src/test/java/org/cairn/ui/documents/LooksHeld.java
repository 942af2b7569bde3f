package org.cairn.ui.documents;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.PassedOn;

/// Looks at documents that stand still until a test lets them go on.
final class LooksHeld extends PassedOn {

    private final DirectTasks timed;
    private final Deque<Runnable> held = new ArrayDeque<>();

    LooksHeld() {
        this(new DirectTasks());
    }

    private LooksHeld(DirectTasks timed) {
        super(timed);
        this.timed = timed;
    }

    /// Does all that was begun, and what is begun meanwhile.
    void finishAll() {
        while (!held.isEmpty()) {
            held.removeFirst().run();
        }
    }

    /// Lets the time of every timer come once.
    void tick() {
        timed.tick();
    }

    @Override
    public <T> void look(Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> otherwise) {
        held.add(() -> direct.look(work, then, otherwise));
    }
}
