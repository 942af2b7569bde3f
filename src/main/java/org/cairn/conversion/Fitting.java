package org.cairn.conversion;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How the sheets of a workbook came to stand on pages, and what of the workbook does not.
///
/// @param stripped sheets that are too wide for one page and go on over several side by side
/// @param small sheets whose letters are smaller than people read with ease, since a row or a column leaves no choice
/// @param hiddenSheets that hold something
/// @param hiddenRows that hold something, of sheets that are shown
/// @param hiddenColumns that hold something, of sheets that are shown
/// @param comments beside cells of sheets that are shown
/// @param reckoned cells with the day or with chance, worked out anew when the pages were made
/// @param mergedCut cells made of several that may hold more than is to be seen
/// @param covered cells that hold something and over which such a cell lies
/// @param cut cells whose text is longer than the highest row
public record Fitting(
        int stripped,
        int small,
        int hiddenSheets,
        int hiddenRows,
        int hiddenColumns,
        int comments,
        int reckoned,
        int mergedCut,
        int covered,
        int cut) {

    private static final String NUMBERS = "\\d{1,9}( \\d{1,9}){9}";

    /// As the archive keeps it beside the pages.
    public String written() {
        return Stream.of(
                        stripped,
                        small,
                        hiddenSheets,
                        hiddenRows,
                        hiddenColumns,
                        comments,
                        reckoned,
                        mergedCut,
                        covered,
                        cut)
                .map(String::valueOf)
                .collect(Collectors.joining(" "));
    }

    /// Reads what [#written] wrote.
    public static Optional<Fitting> parse(String written) {
        if (!written.matches(NUMBERS)) {
            return Optional.empty();
        }
        int[] all =
                Arrays.stream(written.split(" ")).mapToInt(Integer::parseInt).toArray();
        return Optional.of(new Fitting(all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7], all[8], all[9]));
    }
}
