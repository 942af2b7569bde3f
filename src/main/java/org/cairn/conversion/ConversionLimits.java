package org.cairn.conversion;

import java.time.Duration;
import org.cairn.outside.RunLimits;

/// What turning one file into another may cost.
///
/// @param time of the program, from its start to its end
/// @param memoryMiB of the program, where the system can hold it to that
/// @param inputBytes a larger file is not handed over
/// @param outputBytes more than this is not taken back
public record ConversionLimits(Duration time, int memoryMiB, long inputBytes, long outputBytes) {

    /// For a laptop: a paper takes four seconds, most of it for the program to start; a book of 800 pages half a
    /// minute.
    public static final ConversionLimits DEFAULT =
            new ConversionLimits(Duration.ofSeconds(180), 4096, 256L << 20, 256L << 20);

    private static final Duration LEAST = Duration.ofSeconds(1);

    /// What the program writes for itself, such as its settings.
    private static final long OWN = 64L << 20;

    /// What a first of two steps may take.
    ConversionLimits half() {
        return new ConversionLimits(time.dividedBy(2), memoryMiB, inputBytes, outputBytes);
    }

    /// What is left for a next step of the same.
    ConversionLimits after(Duration spent) {
        Duration left = time.minus(spent);
        return new ConversionLimits(
                left.compareTo(LEAST) < 0 ? LEAST : left, memoryMiB, Math.max(inputBytes, outputBytes), outputBytes);
    }

    RunLimits run(long input) {
        return new RunLimits(time, memoryMiB, input + outputBytes + OWN);
    }
}
