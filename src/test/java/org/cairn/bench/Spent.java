package org.cairn.bench;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// What some work cost: by the clock, of the processor (this program and every process it started), and how full this
/// program's heap was at most.
record Spent(double seconds, double own, double started, long heap) {

    private static final int LOOK_MILLIS = 20;
    /// Asking the system for processes costs more than asking for memory.
    private static final int LOOKS_A_SECOND_OR_SO = 25;

    static Spent by(Runnable work) {
        System.gc();
        Watch watch = new Watch();
        Thread looking = Thread.ofPlatform().daemon().start(watch);
        Duration before = ownProcessor();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        watch.over.set(true);
        try {
            looking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Spent(seconds, millis(ownProcessor().minus(before)), watch.children(), watch.heap);
    }

    double processor() {
        return own + started;
    }

    private static double millis(Duration time) {
        return time.toMillis() / 1e3;
    }

    private static Duration ownProcessor() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    @Override
    public String toString() {
        return "%.1f s, %.1f s of the processor (%.1f here, %.1f in processes started), heap at most %,d MB"
                .formatted(seconds, processor(), own, started, heap >> 20);
    }

    /// Looks now and then, for nobody counts what ended processes had cost.
    private static final class Watch implements Runnable {
        private final AtomicBoolean over = new AtomicBoolean();
        private final Map<Long, Double> processes = new ConcurrentHashMap<>();
        /// What processes that stood ready had cost before.
        private final Map<Long, Double> before;

        private long heap;
        private int looks;

        Watch() {
            lookAtProcesses();
            before = Map.copyOf(processes);
        }

        @Override
        public void run() {
            while (!over.get()) {
                heap = Math.max(
                        heap,
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
                if (looks++ % LOOKS_A_SECOND_OR_SO == 0) {
                    lookAtProcesses();
                }
                try {
                    Thread.sleep(LOOK_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        private void lookAtProcesses() {
            ProcessHandle.current()
                    .descendants()
                    .forEach(process -> process.info()
                            .totalCpuDuration()
                            .ifPresent(time -> processes.merge(process.pid(), millis(time), Math::max)));
        }

        double children() {
            return processes.entrySet().stream()
                    .mapToDouble(process -> process.getValue() - before.getOrDefault(process.getKey(), 0.0))
                    .sum();
        }
    }
}
