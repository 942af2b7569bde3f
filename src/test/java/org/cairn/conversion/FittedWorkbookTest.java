package org.cairn.conversion;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workbooks of OpenDocument written anew, without the program that lays them out.
class FittedWorkbookTest {

    private static final String NAMES = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
            + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
            + " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
            + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
            + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"";

    private static final String STYLES = "<style:style style:name=\"wr\" style:family=\"table-cell\">"
            + "<style:table-cell-properties fo:wrap-option=\"wrap\"/></style:style>"
            + "<style:style style:name=\"co\" style:family=\"table-column\">"
            + "<style:table-column-properties fo:break-before=\"page\" style:column-width=\"100pt\"/></style:style>"
            + "<style:style style:name=\"ta\" style:family=\"table\" style:master-page-name=\"Own\">"
            + "<style:table-properties table:display=\"true\" style:writing-mode=\"rl-tb\"/></style:style>";

    @TempDir
    private Path folder;

    private Map<String, String> fitted(String columns, String rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        read(columns, rows).orElseThrow().writeTo(out);
        Map<String, String> parts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return parts;
    }

    private Optional<FittedWorkbook> read(String columns, String rows) throws IOException {
        Path file = folder.resolve("document.ods");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet");
            put(
                    zip,
                    "content.xml",
                    "<office:document-content" + NAMES + "><office:automatic-styles>" + STYLES
                            + "</office:automatic-styles><office:body><office:spreadsheet><table:table"
                            + " table:name=\"one\" table:style-name=\"ta\" table:print-ranges=\"one.A1:one.A2\""
                            + " table:print=\"false\">" + columns + rows
                            + "</table:table></office:spreadsheet></office:body></office:document-content>");
            put(
                    zip,
                    "styles.xml",
                    "<office:document-styles" + NAMES + "><office:automatic-styles><style:page-layout"
                            + " style:name=\"pm\"><style:page-layout-properties style:scale-to=\"400%\""
                            + " style:print=\"grid\"/></style:page-layout></office:automatic-styles>"
                            + "<office:master-styles><style:master-page style:name=\"Own\""
                            + " style:page-layout-name=\"pm\"><style:header><text:p>The head</text:p></style:header>"
                            + "</style:master-page></office:master-styles></office:document-styles>");
            put(zip, "settings.xml", "<as/>");
        }
        return FittedWorkbook.of(file, Progress.none());
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(UTF_8));
    }

    private static String columns(int count) {
        return "<table:table-column table:style-name=\"co\" table:number-columns-repeated=\"" + count + "\"/>";
    }

    private static String row(int cells, String words) {
        return "<table:table-row><table:table-cell table:number-columns-repeated=\"" + cells
                + "\" office:value-type=\"string\"><text:p>" + words + "</text:p></table:table-cell></table:table-row>";
    }

    @Test
    void printsAllOfASheetOnPagesOfItsOwnWithTheHeadThatItHad() throws IOException {
        Map<String, String> parts = fitted(columns(10), row(10, "word"));

        assertThat(parts.get("content.xml"))
                .contains("table:style-name=\"cairn0\"", "style:writing-mode=\"rl-tb\"", "<text:p>word</text:p>")
                .doesNotContain("print-ranges", "table:print=", "break-before");
        assertThat(parts.get("styles.xml"))
                .contains("style:scale-to-X=\"1\"", "style:scale-to-Y=\"0\"", "landscape", "zero-values grid")
                .containsPattern("style:name=\"cairn0\"[^>]*>\\s*<style:header><text:p>The head");
        assertThat(parts).containsEntry("settings.xml", "<as/>").containsKey("mimetype");
    }

    @Test
    void partsTheFirstColumnFromTheOthersWhereItComesAgain() throws IOException {
        assertThat(fitted(columns(50), row(50, "word")).get("content.xml"))
                .containsPattern("<table:table-header-columns><table:table-column[^>]*></table:table-column>"
                        + "</table:table-header-columns><table:table-column[^>]*number-columns-repeated=\"49\"");
    }

    @Test
    void readsALongSheetFullOfSignsThatAreWrittenAsOthers() throws IOException {
        String rows = row(1, "&lt;&amp;&gt;".repeat(20)).repeat(3_000);

        assertThat(fitted(columns(1), rows).get("content.xml")).contains("&lt;&amp;");
    }

    /// A cell whose column is as wide as in `columns`.
    private static String cell(String attributes, String words) {
        return "<table:table-cell " + attributes + "><text:p>" + words + "</text:p></table:table-cell>";
    }

    private static String rowOf(String cells) {
        return "<table:table-row>" + cells + "</table:table-row>";
    }

    @Test
    void widensEachColumnOfEqualNumbersThatAreWrittenAsOne() throws IOException {
        String amounts = cell(
                "table:number-columns-repeated=\"12\" office:value-type=\"float\" office:value=\"1\"",
                "1,234,567,890,123,456.00");
        String content = fitted(columns(12), rowOf(amounts)).get("content.xml");

        for (int column = 0; column < 12; column++) {
            assertThat(content).contains("<table:table-column table:style-name=\"cairnc0_" + column + "\"");
        }
    }

    @Test
    void breaksEqualTextThatStopsItself() throws IOException {
        String words = "words that are longer than a column of a hundred points";
        String twice = cell("table:number-columns-repeated=\"2\" office:value-type=\"string\"", words);
        String once = cell("office:value-type=\"string\"", words);

        assertThat(fitted(columns(4), rowOf(twice)).get("content.xml")).contains("table:style-name=\"cairnw_\"");
        assertThat(fitted(columns(4), rowOf(once)).get("content.xml")).doesNotContain("cairnw_");
    }

    private Fitting fitting(String cells) throws IOException {
        return read(columns(4), rowOf(cells)).orElseThrow().fitting();
    }

    @Test
    void countsCellsThatAreWorkedOutAnew() throws IOException {
        String before = "office:value-type=\"float\" table:number-columns-repeated=\"2\" table:formula=\"of:=";

        assertThat(fitting(cell(before + "YEAR(TODAY())\"", "2012")).reckoned()).isEqualTo(2);
        assertThat(fitting(cell(before + "ORG.LIBREOFFICE.RAND.NV()\"", "2")).reckoned())
                .isEqualTo(2);
        assertThat(fitting(cell(before + "LEN(&quot;NOW()&quot;)+MYNOW([.A2])\"", "2"))
                        .reckoned())
                .isZero();
    }

    @Test
    void countsMergedCellsThatAreTooSmallAndWhatTheyCover() throws IOException {
        String three = "table:number-columns-spanned=\"3\" office:value-type=\"string\"";
        String hidden = "<table:covered-table-cell office:value-type=\"string\"><text:p>below</text:p>"
                + "</table:covered-table-cell><table:covered-table-cell/>";

        assertThat(fitting(cell(three, "word ".repeat(8)) + hidden))
                .isEqualTo(new Fitting(0, 0, 0, 0, 0, 0, 0, 0, 1, 0));
        assertThat(fitting(cell(three, "word ".repeat(80)) + hidden).mergedCut())
                .isEqualTo(1);
        assertThat(fitting(cell(three + " table:style-name=\"wr\"", "word ".repeat(80)) + hidden)
                        .mergedCut())
                .isEqualTo(1);
        // as many lines as there are rows
        String tall = cell(three + " table:number-rows-spanned=\"9\" table:style-name=\"wr\"", "word ".repeat(80));
        String rows = rowOf(tall + hidden) + rowOf(hidden.repeat(2)).repeat(8);
        assertThat(read(columns(4), rows).orElseThrow().fitting().mergedCut()).isZero();
    }

    @Test
    void widensTheColumnOfTextThatWouldMakeItsRowVeryHigh() throws IOException {
        String wrapped = "table:style-name=\"wr\" office:value-type=\"string\"";

        String content =
                fitted(columns(4), rowOf(cell(wrapped, "word ".repeat(200)))).get("content.xml");
        assertThat(content).contains("\"cairnc0_0\"").contains("400.00pt");
        assertThat(fitting(cell(wrapped, "word ".repeat(200))).cut()).isZero();
        assertThat(fitting(cell(wrapped, "word ".repeat(6_500))).cut()).isEqualTo(1);
    }

    @Test
    void leavesASheetAloneOfWhichTooManyCellsWouldBeCutOff() throws IOException {
        String longer = "<table:table-cell office:value-type=\"string\"><text:p>abcdefghijklmnopqrstuvwxyz</text:p>"
                + "</table:table-cell>";
        String row = rowOf(longer.repeat(11));

        assertThat(read(columns(11), row.repeat(Cramped.MOST_CELLS / 10 - 10))).isPresent();
        assertThat(read(columns(11), row.repeat(Cramped.MOST_CELLS / 10 + 10))).isEmpty();
        String half = row.repeat(Cramped.MOST_CELLS / 20 + 10);
        assertThat(read(columns(11), half + "</table:table><table:table>" + columns(11) + half))
                .isEmpty();
    }

    @Test
    void leavesAloneWhatItCannotMakeOut() throws IOException {
        assertThat(read("<table:table-column", "")).isEmpty();
    }

    @Test
    void followsNoDocumentType() throws IOException {
        Path file = folder.resolve("document.ods");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "styles.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]><a>&b;</a>");
            put(zip, "content.xml", "<a/>");
        }

        assertThat(FittedWorkbook.of(file, Progress.none())).isEmpty();
    }

    @Test
    void findsTheColumnOfAPlace() {
        assertThat(SheetMeasure.columnOf("'A.sheet'.AB12")).isEqualTo(27);
        assertThat(SheetMeasure.columnOf("$One.$A$1")).isZero();
        assertThat(SheetMeasure.columnOf("")).isEqualTo(-1);
    }
}
