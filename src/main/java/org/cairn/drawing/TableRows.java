package org.cairn.drawing;

import java.util.ArrayList;
import java.util.List;

/// The rows of one sheet inside the drawing process, as far as the memory for them goes.
final class TableRows {

    static final int MOST_ROWS = 200_000;
    static final int MOST_COLUMNS = 512;
    private static final int MOST_LETTERS = 48_000_000;
    private static final int LONGEST_CELL = 4_000;
    private static final int ROW_COSTS = 24;
    private static final int CELL_COSTS = 28;

    private final List<List<String>> rows = new ArrayList<>();
    private int columns;
    private long letters;
    private boolean leftwards;
    private boolean cut;
    private boolean full;

    /// Adds a row.
    ///
    /// @param number from 0; rows between are empty
    /// @return whether there is room for more
    boolean add(int number, List<String> cells) {
        if (cells.isEmpty()) {
            return !full;
        }
        if (number >= MOST_ROWS || letters > MOST_LETTERS) {
            cut = true;
            full = true;
            return false;
        }
        while (rows.size() < number) {
            rows.add(List.of());
        }
        cut |= cells.size() > MOST_COLUMNS || cells.stream().anyMatch(cell -> cell.length() > LONGEST_CELL);
        List<String> kept =
                cells.stream().limit(MOST_COLUMNS).map(TableRows::shortened).toList();
        columns = Math.max(columns, kept.size());
        letters += ROW_COSTS
                + kept.stream().mapToLong(cell -> cell.length() + CELL_COSTS).sum();
        rows.add(kept);
        return true;
    }

    private static String shortened(String cell) {
        if (cell.length() <= LONGEST_CELL) {
            return cell;
        }
        boolean parted = Character.isHighSurrogate(cell.charAt(LONGEST_CELL - 1));
        return cell.substring(0, parted ? LONGEST_CELL - 1 : LONGEST_CELL);
    }

    /// Something of the sheet was left out before it came here.
    void leaveOut() {
        cut = true;
    }

    void runLeftwards() {
        leftwards = true;
    }

    Sheet sheet(String name) {
        return new Sheet(name, rows.size(), columns, leftwards, cut);
    }

    List<List<String>> from(int first, int most) {
        int start = Math.clamp(first, 0, rows.size());
        return rows.subList(start, (int) Math.min(rows.size(), (long) start + Math.max(0, most)));
    }
}
