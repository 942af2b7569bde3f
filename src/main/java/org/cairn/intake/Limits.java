package org.cairn.intake;

import java.time.Duration;

/// What one file may cost.
///
/// @param time for one file, counted from when its bytes have been handed over
/// @param memoryMiB heap of a worker, in MiB
/// @param textCharacters how much text of one file is kept
/// @param workers how many files are read at once
public record Limits(Duration time, int memoryMiB, int textCharacters, int workers) {

    /// For a laptop with two cores.
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(60), 512, 20_000_000, 2);

    /// How long a second reading may take when the first took too long. It has the machine to itself: half the time
    /// brings it as far as the whole time did beside a neighbour, and a file that would never end is known sooner.
    Duration second() {
        return time.dividedBy(2);
    }
}
