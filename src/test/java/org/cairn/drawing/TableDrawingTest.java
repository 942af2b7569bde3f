package org.cairn.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/// Sheets are read apart, row by row, and show what was last seen in their cells.
class TableDrawingTest {

    private static final DrawingProcesses PROCESSES =
            new DrawingProcesses(new DrawingLimits(Duration.ofSeconds(60), 512, 1));

    @AfterAll
    static void endThem() {
        PROCESSES.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"XLSX", "XLS"})
    void showsNumbersDatesAndTextAsTheyWereSeen(TableKind kind) throws IOException {
        try (Workbook book = kind == TableKind.XLS ? new HSSFWorkbook() : new XSSFWorkbook();
                TableDrawing tables = open(payments(book), kind, "")) {
            assertThat(tables.names()).containsExactly("Payments", "الأسعار");
            assertThat(tables.sheet(0).leftwards()).isFalse();
            assertThat(tables.sheet(1).leftwards()).isTrue();
            List<List<String>> rows = tables.rows(0, 0, 10);
            assertThat(rows.get(0)).containsExactly("Date", "Fee");
            assertThat(rows.get(1)).isEmpty();
            assertThat(rows.get(2)).containsExactly("2014-03-09", "1250.5", "", "kidney");
            assertThat(tables.rows(0, 2, 10)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"XLSX", "XLS"})
    void showsLongNumbersWithAllOfTheirDigits(TableKind kind) throws IOException {
        try (Workbook book = kind == TableKind.XLS ? new HSSFWorkbook() : new XSSFWorkbook()) {
            Sheet sheet = book.createSheet("Calls");
            double[] numbers = {201_604_121_155d, 1_234_567_890_123_456d, 12_345_678_901_234_567_890d};
            for (int row = 0; row < numbers.length; row++) {
                sheet.createRow(row).createCell(0).setCellValue(numbers[row]);
            }
            sheet.createRow(3).createCell(0).setCellValue("2.01604E+11");
            sheet.createRow(4).createCell(0).setCellFormula("A1+1");
            CellStyle shortly = book.createCellStyle();
            shortly.setDataFormat(book.createDataFormat().getFormat("0E+00"));
            double[] alike = {95E9, 92E14, 89E14};
            for (int i = 0; i < alike.length; i++) {
                Cell cell = sheet.createRow(5 + i).createCell(0);
                cell.setCellValue(alike[i]);
                cell.setCellStyle(shortly);
            }
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            try (TableDrawing tables = open(bytes.toByteArray(), kind, "")) {
                assertThat(tables.rows(0, 0, 8).stream().map(List::getFirst))
                        .containsExactly(
                                "201604121155",
                                "1234567890123456",
                                "1.23456789012346E+19",
                                "2.01604E+11",
                                "201604121156",
                                "95000000000",
                                "9.2E+15",
                                "8900000000000000");
            }
        }
    }

    @Test
    void showsTheDigitsOfALongNumberThatAnotherProgramWroteRounded() throws IOException {
        byte[] bytes = openDocument("<table:table-row><table:table-cell office:value-type=\"float\""
                + " office:value=\"201604121155\"><text:p>2.01604E+11</text:p></table:table-cell>"
                + "<table:table-cell office:value-type=\"string\"><text:p>2.01604E+11</text:p></table:table-cell>"
                + "</table:table-row>");
        try (TableDrawing tables = open(bytes, TableKind.ODS, "")) {
            assertThat(tables.rows(0, 0, 1).getFirst()).containsExactly("201604121155", "2.01604E+11");
        }
    }

    @Test
    void showsASheetOfOpenDocument() throws IOException {
        String content =
                "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\">"
                        + "<style:style style:name=\"ta1\"><style:table-properties style:writing-mode=\"rl-tb\"/></style:style>"
                        + "<table:table table:name=\"Bed\" table:style-name=\"ta1\"><table:table-row>"
                        + "<table:table-cell><text:p>Bed</text:p><office:annotation><text:p>note</text:p></office:annotation>"
                        + "</table:table-cell><table:table-cell table:number-columns-repeated=\"2\"/>"
                        + "<table:table-cell><text:p>14</text:p></table:table-cell></table:table-row>"
                        + "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell/></table:table-row>"
                        + "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell><text:p>x</text:p>"
                        + "</table:table-cell></table:table-row></table:table></office:document-content>";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        try (TableDrawing tables = open(bytes.toByteArray(), TableKind.ODS, "")) {
            org.cairn.drawing.Sheet sheet = tables.sheet(0);
            assertThat(tables.rows(0, 0, 1).getFirst()).containsExactly("Bed", "", "", "14");
            assertThat(sheet.leftwards()).isTrue();
            assertThat(sheet.cut()).isTrue(); // a million rows on, there is more
            assertThat(sheet.rows()).isEqualTo(1);
        }
    }

    @Test
    void readsALongSheetFullOfSignsThatAreWrittenAsOthers() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet("Long");
            for (int i = 0; i < 3_000; i++) {
                sheet.createRow(i).createCell(0).setCellValue("<&>".repeat(20) + i);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            try (TableDrawing tables = open(bytes.toByteArray(), TableKind.XLSX, "")) {
                assertThat(tables.sheet(0).rows()).isEqualTo(3_000);
                assertThat(tables.rows(0, 2_999, 1).getFirst()).containsExactly("<&>".repeat(20) + 2_999);
            }
        }
    }

    @Test
    void readsValuesWithQuotesInTheirEncoding() throws IOException {
        byte[] values =
                "Имя;Сумма\r\n\"Иванов; \"\"младший\"\"\";\"1\n2\"\r\n".getBytes(Charset.forName("windows-1251"));
        try (TableDrawing tables = open(values, TableKind.VALUES, "windows-1251")) {
            assertThat(tables.sheet(0).columns()).isEqualTo(2);
            assertThat(tables.rows(0, 0, 9))
                    .containsExactly(List.of("Имя", "Сумма"), List.of("Иванов; \"младший\"", "1\n2"));
        }
    }

    @Test
    void saysAtWhichRowItStops() throws IOException {
        byte[] values = "a,b\n".repeat(TableRows.MOST_ROWS + 5).getBytes(StandardCharsets.US_ASCII);
        try (TableDrawing tables = open(values, TableKind.VALUES, "")) {
            assertThat(tables.sheet(0).cut()).isTrue();
            assertThat(tables.sheet(0).rows()).isEqualTo(TableRows.MOST_ROWS);
            assertThat(tables.rows(0, TableRows.MOST_ROWS - 1, 100)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"XLSX", "XLS"})
    void saysThatALongCellIsShortened(TableKind kind) throws IOException {
        try (Workbook book = kind == TableKind.XLS ? new HSSFWorkbook() : new XSSFWorkbook()) {
            book.createSheet("Long").createRow(0).createCell(0).setCellValue("x".repeat(5_000));
            book.createSheet("Short").createRow(0).createCell(0).setCellValue("x".repeat(4_000));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            try (TableDrawing tables = open(out.toByteArray(), kind, "")) {
                assertThat(tables.sheet(0).cut()).isTrue();
                assertThat(tables.rows(0, 0, 1).getFirst().getFirst()).hasSize(4_000);
                assertThat(tables.sheet(1).cut()).isFalse();
            }
        }
    }

    @Test
    void saysThatACellFarToTheRightIsNotShown() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet far = book.createSheet("Far");
            far.createRow(0).createCell(0).setCellValue("near");
            far.getRow(0).createCell(700).setCellValue("far");
            far.createRow(1);
            far.createRow(2).createCell(0).setCellValue("after an empty row");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            try (TableDrawing tables = open(out.toByteArray(), TableKind.XLSX, "")) {
                assertThat(tables.sheet(0).cut()).isTrue();
                assertThat(tables.rows(0, 0, 9)).hasSize(3);
            }
        }
        String row = "<table:table-row><table:table-cell><text:p>near</text:p></table:table-cell><table:table-cell"
                + " table:number-columns-repeated=\"699\"/><table:table-cell><text:p>far</text:p></table:table-cell>"
                + "</table:table-row>";
        try (TableDrawing tables = open(openDocument(row), TableKind.ODS, "")) {
            assertThat(tables.sheet(0).cut()).isTrue();
            assertThat(tables.rows(0, 0, 9).getFirst()).containsExactly("near");
        }
        String wide = "<table:table-row><table:table-cell table:number-columns-repeated=\"600\"><text:p>x</text:p>"
                + "</table:table-cell></table:table-row>";
        try (TableDrawing tables = open(openDocument(wide), TableKind.ODS, "")) {
            assertThat(tables.sheet(0).cut()).isTrue();
            assertThat(tables.sheet(0).columns()).isEqualTo(TableRows.MOST_COLUMNS);
        }
    }

    @Test
    void doesNotShowTheNumberOfATextThatWasNotReadInItsPlace() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFRow row = book.createSheet("Texts").createRow(0);
            row.createCell(0).setCellValue("a text");
            XSSFCell lost = row.createCell(1);
            lost.getCTCell().setT(STCellType.S);
            lost.getCTCell().setV("99");
            row.createCell(2).setCellValue(14);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            try (TableDrawing tables = open(out.toByteArray(), TableKind.XLSX, "")) {
                assertThat(tables.rows(0, 0, 1).getFirst()).containsExactly("a text", "", "14");
                assertThat(tables.sheet(0).cut()).isTrue();
            }
        }
    }

    private static byte[] openDocument(String rows) throws IOException {
        String content = "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">"
                + "<table:table table:name=\"Bed\">" + rows + "</table:table></office:document-content>";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void refusesWhatIsNoWorkbook() {
        byte[] text = "They took my blood.".getBytes(StandardCharsets.US_ASCII);
        for (TableKind kind : List.of(TableKind.XLSX, TableKind.XLS, TableKind.ODS)) {
            assertThatThrownBy(() -> open(text, kind, "")).isInstanceOf(NotDrawable.class);
        }
    }

    private static TableDrawing open(byte[] bytes, TableKind kind, String encoding) {
        return new TableDrawing(PROCESSES, new BytesInMemory(bytes), kind, encoding);
    }

    private static byte[] payments(Workbook book) throws IOException {
        Sheet sheet = book.createSheet("Payments");
        Row head = sheet.createRow(0);
        head.createCell(0).setCellValue("Date");
        head.createCell(1).setCellValue("Fee");
        CellStyle day = book.createCellStyle();
        day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
        Row row = sheet.createRow(2);
        row.createCell(0).setCellValue(LocalDate.of(2014, 3, 9));
        row.getCell(0).setCellStyle(day);
        row.createCell(1).setCellValue(1250.5);
        row.createCell(3).setCellValue("kidney");
        book.createSheet("الأسعار").setRightToLeft(true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }
}
