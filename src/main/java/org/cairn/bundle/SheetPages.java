package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.bundle.typeset.Direction;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Margins;
import org.cairn.bundle.typeset.Paper;
import org.cairn.bundle.typeset.Style;
import org.cairn.bundle.typeset.Table;
import org.cairn.bundle.typeset.Typeset;

/// A sheet set as a table of ours: with the letters of its columns and the numbers of its rows, and where it is too
/// wide, in strips that follow each other page by page.
final class SheetPages {

    private static final Margins PAGE = new Margins(Paper.A4, 80, 78, 45, 45);
    private static final float NARROWEST = 300;
    private static final float ABOVE = 92;
    private static final float RULE = 1;

    private final Fonts fonts;
    private final Words words;
    private final SheetText sheet;
    private final SheetColumns columns;
    private final SheetColumns.Layout layout;
    private final boolean named;

    SheetPages(Fonts fonts, Words words, Paper paper, SheetText sheet) {
        this.fonts = fonts;
        this.words = words;
        this.sheet = sheet;
        this.columns = new SheetColumns(fonts, sheet, PAGE.on(paper));
        this.layout = columns.layout();
        this.named = sheet.named();
    }

    Typeset set(int number) {
        Direction direction = Direction.of(sheet.leftwards());
        float widest = (float) layout.strips().stream()
                .mapToDouble(SheetColumns.Strip::width)
                .max()
                .orElse(0);
        Margins paper = layout.paper().narrowed(Math.max(NARROWEST, widest), direction);
        Flow flow = new Flow(fonts, paper, direction);
        String name = Titles.of(sheet.name().isBlank() ? words.text("sheets.unnamed", number) : sheet.name());
        flow.heading(name, Looks.SUBHEADING.spaced(0, 2));
        if (layout.strips().size() == 1) {
            put(flow, layout.strips().getFirst(), 0, sheet.rows().size(), 1, "");
        } else {
            inStrips(flow, name);
        }
        if (sheet.cut()) {
            flow.paragraph(words.text("sheets.cut", sheet.rows().size()), Looks.NOTE.spaced(10, 0));
        }
        return flow.finish();
    }

    /// As many rows as stand on one page, strip after strip, then the next.
    private void inStrips(Flow flow, String name) {
        float room = layout.paper().textHeight() - ABOVE;
        // where a strip has few columns, its rows stand further apart
        float padding = 2 * Table.padding(0) + RULE;
        if (layout.strips().stream()
                .allMatch(strip -> Table.padding(strip.widths().size()) < Table.padding(0))) {
            padding = 2 * Table.padding(Integer.MAX_VALUE) + RULE;
        }
        int from = 0;
        while (from < sheet.rows().size()) {
            int to = from;
            float taken = 0;
            while (to < sheet.rows().size()) {
                float height = columns.height(sheet.rows().get(to), layout) + padding;
                if (to > from && taken + height > room) {
                    break;
                }
                taken += height;
                to++;
            }
            for (int strip = 0; strip < layout.strips().size(); strip++) {
                boolean begins = from == 0 && strip == 0;
                if (!begins) {
                    flow.newPage();
                }
                put(flow, layout.strips().get(strip), from, to, strip + 1, begins ? "" : name + " · ");
            }
            from = to;
        }
    }

    private void put(Flow flow, SheetColumns.Strip strip, int from, int to, int number, String before) {
        String last = SheetText.letters(strip.last());
        boolean again =
                number > 1 && strip.columns().size() > 1 && strip.columns().getFirst() == 0;
        String first = SheetText.letters(strip.columns().get(again ? 1 : 0));
        int strips = layout.strips().size();
        flow.heading(
                before
                        + (strips == 1
                                ? words.text("sheets.part", from + 1, to, first, last)
                                : words.text("sheets.strip", from + 1, to, first, last, number, strips)),
                Looks.KICKER.in(Style.Ink.QUIET).spaced(0, 4));
        List<String> head = new ArrayList<>(List.of(""));
        strip.columns().forEach(column -> head.add(name(column)));
        Style quiet = layout.style().in(Style.Ink.QUIET);
        List<Table.Column> all =
                new ArrayList<>(List.of(new Table.Column(strip.widths().getFirst(), quiet.aligned(Style.Align.END))));
        IntStream.range(0, strip.columns().size())
                .forEach(i -> all.add(new Table.Column(
                        strip.widths().get(i + 1),
                        columns.numeric(strip.columns().get(i))
                                ? layout.style().aligned(Style.Align.END)
                                : layout.style())));
        List<Table.Row> rows = IntStream.range(named ? Math.max(1, from) : from, to)
                .mapToObj(row -> row(strip, row))
                .toList();
        flow.table(new Table(all, head, rows, true));
    }

    private String name(int column) {
        return named
                ? SheetText.letters(column) + "\n"
                        + Titles.of(sheet.rows().getFirst().get(column))
                : SheetText.letters(column);
    }

    private Table.Row row(SheetColumns.Strip strip, int row) {
        List<String> cells = new ArrayList<>(List.of(String.valueOf(row + 1)));
        strip.columns().forEach(column -> cells.add(sheet.rows().get(row).get(column)));
        return new Table.Row(cells, Optional.empty(), false);
    }
}
