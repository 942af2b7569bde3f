package org.cairn.intake;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The programs that a reading process has started: they end with the file they were started for, also when the
/// process died before them and they are nobody's children any more.
final class Offspring {

    private final Process parent;
    private final Set<ProcessHandle> started = ConcurrentHashMap.newKeySet();

    Offspring(Process parent) {
        this.parent = parent;
    }

    /// @param number what the process says of its child; believed only where it is one
    void add(long number) {
        parent.descendants().filter(process -> process.pid() == number).forEach(started::add);
    }

    void end() {
        started.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
        started.clear();
    }
}
