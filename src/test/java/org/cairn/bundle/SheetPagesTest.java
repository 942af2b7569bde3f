package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.domain.Area;
import org.cairn.domain.PageRanges;
import org.cairn.domain.Redaction;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables that no other program lays out: all of their cells are on the pages, and each page says which.
class SheetPagesTest {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @TempDir
    private Path folder;

    private record Pages(List<String> words, List<Boolean> across, ServedBundle served) {
        @Override
        public String toString() {
            return "Pages";
        }

        String all() {
            return String.join("\n", words);
        }
    }

    /// The pages of the tables, without the separator and the page that says what they are.
    private Pages set(PlannedExhibit exhibit) throws IOException {
        ServedBundle served =
                new BundleWriter().write(Plans.of(Locale.ENGLISH, exhibit), folder, Progress.none(), done -> {});
        assertThat(BundleChecker.check(served.pdf(), Optional.of(served.manifest())))
                .noneMatch(result -> result.outcome() == Outcome.BROKEN);
        List<String> words = new ArrayList<>();
        List<Boolean> across = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            int first = served.places().getFirst().page() + 2;
            int count = served.places().getFirst().pages() - 2;
            for (int page = first; page < first + count; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setSortByPosition(true);
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                words.add(stripper.getText(document));
                var box = document.getPage(page - 1).getMediaBox();
                across.add(box.getWidth() > box.getHeight());
            }
        }
        return new Pages(words, across, served);
    }

    private static PlannedExhibit values(int rows, int columns) {
        String text = IntStream.rangeClosed(1, rows)
                .mapToObj(row -> IntStream.rangeClosed(1, columns)
                        .mapToObj(column -> row == 1 ? "Field" + column : "r" + row + "c" + column + "x")
                        .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
        return Plans.document("A/1", 1, "A list", "list.csv", "text/csv", Plans.bytes(text));
    }

    private static PlannedExhibit workbook(XSSFWorkbook book) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        book.write(bytes);
        book.close();
        return Plans.document("A/1", 1, "Accounts", "accounts.xlsx", XLSX, bytes.toByteArray());
    }

    @Test
    void setsASmallTableUprightUnderTheNamesOfItsColumns() throws IOException {
        Pages pages = set(values(120, 4));

        assertThat(pages.across()).hasSizeGreaterThan(1).doesNotContain(true);
        // names and letters of columns stand over each page, and rows have their numbers
        assertThat(pages.words()).allMatch(words -> words.contains("Field4") && words.contains("D"));
        assertThat(pages.all()).contains("Rows 1–120, columns A–D", "120 r120c1x r120c2x");
        assertThat(pages.served().results()).anyMatch(result -> result.code().equals("rule.SLIP.tables"));
    }

    @Test
    void turnsThePaperForMoreColumns() throws IOException {
        Pages pages = set(values(20, 18));

        assertThat(pages.across()).containsExactly(true);
        assertThat(pages.words().getFirst()).contains("r20c1x", "r20c18x");
    }

    @Test
    void partsAVeryWideTableIntoStripsThatSayWhatTheyShow() throws IOException {
        Pages pages = set(values(40, 40));

        assertThat(pages.across()).doesNotContain(false);
        assertThat(pages.words().get(0)).contains("columns A–", "part 1 of ", "r2c1x", "r2c2x");
        assertThat(pages.words().get(1)).contains("part 2 of ", "r2c1x").doesNotContain("r2c2x");
        for (int column = 1; column <= 40; column++) {
            assertThat(pages.all()).contains("Field" + column, "r2c" + column + "x", "r40c" + column + "x");
        }
    }

    @Test
    void breaksALongCellIntoLinesAndLosesNoneOfIt() throws IOException {
        String note = "word ".repeat(700) + "omega";
        String table = "No,Note,By\n1,\"" + note + "\",AB\n2,short,CD\n";
        Pages pages = set(Plans.document("A/1", 1, "A list", "list.csv", "text/csv", Plans.bytes(table)));

        assertThat(pages.all().split("word", -1)).hasSize(701);
        assertThat(pages.all()).contains("omega", "CD");
    }

    @Test
    void printsWhatAWorkbookHides() throws IOException {
        XSSFWorkbook book = new XSSFWorkbook();
        Sheet seen = book.createSheet("Seen");
        for (int r = 0; r < 3; r++) {
            Row row = seen.createRow(r);
            row.createCell(0).setCellValue("here" + r);
            row.createCell(3).setCellValue("column" + r);
        }
        seen.setColumnHidden(3, true);
        seen.getRow(1).setZeroHeight(true);
        book.createSheet("Kept back").createRow(0).createCell(0).setCellValue("in a hidden sheet");
        book.setSheetHidden(1, true);
        book.createSheet("Nothing");

        Pages pages = set(workbook(book));

        assertThat(pages.words()).hasSize(2);
        assertThat(pages.words().get(0)).contains("Seen", "here1", "column1", "columns A–D");
        assertThat(pages.words().get(1)).contains("Kept back", "in a hidden sheet");
    }

    @Test
    void keepsTheFirstColumnOnTheRightWhereTheSheetRunsSo() throws IOException {
        XSSFWorkbook book = new XSSFWorkbook();
        Sheet sheet = book.createSheet("سجل");
        sheet.setRightToLeft(true);
        for (int r = 0; r < 3; r++) {
            Row row = sheet.createRow(r);
            row.createCell(0).setCellValue("first" + r);
            row.createCell(1).setCellValue("second" + r);
        }

        String words = set(workbook(book)).words().getFirst();

        assertThat(words.indexOf("second1")).isNotNegative().isLessThan(words.indexOf("first1"));
    }

    @Test
    void takesARowOutForGood() throws IOException {
        PlannedExhibit plain = values(3, 3);
        PlannedExhibit redacted = new PlannedExhibit(
                plain.reference(),
                plain.mark(),
                plain.title(),
                plain.content(),
                plain.custody(),
                plain.fileStem(),
                List.of(),
                PageRanges.ALL,
                List.of(new Redaction(2, new Area(0, 0, 1, 0.5), "FAMILY")),
                Optional.empty());

        Pages pages = set(redacted);

        assertThat(pages.all()).doesNotContain("r2c1x", "Field1");
        assertThat(pages.served().results()).anyMatch(result -> result.code().equals("rule.R.redacted"));
    }

    /// The page that says what the file is and which sheets follow.
    private static String listOf(Pages pages) throws IOException {
        try (PDDocument document = Loader.loadPDF(pages.served().pdf().toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setStartPage(pages.served().places().getFirst().page() + 1);
            stripper.setEndPage(pages.served().places().getFirst().page() + 1);
            return stripper.getText(document);
        }
    }

    @Test
    void saysOfASheetForWhichThereIsNoRoomThatItIsNotPrinted() throws IOException {
        XSSFWorkbook book = new XSSFWorkbook();
        book.createSheet("First").createRow(0).createCell(0).setCellValue("here");
        Row longer = book.createSheet("Second").createRow(0);
        for (int c = 0; c < 101; c++) {
            longer.createCell(c).setCellValue("y".repeat(3_990));
        }
        book.createSheet("Third");

        Pages pages = set(workbook(book));

        assertThat(listOf(pages))
                .containsPattern("Second\\s+not printed: no room")
                .containsPattern("Third\\s+nothing stands in it");
        assertThat(pages.all()).doesNotContain("yyy");
        assertThat(pages.served().results())
                .filteredOn(result -> result.code().startsWith("rule.SLIP.tables"))
                .extracting(result -> result.code() + " " + result.outcome())
                .containsExactly("rule.SLIP.tables NEEDS_PERSON", "rule.SLIP.tablesCut NEEDS_PERSON");
    }

    @Test
    void saysHowManySheetsAreNotPrintedWhereThereAreTooMany() throws IOException {
        XSSFWorkbook book = new XSSFWorkbook();
        for (int i = 1; i <= SheetText.MOST_SHEETS + 2; i++) {
            if (i == 1 || i > SheetText.MOST_SHEETS) {
                book.createSheet("s" + i).createRow(0).createCell(0).setCellValue("in" + i);
            } else {
                book.createSheet("s" + i);
            }
        }

        Pages pages = set(workbook(book));

        assertThat(listOf(pages)).contains("s1");
        assertThat(pages.served().results())
                .anyMatch(result -> result.code().equals("rule.SLIP.moreSheets")
                        && result.outcome() == Outcome.NEEDS_PERSON
                        && result.arguments().contains("2"));
    }

    @Test
    void namesColumnsAsTheyAreNamedInWorkbooks() {
        assertThat(SheetText.letters(0)).isEqualTo("A");
        assertThat(SheetText.letters(25)).isEqualTo("Z");
        assertThat(SheetText.letters(26)).isEqualTo("AA");
        assertThat(SheetText.letters(701)).isEqualTo("ZZ");
        assertThat(SheetText.letters(702)).isEqualTo("AAA");
    }
}
