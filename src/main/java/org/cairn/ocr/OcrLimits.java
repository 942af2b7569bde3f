package org.cairn.ocr;

import java.time.Duration;

/// What recognising one page may cost.
///
/// @param time for one run of the program over one page
/// @param memoryMiB of the program, where the system can hold it to that
/// @param outputBytes more than this is no page
public record OcrLimits(Duration time, int memoryMiB, int outputBytes) {

    /// For a laptop: a page takes two or three seconds, a bad one may take twenty.
    public static final OcrLimits DEFAULT = new OcrLimits(Duration.ofSeconds(120), 2048, 16 << 20);
}
