package org.cairn.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Pages of a document, counted from 1, as people write them: `4-9, 12`. No ranges at all are all pages.
///
/// @param ranges in order, none touching another
public record PageRanges(List<Range> ranges) {

    /// Every page.
    public static final PageRanges ALL = new PageRanges(List.of());

    private static final int LAST = 1_000_000;

    public PageRanges {
        ranges = List.copyOf(ranges);
        int after = 0;
        for (Range range : ranges) {
            if (range.first() <= after) {
                throw new ArchiveException.InvalidInput("pages", "unknownValue");
            }
            after = range.last();
        }
    }

    /// Pages that follow one another.
    ///
    /// @param first from 1
    /// @param last the same or a later one
    public record Range(int first, int last) {
        public Range {
            if (first < 1 || last < first || last > LAST) {
                throw new ArchiveException.InvalidInput("pages", "unknownValue");
            }
        }

        @Override
        public String toString() {
            return first == last ? String.valueOf(first) : first + "-" + last;
        }
    }

    /// Reads `4-9, 12`; a dash of any length is one.
    ///
    /// @throws ArchiveException.InvalidInput when it is written otherwise, or goes backwards
    public static PageRanges parse(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split("[,;،、]")) {
            String plain = part.strip();
            if (!plain.isEmpty()) {
                ranges.add(range(plain));
            }
        }
        return new PageRanges(ranges);
    }

    private static Range range(String text) {
        String[] ends = text.split("[-\u2010-\u2015]", -1);
        if (ends.length > 2) {
            throw new ArchiveException.InvalidInput("pages", "unknownValue");
        }
        int first = number(ends[0]);
        return new Range(first, ends.length == 1 ? first : number(ends[1]));
    }

    /// Digits of any script.
    private static int number(String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new ArchiveException.InvalidInput("pages", "unknownValue");
        }
    }

    /// Whether it is every page.
    public boolean all() {
        return ranges.isEmpty();
    }

    /// Whether a page is one of them.
    public boolean has(int page) {
        return all() || ranges.stream().anyMatch(range -> range.first() <= page && page <= range.last());
    }

    /// Which of these pages a page is, from 1; 0 where it is none of them.
    public int place(int page) {
        int before = 0;
        for (Range range : ranges) {
            if (range.first() <= page && page <= range.last()) {
                return before + page - range.first() + 1;
            }
            before += range.last() - range.first() + 1;
        }
        return all() ? page : 0;
    }

    /// The last page that a document needs to have for all of them to be there; 0 where it is every page.
    public int last() {
        return all() ? 0 : ranges.getLast().last();
    }

    @Override
    public String toString() {
        return ranges.stream().map(Range::toString).collect(Collectors.joining(", "));
    }
}
