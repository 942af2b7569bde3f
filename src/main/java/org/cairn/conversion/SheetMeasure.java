package org.cairn.conversion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamReader;

/// Measures one sheet as its elements go by: columns, rows, letters, and what of it is hidden.
final class SheetMeasure {

    private static final String DRAWING = "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0";

    /// No program shows more.
    private static final int MOST_COLUMNS = 16_384;

    private static final int MOST_ROWS = 1 << 24;

    /// How wide a letter is to its size; letters of East Asia are square.
    private static final double NARROW = 0.52;

    private static final double USUAL_WIDTH = 64;

    /// How wide a digit is at most, to its size.
    private static final double DIGIT = 0.64;

    /// The white beside the words of a cell, in points.
    private static final double BESIDE = 5;

    private static final double LEADING = 1.25;

    /// How far an estimate may be wrong: a font that is not on this machine is shown in another.
    private static final double SLACK = 1.15;

    /// A column becomes wider rather than its rows higher than this.
    private static final int MOST_LINES = 5;

    private static final double WIDEST = 400;

    /// The program makes no row higher, in points.
    private static final double TALLEST = 3_276;

    private static final int MOST_TRAILING = 200_000;

    /// Letters of which there are fewer than this share do not decide.
    private static final double FEW = 0.05;

    /// Gives a length by what it is of and the name of its style.
    @FunctionalInterface
    interface Lengths {
        double of(String what, String style);
    }

    private final CellLooks looks;
    private final Lengths lengths;
    private final double[] widths = new double[MOST_COLUMNS];
    private final List<String> styles = new ArrayList<>();
    private final BitSet shut = new BitSet();
    private final BitSet filled = new BitSet();
    private final TreeMap<Double, Long> sizes = new TreeMap<>();
    private int columns;
    private int last = -1;
    private int column;
    private boolean rowHidden;
    private boolean rowFilled;
    private double rowHeight;
    private int rowTimes = 1;
    private int rowNumber = -1;
    private int cellNumber = -1;
    private String rowStyle = "";
    private final Cramped cramped = new Cramped();
    private double[] starts = new double[0];
    private Cell cell = new Cell("", 1, 1, 1, "", false);
    private double letters;
    private int paragraphs;
    private int notes;
    private Overflow overflow = Overflow.NONE;
    private double reach;
    private double textReach;
    private final List<Trailing> trailing = new ArrayList<>();
    private double tallest;
    private boolean headed;
    private long hiddenRows;
    private int comments;
    private int shapes;
    private int drawn;
    private final MergedCells merged = new MergedCells(SLACK);
    private double rowGrown;
    private long covered;
    private long cut;
    private long reckoned;

    /// @param spans how many columns it takes
    /// @param down how many rows it takes
    /// @param covered whether another one lies over it
    private record Cell(String style, int times, int spans, int down, String value, boolean covered) {

        boolean merged() {
            return spans > 1 || down > 1;
        }

        boolean valued() {
            return !value.isEmpty();
        }

        /// Of something that cannot be broken into lines, and is shown as hashes where it has no room.
        boolean counted() {
            return valued() && !value.equals("string") && !value.equals("boolean");
        }

        @Override
        public String toString() {
            return "Cell";
        }
    }

    /// Text that may go on over what is beside its cell, as long as nothing stands there.
    ///
    /// @param wide all of it on one line, in points
    private record Overflow(int column, int cell, double wide, double size, String style) {

        static final Overflow NONE = new Overflow(-1, 0, 0, 0, "");

        @Override
        public String toString() {
            return "Overflow";
        }
    }

    /// Text that goes on over the empty cells after the last in its row.
    private record Trailing(Overflow text, int row, String rowStyle) {
        @Override
        public String toString() {
            return "Trailing";
        }
    }

    SheetMeasure(CellLooks looks, Lengths lengths) {
        this.looks = looks;
        this.lengths = lengths;
    }

