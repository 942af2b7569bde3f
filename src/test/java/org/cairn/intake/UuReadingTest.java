package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Files that were written into a text by uuencode come out of it, and the text stays.
class UuReadingTest {

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 1_000_000, 1));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    /// Bytes of every value, of a length that fills no last line.
    private static byte[] every() {
        byte[] bytes = new byte[1_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 7);
        }
        return bytes;
    }

    private static String written(String name, byte[] bytes, char empty) {
        StringBuilder text = new StringBuilder("begin 644 " + name + "\n");
        for (int from = 0; from < bytes.length; from += 45) {
            byte[] line = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 45));
            text.append(letter(line.length, empty));
            for (int i = 0; i < line.length; i += 3) {
                int three = part(line, i) << 16 | part(line, i + 1) << 8 | part(line, i + 2);
                for (int shift = 18; shift >= 0; shift -= 6) {
                    text.append(letter(three >> shift & 0x3F, empty));
                }
            }
            text.append('\n');
        }
        return text.append(empty).append("\nend\n").toString();
    }

    private static int part(byte[] line, int place) {
        return place < line.length ? line[place] & 0xFF : 0;
    }

    private static char letter(int value, char empty) {
        return value == 0 ? empty : (char) (value + ' ');
    }

    private static ReadResult read(String text, String name, Found found) {
        return reader.read(Papers.source(text.getBytes(StandardCharsets.UTF_8)), name, found, Progress.none());
    }

    private static String words(ReadResult result) {
        return String.join("\n", result.passages().stream().map(Passage::text).toList());
    }

    @Test
    void opensAFileThatIsNothingElse() {
        for (char empty : new char[] {'`', ' '}) {
            Found found = new Found();
            ReadResult result = read(written("photo 1.jpg", every(), empty), "kept", found);
            assertThat(found.contents).containsExactly(every());
            assertThat(found.names).containsExactly("photo 1.jpg");
            assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
            assertThat(result.reading().mediaType()).isEqualTo("text/x-uuencode");
            assertThat(result.passages()).isEmpty();
        }
    }

    @Test
    void opensItWhereTheWayTookTheEmptyPlacesAtLineEnds() {
        String text =
                written("a.bin", new byte[100], ' ').replaceAll(" +\n", "\n").replace("\n", "\r\n");
        // all zeros: nothing but the first line's letter would be left to know it by
        String known = text.replaceFirst("\r\nM\r\n", "\r\nM" + " ".repeat(60) + "\r\n");
        Found found = new Found();
        read(known, "a.uu", found);
        assertThat(found.contents).containsExactly(new byte[100]);
    }

    @Test
    void leavesTheWordsAroundItAsTheText() {
        Found found = new Found();
        String text = "The lists, as promised.\n\n" + written("list.txt", every(), '`') + "\nKeep them safe.\n"
                + written("more.txt", every(), '`');
        ReadResult result = read(text, "letter.txt", found);
        assertThat(found.names).containsExactly("list.txt", "more.txt");
        assertThat(words(result)).contains("as promised", "Keep them safe").doesNotContain("begin", "end");
    }

    @Test
    void opensWhatWasWrittenWithBase64() {
        String lines = Base64.getMimeEncoder(76, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(every());
        Found found = new Found();
        read("begin-base64 600 list.bin\n" + lines + "\n====\n", "a", found);
        assertThat(found.contents).containsExactly(every());
    }

    @Test
    void opensWhatWasWrittenIntoOneLine() {
        byte[] bytes = new byte[300_000];
        Arrays.fill(bytes, (byte) 7);
        Found found = new Found();
        read(
                "A list.\nbegin-base64 600 list.bin\n" + Base64.getEncoder().encodeToString(bytes) + "\n====\n",
                "a",
                found);
        assertThat(found.contents).containsExactly(bytes);
    }

    @Test
    void takesALineThatIsLongerThanAnyForWords() {
        Found found = new Found();
        ReadResult result = read("begin-base64 600 list.bin\n" + "QUJD".repeat(300_000) + "\n====\n", "a", found);
        assertThat(found.names).isEmpty();
        assertThat(words(result)).contains("begin-base64", "QUJDQUJD");
    }

    @Test
    void leavesTheWordsBehindOneThatIsCutOff() {
        Found found = new Found();
        String begun = written("list.txt", every(), '`').substring(0, 200);
        String whole = begun.substring(0, begun.lastIndexOf('\n') + 1);
        ReadResult result = read(whole + "2022-01-03 ACCT 4471\n\nAND NO MORE\n", "a.txt", found);
        assertThat(result.reading().reason()).isEqualTo("childrenMissing");
        assertThat(words(result)).contains("ACCT 4471", "NO MORE");
    }

    @Test
    void saysThatOneIsMissingThatIsCutOff() {
        String text = written("list.txt", every(), '`');
        for (int length : new int[] {text.length() - 4, 400, 200}) {
            Found found = new Found();
            ReadResult result = read(text.substring(0, length), "a.uu", found);
            assertThat(found.names).isEmpty();
            assertThat(result.reading().reason()).isEqualTo("childrenMissing");
        }
    }

    @Test
    void takesASentenceForWords() {
        Found found = new Found();
        ReadResult result = read("We will\nbegin 644 things at once\nand end them.\nend\n", "a.txt", found);
        assertThat(found.names).isEmpty();
        assertThat(result.reading().childrenExpected()).isZero();
        assertThat(words(result)).contains("644 things");
    }

    @Test
    void opensOneInTheWordsOfALetter() {
        Found found = new Found();
        String letter = "From: a@example.org\nTo: b@example.org\nSubject: lists\nDate: Mon, 1 Mar 1999 10:00:00 +0000\n"
                + "\nThe lists.\n\n" + written("../list.zip", every(), '`') + "\nYours\n";
        ReadResult result = read(letter, "letter.eml", found);
        assertThat(result.reading().mediaType()).isEqualTo("message/rfc822");
        assertThat(found.names).containsExactly("list.zip");
        assertThat(found.contents).containsExactly(every());
        assertThat(words(result)).contains("The lists.", "Yours").doesNotContain("begin 644");
    }

    @Test
    void opensOneInTheWordsOfALetterThatHasAttachments() {
        Found found = new Found();
        String letter = """
                From: a@example.org
                To: b@example.org
                Subject: lists
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="x"

                --x
                Content-Type: text/plain

                The lists.

                """ + written("list.bin", every(), '`') + """
                --x
                Content-Type: message/rfc822

                From: c@example.org
                To: a@example.org
                Subject: the older list

                Here it is.

                """ + written("older.bin", every(), '`') + "--x--\n";
        ReadResult result = read(letter, "letter.eml", found);
        assertThat(words(result)).contains("The lists.").doesNotContain("begin 644");
        assertThat(found.names).hasSize(2).contains("list.bin");
        assertThat(found.contents).contains(every());
        int inner = 1 - found.names.indexOf("list.bin");
        assertThat(new String(found.contents.get(inner), StandardCharsets.US_ASCII))
                .contains("begin 644 older.bin");
    }

    @Test
    void opensOneThatIsPartOfALetter() {
        Found found = new Found();
        String letter = """
                From: a@example.org
                To: b@example.org
                Subject: lists
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="x"

                --x
                Content-Type: text/plain

                The lists.
                --x
                Content-Type: application/octet-stream; name="list.bin"
                Content-Transfer-Encoding: x-uuencode
                Content-Disposition: attachment; filename="list.bin"

                """ + written("list.bin", every(), '`') + "--x--\n";
        read(letter, "letter.eml", found);
        assertThat(found.names).containsExactly("list.bin");
        Found inside = new Found();
        reader.read(Papers.source(found.contents.getFirst()), "list.bin", inside, Progress.none());
        assertThat(inside.contents.isEmpty() ? found.contents : inside.contents).containsExactly(every());
    }
}
