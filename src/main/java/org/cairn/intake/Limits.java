package org.cairn.intake;

import java.time.Duration;

/// What one file may cost.
///
/// @param time for one file, counted from when its bytes have been handed over
/// @param memoryMiB heap of a worker, in MiB
/// @param textCharacters how much text of one file is kept
/// @param workers how many files are read at once
/// @param largest a file of more bytes is not handed to a worker whole: of one that can be read from any place, the
///     parts are handed over that are asked for
public record Limits(Duration time, int memoryMiB, int textCharacters, int workers, long largest) {

    private static final long LARGEST = 600L * 1024 * 1024;
    /// How many bytes of a large file bring a second more.
    private static final long A_SECOND = 5L * 1024 * 1024;

    /// For a laptop with two cores.
    public static final Limits DEFAULT = new Limits(Duration.ofSeconds(60), 512, 20_000_000, 2);

    public Limits(Duration time, int memoryMiB, int textCharacters, int workers) {
        this(time, memoryMiB, textCharacters, workers, LARGEST);
    }

    /// How long reading a file may take: a store of many gigabytes takes its time.
    Duration of(long size) {
        return size > largest ? time.plusSeconds((size - largest) / A_SECOND) : time;
    }

    /// How long a second reading may take when the first took too long. It has the machine to itself: half the time
    /// brings it as far as the whole time did beside a neighbour, and a file that would never end is known sooner.
    Duration second(long size) {
        return of(size).dividedBy(2);
    }
}
