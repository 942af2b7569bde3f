package org.cairn.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// LibreOffice itself, where it is installed: sheets as they are often written, so that printed as they ask they would
/// be cut into pieces.
class FittedSheetsTest {

    private static final Fitting PLAIN = new Fitting(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static Optional<LibreOffice> office = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void findTheProgram() {
        office = LibreOffice.find(Optional.empty());
        assumeTrue(office.isPresent(), "LibreOffice is not installed");
    }

    /// What was laid out: the words of each page, and how wide the pages are.
    private record Pages(
            List<String> words, List<Float> widths, Map<String, Float> heights, Optional<Fitting> fitting) {
        @Override
        public String toString() {
            return "Pages";
        }

        String all() {
            return String.join("\n", words);
        }
    }

    private static Workbook book(String ending) {
        return ending.equals("xls") ? new HSSFWorkbook() : new XSSFWorkbook();
    }

    private static Sheet sheet(Workbook book, String name, int rows, int columns, int letters) {
        Sheet sheet = book.createSheet(name);
        for (int r = 1; r <= rows; r++) {
            Row row = sheet.createRow(r - 1);
            for (int c = 1; c <= columns; c++) {
                row.createCell(c - 1).setCellValue("r" + r + "c" + c + "x");
                sheet.setColumnWidth(c - 1, letters * 256);
            }
        }
        return sheet;
    }

    private static Pages laidOut(Workbook book, String ending) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        book.write(bytes);
        book.close();
        return laidOut(bytes.toByteArray(), ending);
    }

