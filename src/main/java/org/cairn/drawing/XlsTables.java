package org.cairn.drawing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;

/// A workbook of Excel up to 2003. Formulas are never worked out: what was last seen in their cells is shown.
final class XlsTables implements Tables {

    private static final long LARGEST = 64L << 20;

    private final HSSFWorkbook workbook;
    private final DataFormatter formatter = new DataFormatter(Locale.ROOT);

    XlsTables(PipedBytes bytes) throws IOException {
        if (bytes.size() > LARGEST) {
            throw new IOException("too large to be held");
        }
        try (InputStream in = PipedChannel.stream(bytes)) {
            workbook = new HSSFWorkbook(in);
        }
        formatter.setUseCachedValuesForFormulaCells(true);
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        workbook.forEach(sheet -> names.add(sheet.getSheetName()));
        return names;
    }

    @Override
    public TableRows read(int number) {
        TableRows rows = new TableRows();
        var sheet = workbook.getSheetAt(number);
        if (sheet.isRightToLeft()) {
            rows.runLeftwards();
        }
        for (Row row : sheet) {
            List<String> cells = new ArrayList<>();
            for (Cell cell : row) {
                String shown = shown(cell);
                if (!shown.isEmpty()) {
                    while (cells.size() < cell.getColumnIndex()) {
                        cells.add("");
                    }
                    cells.add(shown);
                }
            }
            if (!rows.add(row.getRowNum(), cells)) {
                break;
            }
        }
        return rows;
    }

    private String formatted(Cell cell) {
        String shown = formatter.formatCellValue(cell);
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return type == CellType.NUMERIC ? LongNumber.whole(shown, Double.toString(cell.getNumericCellValue())) : shown;
    }

    private String shown(Cell cell) {
        try {
            return Optional.of(cell)
                    .filter(any -> any.getCellType() != CellType.BLANK)
                    .map(this::formatted)
                    .orElse("");
        } catch (RuntimeException e) {
            return "";
        }
    }
}
