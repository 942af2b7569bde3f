package org.cairn.bundle.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Sets a table row by row: its head again on every page, no section's line at a foot, no last row alone.
final class TableSetter {

    private static final float ROOM_FOR_HEAD = 60;
    private static final int SMALL_SECTION = 4;

    private final Flow flow;
    private final Table table;
    private final List<List<Line>> head;
    private final TableTags tags;
    private boolean headTold;

    TableSetter(Flow flow, Table table) {
        this.flow = flow;
        this.table = table;
        this.head = table.head().isEmpty() ? List.of() : cells(table.head(), this::headStyle);
        this.tags = new TableTags(flow, table);
    }

    private Style headStyle(int column) {
        Style own = table.columns().get(column).style();
        return Style.sans(8, 11).inBold().in(Style.Ink.QUIET).aligned(own.align());
    }

    private Style cellStyle(int column, boolean strong) {
        Style own = table.columns().get(column).style();
        return strong ? own.inBold() : own;
    }

    void set() {
        flow.room(height(head) + 40);
        putHead();
        for (int i = 0; i < table.rows().size(); i++) {
            List<List<Line>> cells = row(i);
            if (!flow.untouched() && !flow.fits(together(i, cells)) && height(cells) <= tallest()) {
                flow.newPage();
                putHead();
            }
            put(i, cells);
            if (table.ruled()) {
                flow.hairline(Style.Ink.HAIRLINE, 0.4f);
            }
        }
    }

    private void putHead() {
        if (!head.isEmpty()) {
            put(head, headTold ? List.of() : tags.head());
            headTold = true;
            flow.hairline(Style.Ink.QUIET, 0.8f);
        }
    }

    private float tallest() {
        return flow.margins().textHeight() - ROOM_FOR_HEAD;
    }

    /// The height of a row with those that must stand on the same page: all of a small section with its line, else
    /// the next, and before the last row the one that keeps it company.
    private float together(int row, List<List<Line>> cells) {
        int last = table.rows().size() - 1;
        int end = row == last - 1 && row > 0 ? last : row;
        if (table.rows().get(row).strong() && row < last) {
            int size = section(row);
            end = row + (size <= SMALL_SECTION ? size : 1);
        }
        float needed = height(cells);
        for (int i = row + 1; i <= end; i++) {
            needed += height(row(i));
        }
        return needed <= tallest() ? needed : height(cells);
    }

    /// How many rows follow a section's line before the next.
    private int section(int row) {
        int end = row + 1;
        while (end < table.rows().size() && !table.rows().get(end).strong()) {
            end++;
        }
        return Math.max(1, end - row - 1);
    }

    private List<List<Line>> row(int i) {
        Table.Row row = table.rows().get(i);
        return cells(row.cells(), column -> cellStyle(column, row.strong()));
    }

    private List<List<Line>> cells(List<String> texts, IntFunction<Style> style) {
        List<List<Line>> cells = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            cells.add(flow.compose(text, style.apply(i), flow.direction().orOf(Printable.text(text)), columnWidth(i)));
        }
        return cells;
    }

    private float columnWidth(int column) {
        float all = flow.width() - table.gutter() * (table.columns().size() - 1);
        double shares =
                table.columns().stream().mapToDouble(Table.Column::share).sum();
        return (float) (all * table.columns().get(column).share() / shares);
    }

    private float height(List<List<Line>> cells) {
        return (float) cells.stream()
                        .mapToDouble(lines -> lines.size() * leading(lines))
                        .max()
                        .orElse(0)
                + 2 * table.padding();
    }

    private float leading(List<Line> lines) {
        return lines.getFirst().style().leading();
    }

    private void put(int row, List<List<Line>> cells) {
        Table.Row said = table.rows().get(row);
        List<Element> elements = tags.row(said);
        float top = put(cells, elements);
        if (said.link().isPresent()) {
            int column = tags.leading();
            flow.link(
                    new PDRectangle(flow.margins().left(), flow.y(), flow.width(), top - flow.y()),
                    said.link().get(),
                    elements.get(column),
                    Printable.line(said.cells().get(column)));
        }
    }

    /// Puts a row cell by cell, across pages where it is taller than one; returns where it begins on the last of them.
    ///
    /// @param elements what each cell is in the structure; none where it was told before
    private float put(List<List<Line>> cells, List<Element> elements) {
        float leading = (float) cells.stream().mapToDouble(this::leading).max().orElse(0);
        int lines = cells.stream().mapToInt(List::size).max().orElse(0);
        float top = flow.y();
        flow.drop(table.padding());
        int done = 0;
        while (done < lines) {
            if (!flow.fits(leading)) {
                flow.newPage();
                top = flow.y();
            }
            int last = done + 1;
            while (last < lines && flow.fits(leading * (last - done + 1))) {
                last++;
            }
            put(cells, elements, done, last, leading);
            flow.drop(leading * (last - done));
            flow.touched();
            done = last;
        }
        flow.drop(table.padding());
        return top;
    }

    private void put(List<List<Line>> cells, List<Element> elements, int from, int to, float leading) {
        for (int column = 0; column < cells.size(); column++) {
            List<Line> lines = cells.get(column);
            for (int i = from; i < Math.min(to, lines.size()); i++) {
                float baseline = flow.y() - leading * (i - from + 1) + leading * 0.28f;
                float x = cellX(lines.get(i), column);
                if (elements.isEmpty()) {
                    flow.sheet().again(lines.get(i), x, baseline);
                } else {
                    flow.sheet().line(lines.get(i), x, baseline, elements.get(column));
                }
            }
        }
    }

    /// Columns and their cells stand as the table runs, also where a cell's own letters run the other way.
    private float cellX(Line line, int column) {
        float before = 0;
        for (int i = 0; i < column; i++) {
            before += columnWidth(i) + table.gutter();
        }
        float room = columnWidth(column) - line.width();
        float inset = switch (line.style().align()) {
            case START -> 0;
            case END -> room;
            case CENTRE -> room / 2;
        };
        return flow.direction().rightToLeft()
                ? flow.rightEdge() - before - inset - line.width()
                : flow.margins().left() + before + inset;
    }
}
