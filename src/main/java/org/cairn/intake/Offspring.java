package org.cairn.intake;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

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
        ProcessHandle.of(number).filter(this::descends).ifPresent(started::add);
    }

    // asked upwards: to look for all descendants is to look through all processes of the computer
    private boolean descends(ProcessHandle process) {
        return Stream.iterate(process.parent(), Optional::isPresent, above -> above.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream)
                .anyMatch(above -> above.pid() == parent.pid());
    }

    void end() {
        // those of one that has ended are nobody's any more, and are not found through it
        started.stream().filter(ProcessHandle::isAlive).forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        });
        started.clear();
    }
}
