package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Archives that no library opens are opened by the program that can, where it is, and are said to need it where not.
class OutsideReadingTest {

    private static final byte[] WORDS = "words in a cabinet".getBytes(StandardCharsets.UTF_8);

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader(new Limits(Duration.ofSeconds(60), 128, 100_000, 1));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static ReadResult read(byte[] bytes, String name, Found found) {
        return reader.read(Papers.source(bytes), name, found, Progress.none());
    }

    /// A cabinet of files that are not packed ([MS-CAB]).
    private static byte[] cabinet(String... names) {
        int folder = 36;
        int files = folder + 8;
        int data = files;
        for (String name : names) {
            data += 16 + name.length() + 1;
        }
        int length = WORDS.length * names.length;
        ByteBuffer cab = ByteBuffer.allocate(data + 8 + length).order(ByteOrder.LITTLE_ENDIAN);
        cab.put("MSCF".getBytes(StandardCharsets.US_ASCII)).putInt(0).putInt(cab.capacity());
        cab.putInt(0).putInt(files).putInt(0).put((byte) 3).put((byte) 1);
        cab.putShort((short) 1).putShort((short) names.length);
        cab.putShort((short) 0).putShort((short) 7).putShort((short) 0);
        cab.putInt(data).putShort((short) 1).putShort((short) 0);
        int offset = 0;
        for (String name : names) {
            cab.putInt(WORDS.length)
                    .putInt(offset)
                    .putShort((short) 0)
                    .putShort((short) 0x5A21)
                    .putShort((short) 0);
            cab.putShort((short) 0x20)
                    .put(name.getBytes(StandardCharsets.US_ASCII))
                    .put((byte) 0);
            offset += WORDS.length;
        }
        cab.putInt(0).putShort((short) length).putShort((short) length);
        for (String ignored : names) {
            cab.put(WORDS);
        }
        return cab.array();
    }

    @Test
    void opensACabinetOrSaysWhatItNeeds() {
        Found found = new Found();
        ReadResult result = read(cabinet("one.txt", "..\\..\\two.txt"), "a.cab", found);
        assertThat(result.reading().mediaType()).isEqualTo("application/vnd.ms-cab-compressed");
        if (SevenZip.find().isEmpty()) {
            assertThat(result.reading().status()).isEqualTo(ReadingStatus.UNREADABLE);
            assertThat(result.reading().reason()).isEqualTo("needsArchiver");
            return;
        }
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(found.names).containsExactly("one.txt", "two.txt");
        assertThat(found.contents).allSatisfy(content -> assertThat(content).isEqualTo(WORDS));
        assertThat(Path.of("../../two.txt")).doesNotExist();
    }

    @Test
    void callsNothingCompleteThatIsCutOff() {
        assumeTrue(SevenZip.find().isPresent());
        byte[] whole = cabinet("one.txt", "two.txt");
        for (int cut = 1; cut < whole.length - 4; cut += 9) {
            ReadResult result = read(Arrays.copyOf(whole, whole.length - cut), "a.cab", new Found());
            assertThat(result.reading().status()).isIn(ReadingStatus.PARTIAL, ReadingStatus.UNREADABLE);
        }
    }

    /// One that says of each file that it is a gigabyte long.
    @Test
    void stopsACabinetThatPromisesMoreThanAnHonestOne() {
        assumeTrue(SevenZip.find().isPresent());
        byte[] bomb = cabinet("one.txt", "two.txt");
        ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN).putInt(44, 1 << 30);
        ReadResult result = read(bomb, "a.cab", new Found());
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.UNREADABLE);
    }

    @Test
    void opensZstandardByItself() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new ZstdOutputStream(bytes)) {
            packed.write(WORDS);
        }
        Found found = new Found();
        ReadResult result = read(bytes.toByteArray(), "letter.txt.zst", found);
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(found.names).containsExactly("letter.txt");
        assertThat(found.contents).containsExactly(WORDS);
        byte[] broken = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 3);
        Found part = new Found();
        assertThat(read(broken, "letter.txt.zst", part).reading().status()).isEqualTo(ReadingStatus.PARTIAL);
        assertThat(part.names).containsExactly("letter.txt.part");
    }

    @Test
    void leavesOutFoldersAndLinksOfATable() throws IOException {
        String table = """
                Path = folder
                Size = 0
                Attributes = D drwxr-xr-x

                Path = folder/a = b.txt
                Size = 9
                Attributes = A -rw-r--r--
                CRC = C9CF67B7
                Encrypted = +

                Path = link
                Size = 3
                Symbolic Link = folder

                Path = unknown
                Size =\s
                """;
        assertThat(ListedMember.of(new BufferedReader(new StringReader(table))))
                .isEqualTo(List.of(
                        new ListedMember("folder/a = b.txt", 9, 0xC9CF67B7L, true),
                        new ListedMember("unknown", WholeMember.UNKNOWN, WholeMember.UNKNOWN, false)));
    }
}
