package org.cairn.bench;

import java.util.ArrayList;
import java.util.List;

/// How long something took each time, in milliseconds by the clock.
final class Latencies {

    private final List<Double> all = new ArrayList<>();

    /// Does something, to be counted or not.
    @FunctionalInterface
    interface Timed<T> {
        T done() throws Exception;
    }

    <T> T time(Timed<T> timed) throws Exception {
        long start = System.nanoTime();
        T done = timed.done();
        all.add((System.nanoTime() - start) / 1e6);
        return done;
    }

    void add(double millis) {
        all.add(millis);
    }

    void add(Latencies others) {
        all.addAll(others.all);
    }

    double percentile(int percent) {
        double[] sorted = all.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    double longest() {
        return percentile(100);
    }

    int count() {
        return all.size();
    }
}