    void begin(XMLStreamReader xml) {
        drawn += DRAWING.equals(xml.getNamespaceURI()) ? 1 : 0;
        switch (xml.getLocalName()) {
            case "table-header-columns" -> headed = true;
            case "table-column" -> column(xml);
            case "table-row" -> row(xml);
            case "table-cell", "covered-table-cell" -> cell(xml);
            case "annotation" -> {
                notes++;
                comments += notes == 1 ? 1 : 0;
            }
            case "p" -> paragraphs += said() ? 1 : 0;
            case "s" -> letters += paragraphs > 0 && said() ? Ods.number(xml, "c") * NARROW : 0;
            case "shapes" -> shapes++;
            default -> drawn(xml);
        }
    }

    /// A chart or a picture takes the columns up to where it ends.
    private void drawn(XMLStreamReader xml) {
        String end = Ods.attribute(xml, "end-cell-address");
        if (end.isEmpty() && !(shapes > 0 && !Ods.attribute(xml, "width").isEmpty())) {
            return;
        }
        last = Math.max(last, Math.min(MOST_COLUMNS - 1, end.isEmpty() ? -1 : columnOf(end)));
        if (shapes > 0) {
            reach = Math.max(reach, Ods.points(Ods.attribute(xml, "x")) + Ods.points(Ods.attribute(xml, "width")));
        }
    }

    /// The column of a place such as `'A sheet'.AB12`, from 0; -1 where it names none.
    static int columnOf(String place) {
        int column = 0;
        for (int i = place.lastIndexOf('.') + 1; i < place.length() && column < MOST_COLUMNS; i++) {
            char letter = place.charAt(i);
            if (letter >= 'A' && letter <= 'Z') {
                column = column * 26 + letter - 'A' + 1;
            }
        }
        return column - 1;
    }

    private void column(XMLStreamReader xml) {
        int times = Math.min(Ods.number(xml, "number-columns-repeated"), MOST_COLUMNS - columns);
        String style = Ods.attribute(xml, "default-cell-style-name");
        double width = lengths.of("column", Ods.attribute(xml, "style-name"));
        if (hides(xml)) {
            shut.set(columns, columns + times);
        }
        Arrays.fill(widths, columns, columns + times, width > 0 ? width : USUAL_WIDTH);
        for (int i = 0; i < times; i++) {
            styles.add(style);
        }
        columns += times;
    }

    private static boolean hides(XMLStreamReader xml) {
        String visibility = Ods.attribute(xml, "visibility");
        return visibility.equals("collapse") || visibility.equals("filter");
    }

    private void row(XMLStreamReader xml) {
        column = 0;
        rowTimes = Math.min(Ods.number(xml, "number-rows-repeated"), MOST_ROWS);
        rowHidden = hides(xml);
        rowFilled = false;
        rowStyle = Ods.attribute(xml, "style-name");
        rowHeight = lengths.of("row", rowStyle);
        rowNumber++;
        cellNumber = -1;
        overflow = Overflow.NONE;
        rowGrown = rowHeight;
        if (starts.length == 0) {
            measureColumns();
        }
    }

    private void cell(XMLStreamReader xml) {
        String style = Ods.attribute(xml, "style-name");
        cell = new Cell(
                style.isEmpty() && column < styles.size() ? styles.get(column) : style,
                Math.min(Ods.number(xml, "number-columns-repeated"), MOST_COLUMNS),
                Ods.number(xml, "number-columns-spanned"),
                Ods.number(xml, "number-rows-spanned"),
                Ods.attribute(xml, "value-type"),
                xml.getLocalName().equals("covered-table-cell"));
        reckoned += Volatile.in(Ods.attribute(xml, "formula")) ? (long) cell.times() * rowTimes : 0;
        letters = 0;
        paragraphs = 0;
        cellNumber++;
    }

    /// Whether what comes is said by a cell, not noted beside it or drawn over it.
    private boolean said() {
        return notes == 0 && shapes == 0 && drawn == 0;
    }

    void letters(char[] text, int start, int length) {
        if (paragraphs == 0 || !said()) {
            return;
        }
        for (int i = start; i < start + length; i++) {
            letters += Character.isIdeographic(text[i]) || text[i] >= 0xAC00 && text[i] <= 0xD7A3 ? 1 : NARROW;
        }
    }

    void end(XMLStreamReader xml) {
        drawn -= DRAWING.equals(xml.getNamespaceURI()) ? 1 : 0;
        switch (xml.getLocalName()) {
            case "annotation" -> notes--;
            case "shapes" -> shapes--;
            case "table-cell", "covered-table-cell" -> endCell();
            case "table-row" -> endRow();
            default -> {
                // ends nothing that is measured
            }
        }
    }

