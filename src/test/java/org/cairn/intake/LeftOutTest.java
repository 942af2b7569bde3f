package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Words that a reader of the format would pass over, or join with those beside them.
class LeftOutTest {

    private static final String HEAD =
            "From: a@b.org\nTo: c@d.org\nSubject: s\nDate: Mon, 2 Mar 2015 10:00:00 +0300\n" + "MIME-Version: 1.0\n";

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 1_000_000, 1));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static ReadResult read(String text, String name, Found found) {
        return reader.read(Papers.source(text.getBytes(StandardCharsets.UTF_8)), name, found, Progress.none());
    }

    private static String text(ReadResult result) {
        return result.passages().stream().map(Passage::text).collect(Collectors.joining("\n"));
    }

    private static String text(String file, String name) {
        ReadResult result = read(file, name, new Found());
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        return text(result);
    }

    private static ReadResult word(String body) {
        String types = "http://schemas.openxmlformats.org/package/2006/";
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                ("<Types xmlns=\"" + types
                                + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd."
                                + "openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" "
                                + "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                                + ".main+xml\"/></Types>")
                        .getBytes(StandardCharsets.UTF_8));
        parts.put(
                "_rels/.rels",
                ("<Relationships xmlns=\"" + types + "relationships\"><Relationship Id=\"r1\" Type=\"http://schemas."
                                + "openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                                + "Target=\"word/document.xml\"/></Relationships>")
                        .getBytes(StandardCharsets.UTF_8));
        parts.put(
                "word/document.xml",
                ("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://"
                                + "schemas.openxmlformats.org/markup-compatibility/2006\"><w:body>" + body
                                + "</w:body></w:document>")
                        .getBytes(StandardCharsets.UTF_8));
        return reader.read(Papers.source(Papers.zip(parts)), "letter.docx", new Found(), Progress.none());
    }

    @Test
    void readsWhatWasCrossedOutBehindTheParagraph() {
        String text = text(word("<w:p><w:r><w:t>the hospi</w:t></w:r><w:del><w:r><w:delText>clin</w:delText></w:r><w:r>"
                + "<w:delText>ic</w:delText></w:r></w:del><w:r><w:t>tal at night</w:t></w:r></w:p>"
                + "<w:p><w:r><w:t>the next</w:t></w:r></w:p>"));
        assertThat(text).isEqualTo("the hospital at night\nclinic\nthe next");
    }

    @Test
    void readsABoxForWhichNothingElseStands() {
        String box = "<w:txbxContent><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:txbxContent>";
        String ways =
                "<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">%s</mc:Choice>%s</mc:AlternateContent>"
                        + "</w:r></w:p>";
        assertThat(text(word(ways.formatted(box.formatted("only here"), "")))).contains("only here");
        String both = text(word(ways.formatted(
                box.formatted("in a box"), "<mc:Fallback>" + box.formatted("in a box") + "</mc:Fallback>")));
        assertThat(both).isEqualTo("in a box");
    }

    @Test
    void keepsWordsApartBetweenWhichSomethingStands() {
        String run = "<w:r><w:t>%s</w:t></w:r>";
        String box =
                "<w:r><w:pict><w:txbxContent><w:p>" + run.formatted("boxed") + "</w:p></w:txbxContent></w:pict></w:r>";
        String text = text(word("<w:p>" + run.formatted("left") + "<w:r><w:ptab w:alignment=\"right\"/></w:r>"
                + run.formatted("right") + box + run.formatted("twenty") + "<w:r><w:noBreakHyphen/></w:r>"
                + run.formatted("one") + "</w:p>"));
        assertThat(text.split("\\s+")).containsExactly("left", "right", "boxed", "twenty\u2011one");
    }

    @Test
    void keepsTheValuesOfAListOfPropertiesApart() {
        assertThat(text(
                                "<?xml version=\"1.0\"?><!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"x\"><plist version"
                                        + "=\"1.0\"><dict><key>who</key><string>Amina</string><key>when</key><string>at night"
                                        + "</string></dict></plist>",
                                "a.plist")
                        .split("\\s+"))
                .contains("who", "Amina", "when", "at", "night");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<section>one</section><section>two</section>",
                "one<div>two</div>",
                "<div>one</div><div>two</div>",
                "<article>one</article><p>two</p>",
                "<details><summary>one</summary>two</details>",
                "<select><option>one<option>two</select>",
                "one<hr>two",
                "<ul>one<li>two</ul>"
            })
    void joinsNoTwoBlocksOfAPage(String body) {
        assertThat(text("<html><body>" + body + "</body></html>", "page.html").split("\\s+"))
                .containsExactly("one", "two");
        assertThat(text("<html><body>i<b>n</b><span>side</span></body></html>", "page.html"))
                .isEqualTo("inside");
    }

    @Test
    void readsSubtitlesThatAreWrittenLikeAPage() {
        assertThat(text(
                                "<SAMI><BODY><SYNC Start=0><P Class=RUCC>one<br>two<SYNC Start=9><P>three</BODY></SAMI>",
                                "f.smi")
                        .split("\\s+"))
                .containsExactly("one", "two", "three");
    }

    @Test
    void readsWhatStandsForAPicture() {
        assertThat(text("<html><body><p>before<img alt=\"the gate\" src=x>after</p></body></html>", "page.html"))
                .isEqualTo("before the gate after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page.mht", "page.mhtml", "page"})
    void readsAPageThatWasSavedWithItsPictures(String name) {
        String page =
                "From: <Saved by Blink>\r\nSubject: s\r\nDate: Mon, 2 Mar 2015 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"b\"\r\n\r\n--b\r\nContent-Type: "
                        + "text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>=D1=81=D0=\r\n"
                        + "=B2=D0=B8=D0=B4=D0=B5=D1=82=D0=B5=D0=BB=D1=8C</p></body></html>\r\n--b--\r\n";
        assertThat(text(page, name)).contains("свидетель");
    }

    @Test
    void readsMessagesThatATelephoneSavedInAttributes() {
        byte[] picture = Papers.png();
        Found found = new Found();
        ReadResult result = read(
                "<?xml version='1.0' encoding='UTF-8'?><smses count=\"1\"><sms address=\"+79261234567\" body=\"Come to the "
                        + "clinic &#10;at night\"/><mms><part ct=\"image/png\" cl=\"gate.png\" data=\""
                        + Base64.getEncoder().encodeToString(picture) + "\"/></mms></smses>",
                "sms.xml",
                found);
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(text(result))
                .contains("address: +79261234567 body: Come to the clinic")
                .contains("at night");
        assertThat(found.names).containsExactly("gate.png");
        assertThat(found.contents.getFirst()).isEqualTo(picture);
    }

    @Test
    void joinsNoTwoParagraphsOfABookOrOfNews() {
        assertThat(text(
                                "<?xml version=\"1.0\"?><FictionBook xmlns=\"http://www.gribuser.ru/xml/fictionbook/2.0\"><body>"
                                        + "<section><title><p>one</p></title><p>two</p></section></body></FictionBook>",
                                "book.fb2")
                        .split("\\s+"))
                .containsExactly("one", "two");
        assertThat(text(
                                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>news</title><item><title>one</title>"
                                        + "<description>&lt;p&gt;two&lt;/p&gt;&lt;p&gt;three&lt;/p&gt;</description></item>"
                                        + "</channel></rss>",
                                "news.rss")
                        .split("\\s+"))
                .contains("one", "two", "three");
    }

    @Test
    void keepsWordsInBracketsThatAreNoTags() {
        assertThat(text(
                        "<?xml version=\"1.0\"?><m><from>Ali &lt;ali@example.org&gt;</from><body>He said &lt;they came"
                                + " at night&gt;</body><e><![CDATA[a <b> c]]></e><binary>some plain words</binary></m>",
                        "mail.xml"))
                .contains("Ali <ali@example.org>")
                .contains("He said <they came at night>")
                .contains("a <b> c")
                .contains("some plain words");
        assertThat(text(
                        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><description>Ali &lt;ali@example.org&gt;"
                                + " &lt;br/&gt;5 &lt; 6&lt;p&gt;two</description></item></channel></rss>",
                        "news.rss"))
                .contains("Ali <ali@example.org>")
                .contains("5 < 6")
                .doesNotContain("<br")
                .doesNotContain("<p");
    }

    @Test
    void breaksNoWordOfABookOfWhichAPartIsStressed() {
        assertThat(text(
                        "<?xml version=\"1.0\"?><FictionBook xmlns=\"http://www.gribuser.ru/xml/fictionbook/2.0\"><body>"
                                + "<section><p>wit<emphasis>nes</emphasis>ses</p></section></body></FictionBook>",
                        "book.fb2"))
                .contains("witnesses");
    }

    @ParameterizedTest
    @CsvSource({"data.json", "data.jsonl", "data"})
    void readsLettersThatDataWritesAsNumbers(String name) {
        String text =
                text("{\"said\": \"\\u0441\\u043b\\u043e\\u0432\\u043e\\nat night \\\\u0441 \\ud83d\\ude00\"}", name);
        assertThat(text).contains("слово\nat night \\u0441 \uD83D\uDE00");
        assertThat(text("at C:\\u0441\\night", "note.txt")).isEqualTo("at C:\\u0441\\night");
    }

    @Test
    void saysThatTheEndOfALetterIsMissing() {
        String letter = HEAD
                + "Content-Type: multipart/mixed; boundary=\"b\"\n\n--b\nContent-Type: text/plain\n\nwords of it\n";
        assertThat(text(letter + "--b--\n", "letter.eml")).contains("words of it");
        ReadResult cut = read(letter, "letter.eml", new Found());
        assertThat(cut.reading().status() + " " + cut.reading().reason()).isEqualTo("PARTIAL damaged");
        assertThat(text(cut)).contains("words of it");
    }
}
