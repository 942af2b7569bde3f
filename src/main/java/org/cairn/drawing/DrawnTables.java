package org.cairn.drawing;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A file of tables inside the drawing process, with the sheet in hand.
final class DrawnTables {

    private final Tables tables;
    private int inHand = -1;
    private @Nullable TableRows rows;

    DrawnTables(Tables tables) {
        this.tables = tables;
    }

    List<String> names() {
        return tables.names();
    }

    Sheet turnTo(int number) throws IOException {
        return read(number).sheet(names().get(number));
    }

    List<List<String>> rows(int number, int first, int most) throws IOException {
        return read(number).from(first, most);
    }

    private TableRows read(int number) throws IOException {
        Objects.checkIndex(number, names().size());
        if (number != inHand || rows == null) {
            rows = null; // two sheets are never held
            rows = tables.read(number);
            inHand = number;
        }
        return rows;
    }
}
