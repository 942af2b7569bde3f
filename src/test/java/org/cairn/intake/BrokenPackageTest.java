package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Documents that are packages of parts, cut off or changed somewhere: what can be read is read, and never
/// called whole.
class BrokenPackageTest {

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 1_000_000, 1));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static ReadResult read(byte[] bytes, String name) {
        return reader.read(Papers.source(bytes), name, new Found(), Progress.none());
    }

    private static String text(ReadResult result) {
        return result.passages().stream().map(Passage::text).collect(Collectors.joining("\n"));
    }

    private static void assertDamaged(ReadResult result, String type) {
        assertThat(result.reading().status() + " " + result.reading().reason()).isEqualTo("PARTIAL damaged");
        assertThat(result.reading().mediaType()).contains(type);
    }

    /// Lines that do not pack well, so that a cut leaves some of them.
    private static String[] lines(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> "line " + i + " witness " + Long.toString(i * 7_919_777_777_777L, 36))
                .toArray(String[]::new);
    }

    private static byte[] zip(String type, String... parts) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("mimetype", type.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < parts.length; i += 2) {
            members.put(parts[i], parts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return Papers.zip(members);
    }

    private static byte[] cut(byte[] bytes, String part) {
        int last = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(part);
        int next = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PK\u0007\u0008", last);
        return Arrays.copyOf(bytes, last + (next - last) * 2 / 3);
    }

    @Test
    void readsAWordDocumentUpToWhereItIsCutOff() {
        ReadResult result = read(cut(Papers.docx(lines(3_000)), "word/document.xml"), "letter.docx");
        assertDamaged(result, "wordprocessingml");
        assertThat(text(result))
                .contains("line 0 witness")
                .contains("line 500 witness")
                .doesNotContain("line 2999 ");
    }

    @Test
    void readsAnOpenDocumentUpToWhereItIsCutOff() {
        String rows = Arrays.stream(lines(3_000))
                .map(line -> "<table:table-row><table:table-cell><text:p>" + line
                        + "</text:p></table:table-cell></table:table-row>")
                .collect(Collectors.joining());
        byte[] sheet = Papers.openSheets("<table:table table:name=\"Wards\">" + rows + "</table:table>", Map.of());
        ReadResult result = read(cut(sheet, "content.xml"), "wards.ods");
        assertDamaged(result, "opendocument.spreadsheet");
        assertThat(text(result))
                .contains("line 0 witness")
                .contains("line 500 witness")
                .doesNotContain("line 2999 ");
    }

    @Test
    void readsTheSlidesThatCameBeforeTheCut() {
        byte[] slides = Papers.slides(lines(30));
        int at = new String(slides, StandardCharsets.ISO_8859_1).indexOf("ppt/slides/slide20.xml");
        ReadResult result = read(Arrays.copyOf(slides, at), "talk.pptx");
        assertDamaged(result, "presentationml");
        assertThat(text(result)).contains("line 0 witness").doesNotContain("line 29 ");
    }

    @Test
    void readsTheWordsOfAWorkbookWhoseSheetIsCutAway() {
        byte[] book = Papers.workbook(new XSSFWorkbook(), 400);
        String all = new String(book, StandardCharsets.ISO_8859_1);
        int sheet = all.indexOf("xl/worksheets/sheet2.xml");
        assertThat(all.indexOf("xl/sharedStrings.xml")).isPositive().isLessThan(sheet);
        ReadResult result = read(Arrays.copyOf(book, sheet + 200), "wards.xlsx");
        assertDamaged(result, "spreadsheetml");
        assertThat(text(result)).contains("First400").contains("Second400");
    }

    @Test
    void readsTheChaptersOfABookWithoutItsList() {
        String chapter = "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body><p>The ward was closed.</p></body></html>";
        byte[] book =
                zip("application/epub+zip", "text/one.xhtml", chapter, "text/two.xhtml", chapter, "book.opf", "x");
        int at = new String(book, StandardCharsets.ISO_8859_1).indexOf("book.opf");
        ReadResult result = read(Arrays.copyOf(book, at), "book.epub");
        assertDamaged(result, "epub");
        assertThat(text(result)).contains("The ward was closed.");
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 7, 11})
    void callsNoDocumentWholeOfWhichABitIsTurned(int part) {
        byte[] document = Papers.docx(lines(2_000));
        int at = new String(document, StandardCharsets.ISO_8859_1).indexOf("word/document.xml") + 2_000 * part;
        document[at] ^= 1;
        ReadResult result = read(document, "letter.docx");
        assertDamaged(result, "wordprocessingml");
        assertThat(text(result)).contains("line 0 witness");
    }

    @Test
    void readsEverySlideButTheOneThatIsBroken() {
        byte[] slides = Papers.slides(lines(9));
        int at = new String(slides, StandardCharsets.ISO_8859_1).indexOf("ppt/slides/slide3.xml") + 60;
        Arrays.fill(slides, at, at + 40, (byte) 0);
        ReadResult result = read(slides, "talk.pptx");
        assertDamaged(result, "presentationml");
        assertThat(text(result)).contains("line 0 witness").contains("line 8 witness");
    }

    @Test
    void readsADocumentWhoseTableOfContentsNamesNothing() {
        byte[] document = Papers.docx(lines(200));
        int list = new String(document, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        Arrays.fill(document, list + 46, document.length - 30, (byte) 'x');
        ReadResult result = read(document, "letter.docx");
        assertDamaged(result, "wordprocessingml");
        assertThat(text(result)).contains("line 0 witness").contains("line 199 witness");
    }

    @Test
    void leavesAnArchiveThatIsNoDocumentAnArchive() {
        byte[] archive = Papers.zip(Map.of("notes.txt", "what was said".getBytes(StandardCharsets.UTF_8)));
        ReadResult result = read(archive, "notes.zip");
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(read(Arrays.copyOf(archive, 60), "notes.zip").reading().mediaType())
                .isEqualTo("application/zip");
    }

    @Test
    void saysThatWhatTellsOfTheLockIsLost() throws Exception {
        byte[] locked = LockedPapers.odt(
                "lantern", list -> list.replaceAll("(?s)<manifest:encryption-data.*?</manifest:encryption-data>", ""));
        ReadResult result = read(locked, "letter.odt");
        assertThat(result.reading().status() + " " + result.reading().reason()).isEqualTo("UNREADABLE lockLost");
    }

    @Test
    void mendsWhatIsNoXmlAnyMore() throws Exception {
        String broken = "<a xmlns:w=\"u\"><w:p><w:t>one & two</w:t><w:p><w:t x=1>three</w:t></q:z><w:t>four &#5; <b";
        byte[] mended = MendedXml.of(broken.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertThat(new String(mended, StandardCharsets.UTF_8))
                .endsWith(
                        "<a xmlns:w=\"u\"><w:p><w:t>one &amp; two</w:t></w:p><w:p>three<w:t>four &amp;#5; </w:t></w:p></a>");
    }

    @Test
    void keepsAParagraphOpenAroundANote() throws Exception {
        String broken =
                "<a xmlns:text=\"u\"><text:p>one<text:note><text:note-body><text:p>note</text:p></text:note-body>"
                        + "</text:note> two</text:p><text:p>three<text:p>four";
        byte[] mended = MendedXml.of(broken.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        assertThat(new String(mended, StandardCharsets.UTF_8))
                .endsWith("<a xmlns:text=\"u\"><text:p>one<text:note><text:note-body><text:p>note</text:p>"
                        + "</text:note-body></text:note> two</text:p><text:p>three</text:p><text:p>four</text:p></a>");
    }

    @Test
    void mendsManySignsThatAreNoneInAMoment() {
        byte[] signs = ("<a>" + "&".repeat(2_000_000)).getBytes(StandardCharsets.US_ASCII);
        assertTimeout(
                Duration.ofSeconds(20), () -> assertThat(MendedXml.of(signs)).isPresent());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void namesNoSheetByTheNameOfAnother(boolean linked) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        StringBuilder links = new StringBuilder("<Relationships>");
        for (int i = 1; i <= 3; i++) {
            links.append("<Relationship Id=\"a" + i + "\" Type=\"" + office + "/worksheet\" Target=\"worksheets/sheet"
                    + i + ".xml\"/>");
        }
        String book =
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + office
                        + "\"><sheets><sheet name=\"Prisoners\" sheetId=\"1\" r:id=\"a3\"/><sheet name=\"Guards\" sheetId=\"2\""
                        + " r:id=\"a1\"/><sheet name=\"Wards\" sheetId=\"3\" r:id=\"a2\"/></sheets></workbook>";
        parts.put("xl/workbook.xml", book.getBytes(StandardCharsets.UTF_8));
        if (linked) {
            parts.put("xl/_rels/workbook.xml.rels", (links + "</Relationships>").getBytes(StandardCharsets.UTF_8));
        }
        for (String one : List.of("guard", "ward", "prisoner")) {
            String sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                    + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + one + " one</t></is></c></row>"
                    + "</sheetData></worksheet>";
            parts.put(
                    "xl/worksheets/sheet" + (parts.size() - (linked ? 1 : 0)) + ".xml",
                    sheet.getBytes(StandardCharsets.UTF_8));
        }
        byte[] whole = Papers.zip(parts);
        int last = new String(whole, StandardCharsets.ISO_8859_1).indexOf("xl/worksheets/sheet3.xml");
        ReadResult result = read(Arrays.copyOf(whole, last + 20), "wards.xlsx");
        assertDamaged(result, "spreadsheetml");
        assertThat(text(result).split("\\s*\n\\s*"))
                .startsWith(
                        linked
                                ? new String[] {"Guards", "guard one", "Wards", "ward one"}
                                : new String[] {"?1", "guard one", "?2", "ward one"});
    }

    @Test
    void findsTheWordsOfAnOlderDocumentThatIsCutOff() throws Exception {
        byte[] letter = LockedPapers.openDoc();
        assertThat(read(letter, "letter.doc").reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        int words = new String(letter, StandardCharsets.ISO_8859_1).indexOf(LockedPapers.LINE);
        int wide = new String(letter, StandardCharsets.ISO_8859_1)
                .indexOf(
                        new String(LockedPapers.LINE.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
        ReadResult result = read(Arrays.copyOf(letter, Math.max(words, wide) + 100), "letter.doc");
        assertDamaged(result, "msword");
        assertThat(text(result)).contains(LockedPapers.LINE);
    }
}
