package org.cairn.conversion;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What of a sheet is wider or higher than its cell lets it be seen: on a screen one clicks on it, on paper it would be
/// lost. Elements are counted as they are written, from 0.
final class Cramped {

    /// A workbook with more is left as it is: it is no table that anybody reads, and all of them are held.
    static final int MOST_CELLS = 300_000;

    /// No program writes more.
    private static final int MOST_ROWS = 1 << 21;

    private final Map<Integer, Map<Integer, String>> cells = new HashMap<>();
    private int count;
    private final BitSet rows = new BitSet();
    private final Set<String> cellStyles = new HashSet<>();
    private final Set<String> rowStyles = new HashSet<>();
    private final TreeMap<Integer, Double> wider = new TreeMap<>();

    /// A cell whose text needs more lines, and its row more height.
    void cell(int row, int cell, String style) {
        if (count <= MOST_CELLS) {
            count += cells.computeIfAbsent(row, one -> new HashMap<>(2)).put(cell, style) == null ? 1 : 0;
            cellStyles.add(style);
        }
    }

    /// A row that needs as much height as its text takes.
    void row(int row, String style) {
        if (row < MOST_ROWS) {
            rows.set(row);
            rowStyles.add(style);
        }
    }

    /// A column that needs to be wider, in points.
    void column(int column, double width) {
        wider.merge(column, width, Math::max);
    }

    /// How many cells there are; one more than the most where there are too many.
    int count() {
        return count;
    }

    boolean hasCell(int row, int cell) {
        return cells.getOrDefault(row, Map.of()).containsKey(cell);
    }

    /// The style that such a cell has, its own or its column's.
    String styleOf(int row, int cell) {
        return cells.getOrDefault(row, Map.of()).getOrDefault(cell, "");
    }

    boolean hasRow(int row) {
        return rows.get(row);
    }

    /// The styles of cells that go on in a next line.
    Set<String> cellStyles() {
        return cellStyles;
    }

    /// The styles of rows that become as high as their text.
    Set<String> rowStyles() {
        return rowStyles;
    }

    /// The columns that become wider, with their widths in points.
    TreeMap<Integer, Double> columns() {
        return wider;
    }

    @Override
    public String toString() {
        return "Cramped";
    }
}
