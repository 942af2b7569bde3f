package org.cairn.drawing;

import java.util.Locale;
import java.util.Optional;

/// How a file keeps its tables.
public enum TableKind {
    XLSX,
    XLS,
    ODS,
    /// Values between commas, semicolons or tabs.
    VALUES;

    /// What a media type says, where it is one of tables.
    public static Optional<TableKind> of(String mediaType) {
        return switch (mediaType.toLowerCase(Locale.ROOT)) {
            case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.template",
                    "application/vnd.ms-excel.sheet.macroenabled.12" -> Optional.of(XLSX);
            case "application/vnd.ms-excel" -> Optional.of(XLS);
            case "application/vnd.oasis.opendocument.spreadsheet" -> Optional.of(ODS);
            case "text/csv", "text/tsv", "text/tab-separated-values" -> Optional.of(VALUES);
            default -> Optional.empty();
        };
    }
}
