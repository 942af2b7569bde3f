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

    /// More are left as they are: such a sheet is no table that anybody reads.
    private static final int MOST_ROWS = 1_000_000;

    private final Map<Integer, Map<Integer, String>> cells = new HashMap<>();
    private final BitSet rows = new BitSet();
    private final Set<String> cellStyles = new HashSet<>();
    private final Set<String> rowStyles = new HashSet<>();
    private final TreeMap<Integer, Double> wider = new TreeMap<>();

    /// A cell whose text needs more lines, and its row more height.
    void cell(int row, int cell, String style) {
        if (cells.size() < MOST_ROWS) {
            cells.computeIfAbsent(row, one -> new HashMap<>(2)).put(cell, style);
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
