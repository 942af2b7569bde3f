package org.cairn.bundle.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.LanguageTag;

/// Rows of text under columns; the head comes again on every page it runs over.
///
/// @param columns in reading order
/// @param head the columns' names; none where empty
/// @param rows each as many cells as there are columns
/// @param ruled whether hairlines part the rows
public record Table(List<Column> columns, List<String> head, List<Row> rows, boolean ruled) {

    private static final float GUTTER = 10;
    private static final float NARROW_GUTTER = 6;
    private static final float PADDING = 4;
    private static final float LITTLE_PADDING = 2;
    private static final int MANY = 8;

    public Table {
        columns = List.copyOf(columns);
        head = List.copyOf(head);
        rows = List.copyOf(rows);
    }

    /// A column: its share of the width, how its cells look, and what they are in where that is not the document's
    /// language.
    public record Column(float share, Style style, Optional<LanguageTag> language) {

        /// A column in the language of what is around it.
        public Column(float share, Style style) {
            this(share, style, Optional.empty());
        }

        /// The same in a language.
        public Column speaking(LanguageTag tag) {
            return new Column(share, style, Optional.of(tag));
        }

        private Column in(Style other) {
            return new Column(share, other, language);
        }
    }

    /// A row, which may lead somewhere as a whole.
    ///
    /// @param cells the texts
    /// @param link the key it leads to
    /// @param strong whether it is set in bold, as a section's line in an index, and kept with the row after it
    public record Row(List<String> cells, Optional<String> link, boolean strong) {
        public Row {
            cells = List.copyOf(cells);
        }

        /// A plain row.
        public static Row of(String... cells) {
            return new Row(List.of(cells), Optional.empty(), false);
        }

        @Override
        public String toString() {
            return "Row";
        }
    }

    /// Labels with what they stand for, without rules.
    public static Table labels(Style label, Style value, float labelShare, List<Row> rows) {
        return new Table(
                List.of(new Column(labelShare, label), new Column(1 - labelShare, value)),
                List.of(),
                new ArrayList<>(rows),
                false);
    }

    /// The same with its last column in another style.
    public Table withValue(Style style) {
        List<Column> changed = new ArrayList<>(columns);
        changed.add(changed.removeLast().in(style));
        return new Table(changed, head, rows, ruled);
    }

    /// The white between two columns, in points.
    public float gutter() {
        return gutter(columns.size());
    }

    /// The same for so many columns.
    public static float gutter(int columns) {
        return columns > MANY ? NARROW_GUTTER : GUTTER;
    }

    /// The white above and below a row, in points.
    float padding() {
        return padding(columns.size());
    }

    /// The same for so many columns.
    public static float padding(int columns) {
        return columns > MANY ? LITTLE_PADDING : PADDING;
    }

    /// Whether it has labels with what they stand for, and is no grid with things to fill in.
    boolean labelled() {
        return head.isEmpty()
                && columns.size() == 2
                && columns.getFirst().share() != columns.getLast().share();
    }

    /// Whether its first cells say nothing but that something is counted up.
    boolean listed() {
        return labelled()
                && rows.stream().allMatch(row -> row.cells().getFirst().strip().equals("–"));
    }

    @Override
    public String toString() {
        return "Table";
    }
}
