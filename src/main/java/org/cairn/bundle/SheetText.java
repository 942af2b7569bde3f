package org.cairn.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.Sheet;
import org.cairn.drawing.TableDrawing;
import org.cairn.drawing.TableKind;
import org.cairn.progress.Progress;

/// What stands in the cells of one sheet, as far as it is printed.
///
/// @param name empty where it has none
/// @param rows each as many cells as there are columns
/// @param all how many rows there are
/// @param columns how many there are
/// @param leftwards whether its first column stands on the right
/// @param cut whether there is more than is printed
record SheetText(String name, List<List<String>> rows, int all, int columns, boolean leftwards, boolean cut) {

    private static final int AT_ONCE = 500;
    /// More are not printed.
    static final int MOST_SHEETS = 200;

    /// A cell without words takes room too.
    private static final int CELL = 2;

    /// A first row with a longer cell is none of names.
    private static final int LONGEST_NAME = 40;

    /// The sheets of a file.
    ///
    /// @param sheets those that were read
    /// @param more how many come after them
    record All(List<SheetText> sheets, int more) {
        @Override
        public String toString() {
            return "All";
        }

        /// Whether there is anything to be printed.
        boolean printed() {
            return sheets.stream().anyMatch(SheetText::printed);
        }

        /// How many are not there from their first cell to their last.
        int cut() {
            return (int) sheets.stream().filter(SheetText::cut).count();
        }
    }

    /// Reads the sheets of a file in a process apart.
    ///
    /// @param most how many characters of all of them
    /// @return nothing where the file holds no tables that can be read
    static Optional<All> of(
            Content.Document document, String type, DrawingProcesses processes, int most, Progress progress)
            throws IOException {
        Optional<TableKind> kind = TableKind.of(type);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        String encoding = document.reading().metadata().getOrDefault("encoding", "");
        try (TableDrawing tables = new TableDrawing(processes, document.bytes().open(), kind.get(), encoding)) {
            List<SheetText> sheets = new ArrayList<>();
            int room = most;
            int count = Math.min(MOST_SHEETS, tables.count());
            for (int i = 0; i < count; i++) {
                Sheet sheet = tables.sheet(i);
                SheetText text = read(tables, i, sheet, room, progress);
                room -= text.size();
                sheets.add(text);
            }
            return Optional.of(new All(sheets, tables.count() - count));
        } catch (NotDrawable e) {
            return Optional.empty();
        }
    }

    private static SheetText read(TableDrawing tables, int number, Sheet sheet, int most, Progress progress) {
        List<List<String>> rows = new ArrayList<>();
        int room = most;
        boolean cut = sheet.cut();
        for (int first = 0; first < sheet.rows() && room > 0; first += AT_ONCE) {
            progress.checkCancelled();
            for (List<String> row : tables.rows(number, first, AT_ONCE)) {
                room -= size(row);
                if (room < 0) {
                    break;
                }
                List<String> whole = new ArrayList<>(row);
                while (whole.size() < sheet.columns()) {
                    whole.add("");
                }
                rows.add(List.copyOf(whole));
            }
        }
        return new SheetText(
                sheet.name(),
                List.copyOf(rows),
                sheet.rows(),
                sheet.columns(),
                sheet.leftwards(),
                cut || rows.size() < sheet.rows());
    }

    private static int size(List<String> row) {
        return row.stream().mapToInt(cell -> cell.length() + CELL).sum() + CELL;
    }

    private int size() {
        return rows.stream().mapToInt(SheetText::size).sum();
    }

    /// Whether the first row names the columns: then it stands over them on every page.
    boolean named() {
        return rows.size() > 1
                && rows.getFirst().stream()
                        .allMatch(cell -> !cell.isBlank()
                                && cell.length() <= LONGEST_NAME
                                && !cell.matches("[-+.,%\\s\\p{Nd}]+"));
    }

    /// Whether nothing stands in it; not where there was only no room to look.
    boolean empty() {
        return !cut && blank();
    }

    /// Whether it is on pages of its own.
    boolean printed() {
        return !blank();
    }

    private boolean blank() {
        return rows.stream().allMatch(row -> row.stream().allMatch(String::isBlank));
    }

    /// What the program that made it calls a column.
    ///
    /// @param column from 0
    static String letters(int column) {
        StringBuilder name = new StringBuilder();
        for (int left = column; left >= 0; left = left / 26 - 1) {
            name.insert(0, (char) ('A' + left % 26));
        }
        return name.toString();
    }

    @Override
    public String toString() {
        return "SheetText";
    }
}
