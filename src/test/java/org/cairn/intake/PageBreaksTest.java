package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Passage.Unit;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Written documents have the pages that their program saw, where the file tells of them, and none otherwise.
@SuppressWarnings("NullAway.Init") // made before all tests
class PageBreaksTest {

    private static final String SEEN = "<w:lastRenderedPageBreak/>";
    private static final String BY_HAND = "<w:br w:type=\"page\"/>";
    private static final String SOFT = "<text:soft-page-break/>";

    private static Reader reader;

    @BeforeAll
    static void start() {
        reader = new Reader(Limits.DEFAULT);
    }

    @AfterAll
    static void stop() {
        reader.close();
    }

    @Test
    void findsTheWordsOfAWordDocumentAtThePagesItsProgramSaw() {
        ReadResult result = read(
                word(
                        run("alpha of one") + run("end of one ") + "<w:p><w:r><w:t>over </w:t>" + SEEN
                                + "<w:t>the end</w:t></w:r></w:p>" + run(BY_HAND) + run(SEEN + "<w:t>gamma</w:t>"),
                        0),
                "a.docx");
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(result.reading().pages()).isEqualTo(3);
        assertThat(result.passages()).extracting(Passage::unit).containsOnly(Unit.PAGE);
        assertThat(texts(result)).containsExactly("alpha of one\nend of one\nover", "the end", "gamma");
    }

    @Test
    void countsARowOverTwoPagesOnceAndNothingOfABoxBesideTheWords() {
        String row = "<w:tbl><w:tr><w:tc>" + run("left" + SEEN + "<w:t>left on</w:t>") + "</w:tc><w:tc>"
                + run(SEEN + "<w:t>right</w:t>") + "</w:tc></w:tr></w:tbl>";
        String box = "<w:p><w:r><w:pict><w:txbxContent>" + run(SEEN + "<w:t>boxed</w:t>")
                + "</w:txbxContent></w:pict></w:r></w:p>";
        assertThat(read(word(row + box, 0), "a.docx").reading().pages()).isEqualTo(2);
    }

    @Test
    void believesBreaksPutByHandOnlyWhereTheyAreAllThePagesThereAre() {
        String words = run("one") + run(BY_HAND) + run("two");
        assertThat(read(word(words, 2), "a.docx").reading().pages()).isEqualTo(2);
        ReadResult longer = read(word(words, 7), "a.docx");
        assertThat(longer.reading().pages()).isZero();
        assertThat(longer.passages()).extracting(Passage::unit).containsOnly(Unit.PARAGRAPH);
        assertThat(read(word(words, 0), "a.docx").reading().pages()).isZero();
    }

    @Test
    void makesUpNoPagesWhereTheFileTellsOfNone() {
        ReadResult result = read(word(run("one") + run("two"), 1), "a.docx");
        assertThat(result.reading().pages()).isZero();
        assertThat(texts(result)).containsExactly("one\ntwo");
    }

    @Test
    void findsTheWordsOfAnOpenDocumentAtThePagesItsProgramSaw() {
        String words = "<text:p>alpha of one</text:p><text:p>over " + SOFT + "the end</text:p>" + SOFT
                + "<text:p>gamma</text:p><text:p text:style-name=\"P1\">delta</text:p>";
        ReadResult result = read(open(words, 4), "a.odt");
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(result.reading().pages()).isEqualTo(4);
        assertThat(texts(result)).containsExactly("alpha of one\nover", "the end", "gamma", "delta");
        assertThat(read(open(words, 9), "a.odt").reading().pages()).isZero();
    }

    @Test
    void readsADocumentWhosePartsUnpackToFarTooMuchWithoutPages() {
        String endless = run("one") + run(SEEN) + "<!--" + " ".repeat(70 << 20) + "-->";
        ReadResult result = read(word(endless, 2), "a.docx");
        assertThat(result.reading().pages()).isZero();
    }

    private static List<String> texts(ReadResult result) {
        return result.passages().stream().map(Passage::text).toList();
    }

    private static String run(String words) {
        String text = words.startsWith("<") || words.contains("<w:") ? words : "<w:t>" + words + "</w:t>";
        return "<w:p><w:r>" + text + "</w:r></w:p>";
    }

    private static ReadResult read(byte[] bytes, String name) {
        return reader.read(Papers.source(bytes), name, new Found(), Progress.none());
    }

    /// @param pages that it says it has; 0 where it does not say
    private static byte[] word(String body, int pages) {
        Map<String, String> parts = new LinkedHashMap<>();
        String types = "application/vnd.openxmlformats-officedocument.";
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"" + types
                        + "wordprocessingml.document.main+xml\"/><Override PartName=\"/docProps/app.xml\" ContentType=\""
                        + types
                        + "extended-properties+xml\"/></Types>");
        String relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"a\" Type=\"" + relation
                        + "officeDocument\" Target=\"word/document.xml\"/>"
                        + "<Relationship Id=\"b\" Type=\"" + relation
                        + "extended-properties\" Target=\"docProps/app.xml\"/>"
                        + "</Relationships>");
        parts.put(
                "word/document.xml",
                "<w:document"
                        + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>" + body
                        + "</w:body></w:document>");
        parts.put(
                "docProps/app.xml",
                "<Properties"
                        + " xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                        + (pages > 0 ? "<Pages>" + pages + "</Pages>" : "") + "</Properties>");
        return zip(parts);
    }

    private static byte[] open(String body, int pages) {
        Map<String, String> parts = new LinkedHashMap<>();
        String space = " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
                + " xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\""
                + " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
                + " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"";
        parts.put("mimetype", "application/vnd.oasis.opendocument.text");
        parts.put(
                "content.xml",
                "<office:document-content" + space + "><office:automatic-styles>"
                        + "<style:style style:name=\"P1\" style:family=\"paragraph\">"
                        + "<style:paragraph-properties fo:break-before=\"page\"/></style:style></office:automatic-styles>"
                        + "<office:body><office:text>" + body
                        + "</office:text></office:body></office:document-content>");
        parts.put(
                "meta.xml",
                "<office:document-meta" + space + "><office:meta><meta:document-statistic" + " meta:page-count=\""
                        + pages + "\"/></office:meta></office:document-meta>");
        return zip(parts);
    }

    private static byte[] zip(Map<String, String> parts) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        parts.forEach((name, words) -> members.put(
                name, ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + words).getBytes(StandardCharsets.UTF_8)));
        String type = parts.get("mimetype");
        if (type != null) {
            members.put("mimetype", type.getBytes(StandardCharsets.US_ASCII));
        }
        return Papers.zip(members);
    }
}
