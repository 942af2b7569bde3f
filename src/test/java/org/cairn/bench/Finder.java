package org.cairn.bench;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.OptionalDouble;

/// A program that finds passages, ours or another.
interface Finder extends AutoCloseable {

    String name();

    /// How many passages it is given.
    int passages();

    /// Rounds after which it is as fast as it gets.
    int warming();

    /// Makes its index of all passages, anew where it has one.
    ///
    /// @return how many seconds that took, without the making of the passages
    double index() throws Exception;

    /// Opens the index that was made; what was open is closed first.
    void open() throws Exception;

    /// Asks for how many there are and the best 20 with snippets, and for facets where it can count them.
    ///
    /// @return how many it finds, items or passages
    long ask(Question question) throws Exception;

    /// Takes in an item as it is now, so that it is found from then on and stays.
    void change(int item) throws Exception;

    /// The most frequent words that begin like this; none where it suggests nothing.
    List<String> beginning(String letters) throws Exception;

    /// How many milliseconds the first question takes in a program just started, its index just opened; nothing where
    /// it makes no difference.
    default OptionalDouble first(Question question) throws Exception {
        return OptionalDouble.empty();
    }

    /// Bytes of its index.
    long size() throws Exception;

    /// What its process has used of the processor, in seconds.
    default double processor() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() / 1e9
                : Double.NaN;
    }

    @Override
    void close() throws Exception;
}
