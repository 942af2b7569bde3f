package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.tika.mime.MimeTypes;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.SAXException;

/// What is inside messages and archives comes out whole, or is said to be missing.
class InsideTest {

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 1_000_000, 1));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static ReadResult read(byte[] bytes, String name, Found found) {
        return reader.read(Papers.source(bytes), name, found, Progress.none());
    }

    @Test
    void readsAMessageHeadFirstThenItsBody() {
        ReadResult result = read(Papers.message(), "m.eml", new Found());
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(result.passages().getFirst().text())
                .contains("From: Amina <amina@example.org>", "To: The Inquiry", "Subject: What I saw in March", "2022")
                .doesNotContain("cornerstone");
        assertThat(result.passages().get(1).text()).contains("cornerstone");
        assertThat(result.passages()).extracting(Passage::text).noneMatch(text -> text.contains("attached words"));
        assertThat(result.reading().metadata()).containsEntry("subject", "What I saw in March");
    }

    @Test
    void takesAttachmentsPicturesAndForwardedMessagesOutOfAMessage() {
        Found found = new Found();
        ReadResult result = read(Papers.message(), "m.eml", found);
        assertThat(found.names).containsExactly("ward.png", "notes.txt", "unnamed.eml");
        assertThat(found.contents.getFirst()).isEqualTo(Papers.png());
        assertThat(new String(found.contents.get(1), StandardCharsets.UTF_8)).contains("attached words");
        assertThat(new String(found.contents.get(2), StandardCharsets.UTF_8)).contains("forwarded words");
        assertThat(result.reading().childrenExpected()).isEqualTo(3);
        assertThat(result.reading().childrenFound()).isEqualTo(3);
    }

    @Test
    void readsAMessageInAnOldEncoding() {
        byte[] head = Papers.lines(
                "From: a@example.org",
                "Subject: s",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=koi8-r",
                "Content-Transfer-Encoding: 8bit",
                "");
        byte[] body = "Свидетель показал".getBytes(java.nio.charset.Charset.forName("KOI8-R"));
        byte[] whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        assertThat(read(whole, "m.eml", new Found()).passages().getLast().text())
                .contains("Свидетель показал");
    }

    @Test
    void takesTheMembersOfAnArchiveInOrder() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("b.txt", "second letter".getBytes(StandardCharsets.UTF_8));
        members.put("folder/a.pdf", Papers.pdf("words"));
        members.put("inner.zip", Papers.zip(Map.of("deep.txt", new byte[] {65})));
        Found found = new Found();
        ReadResult result = read(Papers.zip(members), "papers.zip", found);
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(found.names).containsExactly("b.txt", "a.pdf", "inner.zip");
        assertThat(found.contents).containsExactlyElementsOf(members.values());
    }

    @Test
    void keepsPathsThatWouldClimbOutOfNames() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("../../etc/passwd", new byte[] {1, 2, 3});
        members.put("..\\..\\boot.ini", new byte[] {4, 5, 6});
        Found found = new Found();
        read(Papers.zip(members), "t.zip", found);
        assertThat(found.names).containsExactly("passwd", "boot.ini");
    }

    @ParameterizedTest
    @CsvSource({
        "'/etc/shadow', shadow",
        "'C:\\x\\y.txt', y.txt",
        "'..', unnamed",
        "'', unnamed",
        "'a/..', unnamed",
        "'folder/', folder",
        "'a\u202Etxt.exe', atxt.exe",
        "'nul', _nul",
        "'a:b?.txt', a_b_.txt",
    })
    void reducesAnyNameToASafeOne(String name, String safe) {
        assertThat(FileNames.safe(name)).isEqualTo(safe);
    }

    @Test
    void keepsTheMembersBeforeTheBreakAndSaysThatSomeAreMissing() {
        Map<String, byte[]> members = new LinkedHashMap<>();
        byte[] noise = new byte[200_000];
        new java.util.Random(3).nextBytes(noise);
        members.put("whole.bin", noise);
        members.put("cut.bin", noise);
        byte[] zip = Papers.zip(members);
        Found found = new Found();
        ReadResult result = read(Arrays.copyOf(zip, zip.length - 120_000), "cut.zip", found);
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.PARTIAL);
        assertThat(found.names).containsExactly("whole.bin");
        assertThat(found.contents.getFirst()).isEqualTo(noise);
        assertThat(result.reading().childrenExpected())
                .isGreaterThan(result.reading().childrenFound());
    }

    @Test
    void saysThatALockedArchiveNeedsAPasswordAndKeepsItsPathsOut() {
        byte[] zip = Papers.zip(Map.of("secret/place.txt", "words".getBytes(StandardCharsets.UTF_8)));
        zip[6] |= 1;
        int central = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        zip[central + 8] |= 1;
        Found found = new Found();
        ReadResult result = read(zip, "locked.zip", found);
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.ENCRYPTED);
        assertThat(result.reading().reason()).isEqualTo("password");
        assertThat(result.passages()).isEmpty();
        assertThat(found.names).isEmpty();
    }

    @Test
    void stopsABombThatUnpacksToFarMoreThanItsSize() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            byte[] piece = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(piece);
            }
        }
        int[] kept = {0};
        ReadResult result =
                reader.read(Papers.source(bytes.toByteArray()), "bomb.zip", counting(kept), Progress.none());
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.UNREADABLE);
        assertThat(result.reading().reason()).isEqualTo("tooMuchInside");
        assertThat(kept[0]).isZero();
    }

    private static ChildSink counting(int[] kept) {
        return new ChildSink() {
            @Override
            public void child(String name, InputStream bytes) throws IOException {
                bytes.transferTo(java.io.OutputStream.nullOutputStream());
                kept[0]++;
            }

            @Override
            public void again() {
                kept[0] = 0;
            }
        };
    }

    @Test
    void stopsAnArchiveOfTooManyMembers() throws IOException, SAXException {
        DataOutputStream out = new DataOutputStream(java.io.OutputStream.nullOutputStream());
        Children children = new Children(new Answer(out), 1_000_000, MimeTypes.getDefaultMimeTypes());
        for (int i = 0; i < 10_000; i++) {
            children.take("x", new ByteArrayInputStream(new byte[] {1}));
        }
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                StopReading.class, () -> children.take("x", new ByteArrayInputStream(new byte[] {1})))
                        .reason())
                .isEqualTo("tooManyChildren");
        assertThat(children.found()).isEqualTo(10_000);
    }

    @Test
    void tellsAMemberThatBreaksOffFromOneThatEnds() throws IOException {
        ByteArrayOutputStream pipe = new ByteArrayOutputStream();
        InputStream failing =
                new java.io.SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("torn");
                    }
                });
        Frames.Sent sent =
                Frames.writeMember(new DataOutputStream(pipe), failing, Long.MAX_VALUE, new byte[Frames.PIECE]);
        assertThat(sent.whole()).isFalse();
        Frames.Pieces pieces = new Frames.Pieces(new DataInputStream(new ByteArrayInputStream(pipe.toByteArray())));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(pieces::readAllBytes))
                .isInstanceOf(IOException.class);
        assertThat(pieces.brokenOff()).isTrue();
        assertThat(pieces.pipeBroke()).isFalse();
    }
}