    private void endCell() {
        boolean says = cell.valued() || letters > 0;
        int end = Math.min(column + cell.times(), MOST_COLUMNS);
        if (says && column < end) {
            filled.set(column, end);
            rowFilled = true;
        }
        if (cell.covered() || cell.merged()) {
            stopBefore(column);
            overflow = Overflow.NONE;
        }
        if (says && column < end && cell.covered()) {
            covered += rowHidden ? 0 : (long) (end - column) * rowTimes;
        } else if (says && column < end) {
            measureLetters(end);
        }
        boolean coloured = looks.seen(cell.style()) && end < Math.min(columns, MOST_COLUMNS);
        if (says || coloured) {
            last = Math.max(last, Math.min(MOST_COLUMNS, end + cell.spans() - 1) - 1);
        }
        column = end;
    }

    private void measureLetters(int end) {
        stopBefore(column);
        double size = looks.size(cell.style());
        double longest = letters / Math.max(1, paragraphs) * size;
        sizes.merge(size, (long) Math.ceil(letters / NARROW) * cell.times() * rowTimes, Long::sum);
        boolean shown = !cell.merged() && letters > 0 && !rowHidden;
        overflow = Overflow.NONE;
        if (cell.merged()) {
            measureMerged(longest, size);
        }
        for (int at = shut.nextClearBit(column); shown && at < end; at = shut.nextClearBit(at + 1)) {
            // of equal cells beside each other each is stopped by the next
            stopBefore(at);
            overflow = Overflow.NONE;
            measure(at, longest, size);
        }
    }

    private void measure(int at, double longest, double size) {
        if (cell.counted()) {
            double needed = longest * DIGIT / NARROW + BESIDE;
            widen(at, needed);
        } else if (looks.wraps(cell.style())) {
            double lines = Math.max(paragraphs, lines(letters * size, widths[at]));
            double high = lines * size * LEADING;
            if (high > rowHeight * SLACK || high > TALLEST) {
                grow(at, letters * size, size, paragraphs, rowNumber, rowStyle);
            }
        } else if (cramped.hasCell(rowNumber, cellNumber)) {
            // the one before it made all of them go on in more lines
            breakIntoLines(new Overflow(at, cellNumber, longest, size, cell.style()), rowNumber, rowStyle);
        } else {
            overflow = new Overflow(at, cellNumber, longest, size, cell.style());
        }
    }

    private static double lines(double wide, double width) {
        return Math.ceil(wide * SLACK / Math.max(1, width - BESIDE));
    }

    /// A column is made wider only, never narrower.
    private void widen(int at, double needed) {
        double width = Math.min(needed, WIDEST);
        if (width > widths[at]) {
            cramped.column(at, width);
        }
    }

    /// Makes a row as high as text that is broken into lines, and its column wider rather than that very high.
    ///
    /// @param wide all of the text on one line, in points
    private void grow(int at, double wide, double size, int least, int row, String styleOfRow) {
        if (lines(wide, widths[at]) > MOST_LINES) {
            widen(at, wide * SLACK / MOST_LINES + BESIDE);
        }
        double width = Math.max(widths[at], cramped.columns().getOrDefault(at, 0.0));
        double high = Math.max(least, lines(wide, width)) * size * LEADING;
        if (high > TALLEST) {
            cut += rowTimes;
        }
        tallest = Math.max(tallest, Math.min(high, TALLEST));
        rowGrown = Math.max(rowGrown, Math.min(high, TALLEST));
        cramped.row(row, styleOfRow);
    }

    /// What several cells that are one hold must have room in the width and the height of all of them.
    private void measureMerged(double longest, double size) {
        double joint = starts[Math.min(column + cell.spans(), MOST_COLUMNS)] - starts[column];
        if (letters == 0 || joint <= 0) {
            return;
        }
        double high;
        if (cell.counted()) {
            high = longest * DIGIT / NARROW + BESIDE > joint ? Double.MAX_VALUE : size * LEADING;
        } else if (looks.wraps(cell.style())) {
            high = Math.max(paragraphs, lines(letters * size, joint)) * size * LEADING;
        } else {
            high = longest > joint * SLACK ? Double.MAX_VALUE : paragraphs * size * LEADING;
        }
        merged.add(high, cell.down(), (long) cell.times() * rowTimes);
    }

