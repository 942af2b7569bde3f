package org.cairn.outside;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A process and everything it started, also what let go of it: such are known by the folder they were given.
final class Tree {

    private static final int PATIENCE_SECONDS = 5;

    private final Process process;
    private final String folder;
    private final Set<ProcessHandle> started = ConcurrentHashMap.newKeySet();

    Tree(Process process, Path folder) {
        this.process = process;
        this.folder = folder.toString();
    }

    /// Remembers what it has started until now.
    void look() {
        process.descendants().forEach(started::add);
    }

    /// Ends all of it, and waits until it is gone.
    void end() {
        look();
        process.destroyForcibly();
        Stream.concat(started.stream(), orphans()).forEach(ProcessHandle::destroyForcibly);
        orphans().forEach(ProcessHandle::destroyForcibly);
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            for (ProcessHandle one : started) {
                one.onExit()
                        .completeOnTimeout(one, PATIENCE_SECONDS, TimeUnit.SECONDS)
                        .join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Stream<ProcessHandle> orphans() {
        return ProcessHandle.allProcesses().filter(this::named);
    }

    private boolean named(ProcessHandle other) {
        return other.pid() != ProcessHandle.current().pid()
                && other.info()
                        .arguments()
                        .filter(given -> Arrays.stream(given).anyMatch(word -> word.contains(folder)))
                        .isPresent();
    }
}
