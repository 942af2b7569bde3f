package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Addresses and appointments come out with the words that people wrote.
class CardReadingTest {

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 100_000, 1));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static String text(byte[] bytes, String name, Found found) {
        ReadResult result = reader.read(Papers.source(bytes), name, found, Progress.none());
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        return result.passages().stream().map(Passage::text).collect(Collectors.joining("\n"));
    }

    private static String text(String card, String name) {
        return text(card.getBytes(StandardCharsets.UTF_8), name, new Found());
    }

    private static String quoted(String words, Charset charset) {
        StringBuilder signs = new StringBuilder();
        for (byte one : words.getBytes(charset)) {
            signs.append(String.format("=%02X", one));
        }
        return signs.toString();
    }

    @Test
    void readsNamesThatATelephoneQuoted() {
        String card = "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
                + quoted("Иванов", StandardCharsets.UTF_8)
                + ";" + quoted("Пётр", StandardCharsets.UTF_8)
                + ";;;\r\nTEL;CELL:+79261234567\r\nNOTE;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:"
                + quoted("врач из боль", Charset.forName("windows-1251"))
                + "=\r\n" + quoted("ницы", Charset.forName("windows-1251")) + "\r\nEND:VCARD\r\n";
        assertThat(text(card, "contacts.vcf"))
                .contains("N:Иванов;Пётр;;;")
                .contains("TEL;CELL:+79261234567")
                .contains("NOTE:врач из больницы");
    }

    @Test
    void joinsWordsThatTheEndOfALineBroke() {
        String meeting = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Meeting at the cli\r\n nic\r\n"
                + "DESCRIPTION:with the sur\r\n\tgeon\\nand others\\, at night\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        assertThat(text(meeting, "meeting.ics"))
                .contains("SUMMARY:Meeting at the clinic\n")
                .contains("with the surgeon\nand others, at night");
    }

    @Test
    void joinsALetterThatTheEndOfALineBroke() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n".getBytes(StandardCharsets.UTF_8));
        byte[] line = "SUMMARY:Встреча с хирургом".getBytes(StandardCharsets.UTF_8);
        bytes.write(line, 0, 9);
        bytes.writeBytes("\r\n ".getBytes(StandardCharsets.UTF_8));
        bytes.write(line, 9, line.length - 9);
        bytes.writeBytes("\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n".getBytes(StandardCharsets.UTF_8));
        assertThat(text(bytes.toByteArray(), "meeting.ics", new Found())).contains("SUMMARY:Встреча с хирургом");
    }

    @Test
    void keepsTheGapAtWhichAnOlderCardBreaksItsLines() {
        String card = "BEGIN:VCARD\r\nVERSION:2.1\r\nN:Amina\r\nNOTE:taken to the\r\n clinic\r\nEND:VCARD\r\n";
        assertThat(text(card, "contact.vcf")).contains("NOTE:taken to the clinic");
    }

    @Test
    void takesThePictureOutOfACard() {
        byte[] picture = Papers.png();
        String lines = Base64.getMimeEncoder(70, "\r\n ".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(picture);
        String card =
                "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Amina\r\nPHOTO;ENCODING=b;TYPE=PNG:" + lines + "\r\nEND:VCARD\r\n";
        Found found = new Found();
        assertThat(text(card.getBytes(StandardCharsets.UTF_8), "contact.vcf", found))
                .contains("FN:Amina");
        assertThat(found.names).containsExactly("photo-1.png");
        assertThat(found.contents.getFirst()).isEqualTo(picture);
    }

    @Test
    void takesAPictureOutThatIsWrittenAsAnAddress() {
        byte[] picture = Papers.png();
        String card = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Amina\r\nPHOTO:data:image/png;base64,"
                + Base64.getEncoder().encodeToString(picture) + "\r\nURL:data:none\r\nEND:VCARD\r\n";
        Found found = new Found();
        assertThat(text(card.getBytes(StandardCharsets.UTF_8), "contact.vcf", found))
                .contains("FN:Amina")
                .contains("URL:data:none")
                .doesNotContain("base64");
        assertThat(found.names).containsExactly("photo-1.png");
        assertThat(found.contents.getFirst()).isEqualTo(picture);
    }

    @Test
    void readsAStrokeBeforeALetterAsAStroke() {
        String meeting = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:C:\\\\names\\, at\\nnight\r\n"
                + "END:VEVENT\r\nEND:VCALENDAR\r\n";
        assertThat(text(meeting, "meeting.ics")).contains("SUMMARY:C:\\names, at\nnight");
    }

    @Test
    void joinsManyLinesInAMoment() {
        String card = "BEGIN:VCARD\r\nVERSION:2.1\r\nNOTE;ENCODING=QUOTED-PRINTABLE;X=\"" + "a".repeat(50_000) + "\":"
                + "=\r\n".repeat(100_000) + "words\r\nEND:VCARD\r\n";
        assertTimeout(
                Duration.ofSeconds(20),
                () -> assertThat(text(card, "contact.vcf")).contains("words"));
    }
}
