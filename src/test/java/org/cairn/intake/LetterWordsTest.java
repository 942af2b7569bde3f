package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A letter's words come as they were written, whatever its head says of them or leaves out.
class LetterWordsTest {

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 1_000_000, 1));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static byte[] bytes(String head, String body, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(body.getBytes(charset));
        return bytes.toByteArray();
    }

    private static byte[] letter(String type, String body, Charset charset) {
        String head = "From: a@example.org\nTo: b@example.org\nSubject: ward\nMIME-Version: 1.0\nContent-Type: ";
        return bytes(head + type + "\n\n", body, charset);
    }

    private static ReadResult read(byte[] bytes, String name, Found found) {
        return reader.read(Papers.source(bytes), name, found, Progress.none());
    }

    private static String words(byte[] bytes, String name) {
        return read(bytes, name, new Found()).passages().stream()
                .map(Passage::text)
                .collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1256, windows-1256, الطبيب قال",
        "gb2312, GB18030, 医生说要肾脏移植",
        "shift_jis, Shift_JIS, 腎臓移植の病院",
        "koi8-r, KOI8-R, Врач сказал"
    })
    void readsAShortLetterInTheEncodingThatItNames(String named, String written, String words) {
        byte[] plain = letter("text/plain; charset=" + named, words, Charset.forName(written));
        byte[] page = letter("text/html; charset=" + named, "<p>" + words + "</p>", Charset.forName(written));
        assertThat(words(plain, "plain.eml")).endsWith(words);
        assertThat(words(page, "page.eml")).endsWith(words);
    }

    @ParameterizedTest
    @CsvSource({"utf-8, windows-1251", "us-ascii, UTF-8", "iso-2022-jp, UTF-8", "utf-16, UTF-8", "nobody-knows, UTF-8"})
    void readsWhatANameOfAnEncodingIsWrongAbout(String named, String written) {
        String words = "Врач сказал, что почку продали";
        Charset charset = Charset.forName(written);
        byte[] page = bytes("<html><head><meta charset=\"" + named + "\"></head><body>", words, charset);
        assertThat(words(letter("text/plain; charset=" + named, words, charset), "plain.eml"))
                .endsWith(words);
        assertThat(words(page, "page.html")).endsWith(words);
    }

    @Test
    void readsATextWithABrokenLetterInTheEncodingOfAllOthers() {
        byte[] text = "Врач сказал, что почку продали в клинике".getBytes(StandardCharsets.UTF_8);
        text[20] = 'x';
        assertThat(words(text, "note.txt")).startsWith("Врач ").endsWith("почку продали в клинике");
    }

    private static byte[] twice(String plain, String page) {
        String body = "--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + plain
                + "\r\n--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
                + "\r\n--B\r\nContent-Type: text/calendar; charset=utf-8\r\n\r\nBEGIN:VCALENDAR\r\nEND:VCALENDAR"
                + "\r\n--B--\r\n";
        return letter("multipart/alternative; boundary=B", body, StandardCharsets.UTF_8);
    }

    @Test
    void readsWhatIsSaidTwiceOnce() {
        byte[] letter = twice(
                "The kidney was sold. https://example.org/?a=1&b=2",
                "<p>The <a href=\"https://example.org/?a=1&amp;b=2\">kidney</a> was sold.</p>");
        assertThat(words(letter, "m.eml")).containsOnlyOnce("kidney").endsWith("The kidney was sold.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The kidney was not sold.",
                "The kidney was sold. https://example.org/more",
                "The kidney was was sold."
            })
    void readsTwiceWhatSaysAWordMore(String plain) {
        byte[] letter = twice(plain, "<p>The <b>kidney</b> was sold.</p>");
        assertThat(words(letter, "m.eml")).contains(plain).endsWith("The kidney was sold.");
    }

    @Test
    void readsAPageThatHoldsAnotherWithinIt() {
        byte[] letter = twice(
                "The kidney was sold.",
                "<p>The kidney was sold.</p><img src=\"data:text/html,<p>more</p>\"><p>On Friday.</p>");
        assertThat(words(letter, "m.eml")).contains("The kidney was sold.").endsWith("On Friday.");
    }

    @Test
    void readsBothVersionsOfALetterThatSayDifferentThings() {
        byte[] letter = twice("Bring the money on Friday.", "<p>Happy birthday to all of you.</p>");
        assertThat(words(letter, "m.eml")).contains("Bring the money on Friday.", "Happy birthday to all of you.");
    }

    @Test
    void takesOutAnInvitationThatIsAVersionOfTheLetter() {
        Found found = new Found();
        read(twice("Come on Friday.", "<p>Come on Friday.</p>"), "m.eml", found);
        assertThat(found.names).hasSize(1);
        assertThat(new String(found.contents.getFirst(), StandardCharsets.UTF_8))
                .startsWith("BEGIN:VCALENDAR");
    }

    @Test
    void readsALetterToTenThousandPeople() {
        String many = IntStream.range(0, 10_000)
                .mapToObj(i -> "somebody" + i + "@example.org")
                .collect(Collectors.joining(", "));
        byte[] letter = bytes("From: a@example.org\nTo: " + many + "\n\n", "to all", StandardCharsets.UTF_8);
        ReadResult result = read(letter, "m.eml", new Found());
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(result.passages().getLast().text()).endsWith("to all");
    }

    @Test
    void showsTheLinesOfALetterWhoseHeadHasNoEnd() {
        byte[] letter = bytes(
                "From: a@example.org\nSubject: ward\n" + "X-A: b\n".repeat(20_000),
                "\r\nthe words",
                StandardCharsets.UTF_8);
        ReadResult result = read(letter, "m.eml", new Found());
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.PARTIAL);
        assertThat(result.reading().reason()).isEqualTo("damaged");
        assertThat(result.passages().getLast().text()).endsWith("the words");
    }
}
