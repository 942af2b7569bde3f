package org.cairn.drawing;

import java.time.Duration;

/// What looking at one file may cost.
///
/// @param time for one page, not counting what the program needs to hand over bytes
/// @param memoryMiB heap of a process, in MiB
/// @param kept how many processes wait for the next file when none is looked at
public record DrawingLimits(Duration time, int memoryMiB, int kept) {

    /// For a laptop with two cores.
    public static final DrawingLimits DEFAULT = new DrawingLimits(Duration.ofSeconds(20), 512, 1);

    /// Where two draw at the same time, one file after another: a process takes as long to start as ten pages to draw.
    public static final DrawingLimits FOR_MANY = new DrawingLimits(DEFAULT.time(), DEFAULT.memoryMiB(), 2);
}
