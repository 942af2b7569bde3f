package org.cairn.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;

/// The sheets of a spreadsheet as rows of texts by column heading: the one place that knows the spreadsheet library.
record Workbook(Map<String, List<Line>> sheets) {

    static {
        // the library looks for a log and complains where there is none: it has nothing to write that may be written
        if (System.getProperty("log4j2.StatusLogger.level") == null) {
            System.setProperty("log4j2.StatusLogger.level", "OFF");
        }
    }

    private static final int MOST_BYTES = 32 * 1024 * 1024;
    private static final long MOST_UNPACKED = 256L * 1024 * 1024;
    private static final int MOST_ROWS = 200_000;
    private static final int MOST_COLUMNS = 500;

    /// A row.
    ///
    /// @param sheet the sheet's name
    /// @param number as the spreadsheet counts, from 1
    /// @param cells what stands under each heading; empty cells are left out
    record Line(String sheet, int number, Map<String, String> cells) {
        String where() {
            return sheet + " " + number;
        }

        @Override
        public String toString() {
            return "Line " + number;
        }
    }

    static boolean looksLikeOne(byte[] bytes) {
        boolean zip = bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K';
        boolean old = bytes.length > 8 && (bytes[0] & 0xff) == 0xd0 && (bytes[1] & 0xff) == 0xcf;
        return zip || old;
    }

    static Workbook read(byte[] bytes) throws Unreadable {
        if (bytes.length > MOST_BYTES) {
            throw new Unreadable("tooLarge");
        }
        requireUnpackable(bytes);
        try (org.apache.poi.ss.usermodel.Workbook book = WorkbookFactory.create(new ByteArrayInputStream(bytes))) {
            DataFormatter texts = new DataFormatter(Locale.ROOT);
            texts.setUseCachedValuesForFormulaCells(true);
            Map<String, List<Line>> sheets = new LinkedHashMap<>();
            for (Sheet sheet : book) {
                sheets.putIfAbsent(sheet.getSheetName().strip().toLowerCase(Locale.ROOT), lines(sheet, texts));
            }
            return new Workbook(sheets);
        } catch (IOException | RuntimeException e) {
            // the library has many ways to say that a file is none of its own
            throw new Unreadable("notAWorkbook");
        }
    }

    /// A small file that unpacks to a large one is a trap.
    private static void requireUnpackable(byte[] bytes) throws Unreadable {
        if (bytes[0] != 'P') {
            return;
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            byte[] buffer = new byte[1 << 16];
            long unpacked = 0;
            while (zip.getNextEntry() != null) {
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        throw new Unreadable("tooLarge");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable("notAWorkbook");
        }
    }

    private static List<Line> lines(Sheet sheet, DataFormatter texts) throws Unreadable {
        List<Line> lines = new ArrayList<>();
        Optional<List<String>> headings = Optional.empty();
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            // a sheet that was coloured to its edge has thousands of empty columns
            for (Cell cell : row) {
                String text = text(cell, texts);
                if (!text.isBlank() && cell.getColumnIndex() >= MOST_COLUMNS) {
                    throw new Unreadable("tooLarge", sheet.getSheetName());
                }
                while (!text.isBlank() && cells.size() < cell.getColumnIndex()) {
                    cells.add("");
                }
                if (!text.isBlank()) {
                    cells.add(text);
                }
            }
            if (headings.isEmpty()) {
                headings = cells.stream().allMatch(String::isBlank)
                        ? Optional.empty()
                        : Optional.of(cells.stream().map(Workbook::heading).toList());
            } else if (!cells.isEmpty()) {
                if (lines.size() >= MOST_ROWS) {
                    throw new Unreadable("tooLarge", sheet.getSheetName());
                }
                lines.add(line(sheet.getSheetName(), row.getRowNum() + 1, headings.get(), cells));
            }
        }
        return lines;
    }

    private static Line line(String sheet, int number, List<String> headings, List<String> cells) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String heading = i < headings.size() && !headings.get(i).isEmpty() ? headings.get(i) : "column " + (i + 1);
            if (!cells.get(i).isBlank()) {
                named.putIfAbsent(heading, cells.get(i).strip());
            }
        }
        return new Line(sheet, number, named);
    }

    private static String text(Cell cell, DataFormatter texts) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue() ? "true" : "false";
            case NUMERIC -> texts.formatCellValue(cell);
            default -> "";
        };
    }

    /// `Label : English` and `label::English` are the same heading.
    private static String heading(String written) {
        String[] parts = written.strip().split("\\s*::?\\s*", 2);
        String first = parts[0].toLowerCase(Locale.ROOT).replaceAll("\\s+", "_");
        return parts.length == 1 ? first : first + "::" + parts[1].strip();
    }

    @Override
    public String toString() {
        return "Workbook";
    }
}
