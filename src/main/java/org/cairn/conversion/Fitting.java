package org.cairn.conversion;

import java.util.Arrays;
import java.util.Optional;

/// How the sheets of a workbook came to stand on pages, and what of the workbook does not.
///
/// @param stripped sheets that are too wide for one page and go on over several side by side
/// @param small sheets whose letters are smaller than people read with ease, since a row or a column leaves no choice
/// @param hiddenSheets that hold something
/// @param hiddenRows that hold something, of sheets that are shown
/// @param hiddenColumns that hold something, of sheets that are shown
/// @param comments beside cells of sheets that are shown
public record Fitting(int stripped, int small, int hiddenSheets, int hiddenRows, int hiddenColumns, int comments) {

    private static final String NUMBERS = "\\d{1,9}( \\d{1,9}){5}";

    /// As the archive keeps it beside the pages.
    public String written() {
        return stripped + " " + small + " " + hiddenSheets + " " + hiddenRows + " " + hiddenColumns + " " + comments;
    }

    /// Reads what [#written] wrote.
    public static Optional<Fitting> parse(String written) {
        if (!written.matches(NUMBERS)) {
            return Optional.empty();
        }
        int[] numbers =
                Arrays.stream(written.split(" ")).mapToInt(Integer::parseInt).toArray();
        return Optional.of(new Fitting(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]));
    }
}
