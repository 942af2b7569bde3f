package org.cairn.drawing;

import java.io.IOException;
import java.util.List;

/// A file of tables inside the drawing process: one sheet in memory at a time.
interface Tables {

    /// The names of its sheets in order; an empty one where it has none.
    List<String> names();

    /// Reads a sheet, as far as there is room.
    ///
    /// @param number from 0
    TableRows read(int number) throws IOException;

    /// Opens a file.
    ///
    /// @param encoding of values in a text
    static Tables open(PipedBytes bytes, TableKind kind, String encoding) throws IOException {
        return switch (kind) {
            case XLSX -> new XlsxTables(bytes);
            case ODS -> new OdsTables(bytes);
            case XLS -> new XlsTables(bytes);
            case VALUES -> new ValueTables(bytes, encoding);
        };
    }
}
