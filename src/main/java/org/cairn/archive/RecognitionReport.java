package org.cairn.archive;

import java.util.List;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.RecognisedPage;

/// What came of recognising: page by page, in the order in which they were kept.
public record RecognitionReport(List<Line> lines) {

    public RecognitionReport {
        lines = List.copyOf(lines);
    }

    /// One page of one item.
    public record Line(Reference reference, RecognisedPage page) {

        @Override
        public String toString() {
            return "Line " + page.outcome();
        }
    }

    /// How many pages went like this.
    public long count(RecognisedPage.Outcome outcome) {
        return lines.stream().filter(line -> line.page().outcome() == outcome).count();
    }

    @Override
    public String toString() {
        return "RecognitionReport of " + lines.size();
    }
}
