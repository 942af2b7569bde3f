package org.cairn.search;

import java.util.List;
import java.util.Optional;
import org.cairn.domain.search.TermsReport;

/// What each of several requests finds, counted.
///
/// @param lines one for each request, in their order
/// @param items how many items at least one of them finds
/// @param passages how many passages
public record Tally(List<Line> lines, long items, long passages) {

    public Tally {
        lines = List.copyOf(lines);
    }

    /// What one request finds.
    ///
    /// @param unique items that none of the others finds
    /// @param misread why it is no query, empty where it is one
    public record Line(long items, long passages, long unique, Optional<TermsReport.Misread> misread) {}
}
