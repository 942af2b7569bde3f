package org.cairn.bundle;

import java.util.List;
import java.util.Optional;
import org.cairn.bundle.typeset.Margins;
import org.cairn.bundle.typeset.Paper;
import org.cairn.bundle.typeset.Style;
import org.cairn.bundle.typeset.Style.Align;
import org.cairn.bundle.typeset.Style.Ink;
import org.cairn.bundle.typeset.Table;

/// The few type sizes and margins that every page of ours shares.
final class Looks {

    static final Margins PAGE = new Margins(Paper.A4, 86, 82, 71, 71);
    static final Margins STATEMENT = Margins.centimetres(3.5f);

    static final Style TITLE = Style.serif(27, 36).inBold().asHeading(1);
    static final Style SUBTITLE = Style.serif(15, 22);
    static final Style HEADING = Style.serif(16, 22).inBold().spaced(0, 10).asHeading(1);
    static final Style SUBHEADING = Style.serif(12, 17).inBold().spaced(18, 6).asHeading(2);
    static final Style READING = Style.serif(11.5f, 18.5f).spaced(0, 7);
    static final Style READ_TEXT = Style.serif(10.5f, 16).spaced(0, 6);
    static final Style NOTE = Style.sans(9, 13.5f).in(Ink.QUIET).spaced(0, 6);
    static final Style KICKER = Style.sans(8.5f, 12).inBold().in(Ink.ACCENT);
    static final Style LABEL = Style.sans(9, 14).in(Ink.QUIET);
    static final Style VALUE = Style.sans(9, 14);
    static final Style CELL = Style.sans(9, 13);
    static final Style SMALL_CELL = Style.sans(7.5f, 11);

    private Looks() {}

    static Style right(Style style) {
        return style.aligned(Align.END);
    }

    static Style quiet(Style style) {
        return style.in(Ink.QUIET);
    }

    static Style accent(Style style) {
        return style.in(Ink.ACCENT);
    }

    /// Labels with what is known; lines of which nothing is known are left out.
    static Table known(float labelShare, List<Table.Row> rows) {
        List<Table.Row> known =
                rows.stream().filter(row -> !row.cells().getLast().isBlank()).toList();
        return Table.labels(LABEL, VALUE, labelShare, known);
    }

    static Table.Row linked(String key, boolean strong, String... cells) {
        return new Table.Row(List.of(cells), Optional.of(key), strong);
    }
}
