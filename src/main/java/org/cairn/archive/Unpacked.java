package org.cairn.archive;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;

/// What came out of one file that was offered, at all depths, and what may come out of it at most: so many items, so
/// many bytes, so much time for reading them. An honest file stays far below each; a bomb ends there, and so does a
/// nest of files each of which takes its whole time.
final class Unpacked {

    private static final long MIB = 1024L * 1024;
    private static final long GIB = 1024 * MIB;

    private static final int LEAST_ITEMS = 60_000;
    private static final int MOST_ITEMS = 1_000_000;
    private static final long SMALLEST_ITEM = 8 * 1024;

    private static final long RATIO = 200;
    private static final long LEAST_BYTES = 2 * GIB;
    private static final long MOST_BYTES = 16 * GIB;
    /// However large a file is, all of it may come out of it, and once more what that holds.
    private static final long COPIES = 3;

    private static final Duration LEAST_TIME = Duration.ofMinutes(5);
    private static final Duration TIME_FOR_A_MIB = Duration.ofSeconds(30);

    private final long mostItems;
    private final long mostBytes;
    private final long mostNanos;
    private long items;
    private long bytes;
    private long nanos;

    private Unpacked(long mostItems, long mostBytes, Duration most) {
        this.mostItems = mostItems;
        this.mostBytes = mostBytes;
        this.mostNanos = most.toNanos();
    }

    /// @param size of the file that was offered
    static Unpacked of(long size) {
        return new Unpacked(
                Math.clamp(size / SMALLEST_ITEM, LEAST_ITEMS, MOST_ITEMS),
                Math.clamp(size * RATIO, LEAST_BYTES, Math.max(MOST_BYTES, size * COPIES)),
                LEAST_TIME.plus(TIME_FOR_A_MIB.multipliedBy(size / MIB)));
    }

    synchronized void count(long size) {
        items++;
        bytes += size;
    }

    /// Reading something that lies inside took so long.
    synchronized void spent(long time) {
        nanos += time;
    }

    /// How many came out until now.
    synchronized long items() {
        return items;
    }

    /// Why nothing more is taken out, or read, of it; empty while there is no reason.
    synchronized String full() {
        if (items >= mostItems || bytes >= mostBytes) {
            return "tooMuchInside";
        }
        return outOfTime() ? "tooLongInside" : "";
    }

    synchronized boolean outOfTime() {
        return nanos >= mostNanos;
    }

    /// What is told of a file for which no time was left.
    static Reading unread() {
        return new Reading(
                ReadingStatus.UNREADABLE,
                "tooLongInside",
                "application/octet-stream",
                0,
                0,
                Optional.empty(),
                0,
                0,
                Map.of());
    }
}
