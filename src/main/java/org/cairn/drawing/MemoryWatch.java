package org.cairn.drawing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Ends a drawing process whose memory grows beyond the heap: the JDK's picture readers hold some that it does not
/// count. Only where the system says how much a process holds.
final class MemoryWatch {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final int BESIDE_THE_HEAP_MIB = 400;
    private static final int OUT_OF_MEMORY = 3;

    private MemoryWatch() {}

    static void begin(int heapMiB) {
        long most = (heapMiB + (long) BESIDE_THE_HEAP_MIB) * 1024;
        if (Files.isReadable(STATUS)) {
            Thread.ofPlatform().daemon().name("memory").start(() -> watch(most));
        }
    }

    private static void watch(long mostKib) {
        while (residentKib() < mostKib) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        Runtime.getRuntime().halt(OUT_OF_MEMORY);
    }

    private static long residentKib() {
        try {
            for (String line : Files.readAllLines(STATUS, StandardCharsets.ISO_8859_1)) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException | NumberFormatException e) {
            // not said this time
        }
        return 0;
    }
}