    private static Pages laidOut(byte[] workbook, String ending) throws Exception {
        OfficeKind kind = new OfficeKind(ending, OfficeKind.Part.CALC, true);
        try (Converted made = office.orElseThrow()
                        .pages(
                                () -> new ByteArrayInputStream(workbook),
                                kind,
                                ConversionLimits.DEFAULT,
                                Progress.none());
                InputStream pdf = made.open();
                PDDocument document = Loader.loadPDF(pdf.readAllBytes())) {
            List<String> words = new ArrayList<>();
            List<Float> widths = new ArrayList<>();
            Map<String, Float> heights = new HashMap<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper() {
                    @Override
                    protected void writeString(String text, List<TextPosition> letters) throws IOException {
                        heights.putIfAbsent(text.strip(), letters.getFirst().getYDirAdj());
                        super.writeString(text, letters);
                    }
                };
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                words.add(stripper.getText(document));
                widths.add(document.getPage(page - 1).getMediaBox().getWidth());
            }
            return new Pages(words, widths, heights, made.fitting());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"xlsx", "xls"})
    void keepsAllColumnsOfARowOnOnePage(String ending) throws Exception {
        Workbook book = book(ending);
        Sheet sheet = sheet(book, "Wards", 120, 10, 18);
        sheet.setColumnBreak(3);
        book.setPrintArea(0, 0, 4, 0, 20);

        Pages pages = laidOut(book, ending);

        assertThat(pages.words()).hasSizeBetween(2, 4);
        assertThat(pages.widths()).allMatch(width -> width > 840);
        assertThat(pages.words().getFirst()).contains("r1c1x", "r1c10x");
        assertThat(pages.words().getLast()).contains("r120c1x", "r120c10x");
        assertThat(pages.fitting()).contains(PLAIN);
    }

    @Test
    void partsAVeryWideSheetIntoStripsThatFollowEachOther() throws Exception {
        Workbook book = book("xlsx");
        sheet(book, "Everything", 80, 70, 16);

        Pages pages = laidOut(book, "xlsx");

        assertThat(pages.fitting().orElseThrow().stripped()).isEqualTo(1);
        assertThat(pages.words().get(0)).contains("r1c1x", "r1c2x");
        // the next page goes on with the same rows, under their first column
        assertThat(pages.words().get(1)).contains("r1c1x").doesNotContain("r1c2x");
        assertThat(pages.words().get(1)).containsPattern("r1c1\\dx|r1c2\\dx");
        for (int column = 1; column <= 70; column++) {
            assertThat(pages.all()).contains("r1c" + column + "x", "r80c" + column + "x");
        }
    }

    @Test
    void makesALongSheetOfManyPagesThatAreRead() throws Exception {
        Workbook book = book("xlsx");
        Sheet sheet = sheet(book, "Long", 300, 4, 12);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 1);

        Pages pages = laidOut(book, "xlsx");

        assertThat(pages.words()).hasSizeBetween(4, 8);
        assertThat(pages.widths()).allMatch(width -> width < 600);
    }

    @Test
    void saysWhatTheWorkbookHides() throws Exception {
        Workbook book = book("xlsx");
        Sheet sheet = sheet(book, "Seen", 9, 4, 10);
        sheet.setColumnHidden(2, true);
        sheet.setColumnHidden(9, true);
        sheet.getRow(4).setZeroHeight(true);
        sheet.getRow(5).setZeroHeight(true);
        sheet(book, "Hidden", 2, 2, 10);
        sheet(book, "Deeper", 2, 2, 10);
        book.createSheet("Nothing");
        book.setSheetHidden(1, true);
        book.setSheetVisibility(2, org.apache.poi.ss.usermodel.SheetVisibility.VERY_HIDDEN);
        book.setSheetHidden(3, true);
        Cell cell = sheet.getRow(0).getCell(0);
        var note = sheet.createDrawingPatriarch()
                .createCellComment(book.getCreationHelper().createClientAnchor());
        note.setString(book.getCreationHelper().createRichTextString("a remark"));
        cell.setCellComment(note);

        Pages pages = laidOut(book, "xlsx");

        assertThat(pages.fitting()).contains(new Fitting(0, 0, 2, 2, 1, 1, 0, 0, 0, 0));
        assertThat(pages.all()).contains("r1c1x", "r1c4x").doesNotContain("r1c3x", "r5c1x");
    }

    @Test
    void keepsTheFirstColumnOnTheRightWhereTheSheetRunsSo() throws Exception {
        Workbook book = book("xlsx");
        sheet(book, "سجل", 3, 5, 12).setRightToLeft(true);

        Pages pages = laidOut(book, "xlsx");

        String first = pages.words().getFirst();
        assertThat(first.indexOf("r1c5x")).isNotNegative().isLessThan(first.indexOf("r1c1x"));
    }

    @Test
    void cutsNothingOffThatItsCellHasNoRoomFor() throws Exception {
        Workbook book = book("xlsx");
        Sheet sheet = sheet(book, "Narrow", 3, 6, 8);
        sheet.getRow(0).createCell(0).setCellValue("A title that goes on over all of the cells");
        for (int c = 1; c < 6; c++) {
            sheet.getRow(0).removeCell(sheet.getRow(0).getCell(c));
        }
        sheet.getRow(1).getCell(0).setCellValue("much longer than the column in which it stands, to its end");
        CellStyle money = book.createCellStyle();
        money.setDataFormat(book.createDataFormat().getFormat("#,##0.00"));
        Cell number = sheet.getRow(1).createCell(1);
        number.setCellValue(123_456_789.25);
        number.setCellStyle(money);
        CellStyle wrapping = book.createCellStyle();
        wrapping.setWrapText(true);
        Cell low = sheet.getRow(1).createCell(2);
        low.setCellValue("words in a row that is too low for all of them, of which the last is omega");
        low.setCellStyle(wrapping);
        sheet.getRow(1).setHeightInPoints(12);

        Pages pages = laidOut(book, "xlsx");

        assertThat(pages.all().replaceAll("\\s+", " "))
                .contains("A title that goes on over all of the cells")
                .contains("123,456,789.25")
                .doesNotContain("###");
        // what has no room on its line goes on in the next, and the row is as high as that
        assertThat(pages.all()).doesNotContain("in which it stands, to its end");
        float title = pages.heights().entrySet().stream()
                .filter(words -> words.getKey().startsWith("A title"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        assertThat(Objects.requireNonNull(pages.heights().get("r3c1x")) - title).isGreaterThan(60);
    }

    @Test
    void doesNotPartASheetForALongLineOverIt() throws Exception {
        Workbook book = book("xlsx");
        Sheet sheet = sheet(book, "Disclaimer", 5, 4, 14);
        sheet.createRow(0).createCell(0).setCellValue("They said nothing of it. ".repeat(30) + "omega");

        Pages pages = laidOut(book, "xlsx");

        assertThat(pages.fitting()).contains(PLAIN);
        assertThat(pages.words()).hasSize(1);
        assertThat(pages.all()).contains("omega", "r5c4x");
    }

    @Test
    void printsMergedCellsAndWhatLiesBesideThem() throws Exception {
        Workbook book = book("xlsx");
        Sheet sheet = sheet(book, "Merged", 6, 8, 14);
        sheet.getRow(0).getCell(0).setCellValue("A head over all of them");
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 7));
        sheet.addMergedRegion(new CellRangeAddress(2, 4, 2, 3));

        Pages pages = laidOut(book, "xlsx");

        assertThat(pages.words()).hasSize(1);
        assertThat(pages.all())
                .contains("A head over all of them", "r3c3x", "r6c8x")
                .doesNotContain("r4c4x");
    }

    @Test
    void saysThatMergedCellsHideWhatTheyHold() throws Exception {
        Workbook book = book("xlsx");
        Sheet sheet = sheet(book, "Merged", 6, 4, 14);
        sheet.getRow(0).getCell(0).setCellValue("fits");
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, 1));
        sheet.getRow(2).getCell(0).setCellValue("words of which there are far too many for two cells ".repeat(5));
        CellStyle wrapping = book.createCellStyle();
        wrapping.setWrapText(true);
        sheet.getRow(2).getCell(0).setCellStyle(wrapping);
        sheet.addMergedRegion(new CellRangeAddress(2, 3, 0, 1));

        Pages pages = laidOut(book, "xlsx");

        // one beside the first; one beside and two under the second
        assertThat(pages.fitting()).contains(new Fitting(0, 0, 0, 0, 0, 0, 0, 1, 4, 0));
    }

    @Test
    void saysThatTheDayOfAFormulaIsThatOfThePages() throws Exception {
        XSSFWorkbook book = new XSSFWorkbook();
        Row row = book.createSheet("Day").createRow(0);
        CellStyle day = book.createCellStyle();
        day.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
        for (String formula : List.of("TODAY()", "DATE(2012,1,1)")) {
            var cell = (org.apache.poi.xssf.usermodel.XSSFCell) row.createCell(Math.max(0, row.getLastCellNum()));
            cell.setCellFormula(formula);
            cell.getCTCell().setV("41000");
            cell.setCellStyle(day);
        }

        Pages pages = laidOut(book, "xlsx");

        // what was last seen stays, but for what asks for the day
        assertThat(pages.all()).containsOnlyOnce("2012-04-01");
        assertThat(pages.fitting().orElseThrow().reckoned()).isEqualTo(1);
    }

    @Test
    void laysOutAWorkbookThatItCannotMakeOut() throws Exception {
        Path broken = folder.resolve("document.ods");
        try (OutputStream out = Files.newOutputStream(broken)) {
            out.write("no workbook".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }

        assertThat(FittedWorkbook.of(broken, Progress.none())).isEmpty();
    }
}
