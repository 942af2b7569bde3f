package org.cairn.intake;

import org.cairn.domain.reading.Extent;

/// Follows the letters of a plain table and tells its rows apart: a line end between quotation marks is within a cell.
final class TableRows {

    /// A quotation mark after one of these opens a cell; after another one it is meant as a letter within it.
    private static final String BEFORE_A_CELL = "\n\r,;\t|\"";

    private final Covering rows;
    private char before = '\n';
    private boolean quoted;
    private boolean ended = true;

    TableRows(Covering rows) {
        this.rows = rows;
    }

    /// For a text that is no table.
    static TableRows none() {
        return new TableRows(new Covering(Extent.Counted.ROWS));
    }

    void see(char letter) {
        boolean lineEnd = letter == '\n' || letter == '\r';
        if (ended && !(letter == '\n' && before == '\r')) {
            rows.begin();
            ended = false;
        }
        if (letter == '"') {
            quoted = !quoted && BEFORE_A_CELL.indexOf(before) >= 0;
        } else if (lineEnd && !quoted) {
            ended = true;
        }
        before = letter;
    }
}