    /// A cell that holds something ends the text that came over the empty ones before it: what has no room there is
    /// broken into lines.
    private void stopBefore(int end) {
        if (overflow.column() >= 0 && overflow.wide() * SLACK > starts[end] - starts[overflow.column()]) {
            breakIntoLines(overflow, rowNumber, rowStyle);
        }
    }

    private void breakIntoLines(Overflow text, int row, String styleOfRow) {
        grow(text.column(), text.wide(), text.size(), 1, row, styleOfRow);
        cramped.cell(row, text.cell(), text.style());
    }

    private void endRow() {
        merged.endRow(rowGrown, rowTimes, rowHidden);
        if (rowFilled && rowHidden) {
            hiddenRows += rowTimes;
        } else if (rowFilled) {
            tallest = Math.max(tallest, rowHeight);
        }
        int column = overflow.column();
        if (column >= 0 && overflow.wide() * SLACK > widths[column]) {
            textReach = Math.max(textReach, starts[column] + overflow.wide());
            if (trailing.size() < MOST_TRAILING) {
                trailing.add(new Trailing(overflow, rowNumber, rowStyle));
            }
        }
    }

    /// Where a sheet does not fit on one page with all that goes on over empty cells, such text goes on in more lines
    /// too: at the edge of a page it would be cut through.
    void breakTrailing() {
        if (trailing.size() < MOST_TRAILING) {
            trailing.forEach(one -> breakIntoLines(one.text(), one.row(), one.rowStyle()));
            trailing.clear();
            textReach = 0;
        }
    }

    /// How far from the sheet's edge each column begins.
    private void measureColumns() {
        starts = new double[MOST_COLUMNS + 1];
        for (int i = 0; i < MOST_COLUMNS; i++) {
            starts[i + 1] = starts[i] + (shut.get(i) ? 0 : i < columns ? widths[i] : USUAL_WIDTH);
        }
    }

    boolean empty() {
        return last < 0;
    }

    int hiddenRows() {
        return (int) Math.min(MOST_ROWS, hiddenRows);
    }

    /// Those that hold something.
    int hiddenColumns() {
        BitSet both = (BitSet) shut.clone();
        both.and(filled);
        return both.cardinality();
    }

    int comments() {
        return comments;
    }

    /// Cells that are one of several and may hold more than is to be seen.
    int mergedCut() {
        return (int) Math.min(MOST_ROWS, merged.cut());
    }

    /// Cells that hold something and over which another one lies.
    int covered() {
        return (int) Math.min(MOST_ROWS, covered);
    }

    /// Cells whose text is longer than the highest row.
    int cut() {
        return (int) Math.min(MOST_ROWS, cut);
    }

    /// Cells that the program works out anew whenever it opens the workbook.
    int reckoned() {
        return (int) Math.min(MOST_ROWS, reckoned);
    }

    /// What was measured. Text that reaches beyond the last column takes the empty columns beside it.
    SheetShape shape(String page, boolean hidden, boolean leftwards) {
        List<Double> shown = new ArrayList<>();
        double width = 0;
        for (int i = 0; i < MOST_COLUMNS && (i <= last || width < Math.max(reach, textReach)); i++) {
            double wide = Math.max(
                    i < columns ? widths[i] : USUAL_WIDTH, cramped.columns().getOrDefault(i, 0.0));
            if (!shut.get(i)) {
                shown.add(wide);
                width += wide;
            }
        }
        double[] all = shown.stream().mapToDouble(Double::doubleValue).toArray();
        return new SheetShape(page, hidden, leftwards, all, Math.max(1, width), tallest, smaller(), headed, cramped);
    }

    /// The size of letters that are not few, and of which no others that are not few are smaller.
    private double smaller() {
        long all = sizes.values().stream().mapToLong(Long::longValue).sum();
        long below = 0;
        for (var size : sizes.entrySet()) {
            below += size.getValue();
            if (below >= all * FEW) {
                return size.getKey();
            }
        }
        return looks.size("");
    }
}
