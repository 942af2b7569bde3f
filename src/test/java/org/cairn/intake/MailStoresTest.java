package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.io.TikaInputStream;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Each message of a mail store comes out by itself, with the folder it lay in and what hangs on it.
class MailStoresTest {

    private static final byte[] FIRST =
            letter("First", "<1@example.org>", "From the start I knew.", "", "From here on not.");
    private static final byte[] SECOND = letter("=?utf-8?B?0J7RgtCy0LXRgg==?=", "<2@example.org>", "An answer.");

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 100_000, 1));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static byte[] letter(String subject, String number, String... words) {
        return Papers.lines(
                "From: Amina <amina@example.org>",
                "To: inquiry@example.org",
                "Date: Mon, 3 Jan 2022 10:00:00 +0300",
                "Subject: " + subject,
                "Message-ID: " + number,
                "In-Reply-To: <0@example.org>",
                "References: <0@example.org>",
                " <00@example.org>",
                "",
                String.join("\r\n", words));
    }

    private static byte[] mailbox(byte[]... letters) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] letter : letters) {
            bytes.writeBytes(Papers.lines("From amina@example.org Mon Jan  3 10:00:00 2022"));
            bytes.writeBytes(letter);
            bytes.writeBytes(Papers.lines(""));
        }
        return bytes.toByteArray();
    }

    private static ReadResult read(byte[] bytes, String name, Found found) {
        return reader.read(Papers.source(bytes), name, found, Progress.none());
    }

    private static void assertEnd(ReadResult result, ReadingStatus status, String reason) {
        assertThat(result.reading().status() + " " + result.reading().reason()).isEqualTo(status + " " + reason);
    }

    @Test
    void takesEveryMessageOutOfAMailboxByteForByte() {
        Found found = new Found();
        assertEnd(read(mailbox(FIRST, SECOND), "inbox.mbox", found), ReadingStatus.COMPLETE, "");
        assertThat(found.contents).containsExactly(FIRST, SECOND);
        assertThat(found.names).containsExactly("First.eml", "Ответ.eml");
        assertThat(found.paths()).containsExactly("0001/First.eml", "0002/Ответ.eml");
    }

    @Test
    void doesNotTakeASentenceForTheNextMessage() {
        byte[] talk =
                letter("Talk", "<3@example.org>", "He said:", "", "From that day on nobody came.", "They waited.");
        Found found = new Found();
        read(mailbox(talk), "inbox.mbox", found);
        assertThat(found.contents).containsExactly(talk);
    }

    @Test
    void saysByWhichNumbersAMessageIsKnownAndWhichItAnswers() {
        assertThat(read(FIRST, "first.eml", new Found()).reading().metadata())
                .containsEntry("messageId", "1@example.org")
                .containsEntry("inReplyTo", "0@example.org")
                .containsEntry("references", "0@example.org 00@example.org");
    }

    @Test
    void readsAMessageOfApplesProgram() {
        ReadResult result = read(emlx(FIRST), "1.emlx", new Found());
        assertEnd(result, ReadingStatus.COMPLETE, "");
        assertThat(result.reading().metadata())
                .containsEntry("subject", "First")
                .containsEntry("messageId", "1@example.org");
        assertThat(result.passages().getLast().text())
                .contains("From the start")
                .doesNotContain("plist");
    }

    private static byte[] emlx(byte[] letter) {
        String after = "<?xml version=\"1.0\"?><plist><dict/></plist>";
        return (letter.length + "       \n" + new String(letter, StandardCharsets.UTF_8) + after)
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void takesEveryMessageOutOfOutlooksStoreWithItsFolder() throws IOException {
        Found found = new Found();
        assertEnd(read(outlook(), "archive.pst", found), ReadingStatus.COMPLETE, "");
        assertThat(found.paths())
                .containsExactly(
                        "Top of Outlook data file/Inbox/tmp/original email.eml",
                        "Top of Outlook data file/Inbox/tmp/FW_ original email.eml",
                        "Top of Outlook data file/Inbox/tmp/FW_ original email.eml",
                        "Top of Outlook data file/Inbox/tmp/FW_ original email.eml");
        ReadResult first = read(found.contents.getFirst(), found.names.getFirst(), new Found());
        assertThat(first.reading().mediaType()).isEqualTo("message/rfc822");
        assertThat(first.reading().metadata())
                .containsEntry("subject", "original email")
                .containsEntry("sent", "Wed, 30 Aug 2017 19:26:03 +0000")
                .containsKeys("from", "to", "messageId");
        assertThat(first.passages().getLast().text()).isEqualTo("This is the original email (html)");
    }

    @Test
    void writesTheSameMessageTheSameWayTwice() throws IOException {
        Found once = new Found();
        Found again = new Found();
        read(outlook(), "archive.pst", once);
        read(outlook(), "archive.pst", again);
        assertThat(again.contents).containsExactlyElementsOf(once.contents);
    }

    @Test
    void saysThatAStoreThatIsCutOffIsDamagedAndKeepsWhatCame() throws IOException {
        byte[] whole = outlook();
        ReadResult result = read(Arrays.copyOf(whole, whole.length / 3), "archive.pst", new Found());
        assertThat(result.reading().status()).isIn(ReadingStatus.PARTIAL, ReadingStatus.UNREADABLE);
        assertThat(result.reading().reason()).isIn("damaged", "childrenMissing");
    }

    private static byte[] outlook() throws IOException {
        try (InputStream packed = MailStoresTest.class.getResourceAsStream("/mail/outlook.pst.gz");
                InputStream plain = new GZIPInputStream(packed)) {
            return plain.readAllBytes();
        }
    }

    @Test
    void writesAMessageThatLiesInsideAnotherAsAFileOfItsOwn() throws IOException {
        try (POIFSFileSystem outer = new POIFSFileSystem()) {
            outer.createDocument(new ByteArrayInputStream(new byte[] {1}), "__properties_version1.0");
            outer.createDirectory("__nameid_version1.0")
                    .createDocument("names", new ByteArrayInputStream(new byte[] {7}));
            DirectoryEntry inner = outer.createDirectory("__substg1.0_3701000D");
            inner.createDocument("__properties_version1.0", new ByteArrayInputStream(new byte[] {2, 3}));
            TikaInputStream handed = TikaInputStream.get(new byte[0]);
            handed.setOpenContainer(inner);
            try (InputStream written = InnerOffice.written(handed);
                    POIFSFileSystem alone = new POIFSFileSystem(written)) {
                assertThat(alone.getRoot().hasEntry("__nameid_version1.0")).isTrue();
                assertThat(alone.createDocumentInputStream("__properties_version1.0")
                                .readAllBytes())
                        .startsWith(2, 3)
                        .hasSize(10);
            }
        }
    }
}
