package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.cairn.domain.PlaceInside;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Archives that mean harm: names that lead elsewhere, and files that unpack to more than anybody has room for.
class HostileArchivesTest {

    private static final byte[] WORDS = "words".getBytes(StandardCharsets.UTF_8);
    private static final String LONG = "l".repeat(4_000);
    private static final String TURNED = "a\u202Etxt.exe";

    /// The same one twice at the end.
    private static final List<String> NAMES =
            List.of("../../climbed-out", "C:\\climbed-out", "/tmp/climbed-out", TURNED, LONG, "same", "same");

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 100_000, 1));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static ReadResult read(byte[] bytes, Found found) {
        return reader.read(Papers.source(bytes), "file", found, Progress.none());
    }

    @FunctionalInterface
    private interface Packing {
        byte[] pack() throws IOException;
    }

    static Stream<Packing> packings() {
        return Stream.of(
                HostileArchivesTest::zip,
                HostileArchivesTest::tar,
                HostileArchivesTest::cpio,
                HostileArchivesTest::sevenZip);
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (String name : NAMES) {
                put(zip, new ZipArchiveEntry(name));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (String name : NAMES) {
                TarArchiveEntry entry = new TarArchiveEntry(name, true);
                entry.setSize(WORDS.length);
                put(tar, entry);
            }
            for (byte kind : new byte[] {TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_FIFO}) {
                tar.putArchiveEntry(new TarArchiveEntry("device", kind));
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] cpio() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CpioArchiveOutputStream cpio = new CpioArchiveOutputStream(bytes, "UTF-8")) {
            for (int i = 0; i < NAMES.size(); i++) {
                CpioArchiveEntry entry = new CpioArchiveEntry(NAMES.get(i), WORDS.length);
                // the library writes no name twice: the second one is renamed below, in the bytes
                entry.setName(i == NAMES.size() - 1 ? "sbme" : NAMES.get(i));
                put(cpio, entry);
            }
        }
        String written = bytes.toString(StandardCharsets.ISO_8859_1);
        return written.replace("sbme", "same").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] sevenZip() throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile archive = new SevenZOutputFile(channel)) {
            for (String name : NAMES) {
                SevenZArchiveEntry entry = new SevenZArchiveEntry();
                entry.setName(name);
                archive.putArchiveEntry(entry);
                archive.write(WORDS);
                archive.closeArchiveEntry();
            }
        }
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }

    private static <E extends ArchiveEntry> void put(ArchiveOutputStream<E> archive, E entry) throws IOException {
        archive.putArchiveEntry(entry);
        archive.write(WORDS);
        archive.closeArchiveEntry();
    }

    @ParameterizedTest
    @MethodSource("packings")
    void takesEveryMemberUnderANameThatLeadsNowhere(Packing packing) throws IOException {
        Found found = new Found();
        ReadResult result = read(packing.pack(), found);
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(found.names)
                .hasSize(NAMES.size())
                .startsWith("climbed-out", "climbed-out", "climbed-out", "atxt.exe")
                .endsWith("same", "same")
                .allSatisfy(
                        name -> assertThat(name).doesNotContain("/", "\\", ":").hasSizeBetween(1, 200));
        assertThat(found.contents).allSatisfy(content -> assertThat(content).isEqualTo(WORDS));
        assertThat(found.paths())
                .startsWith("../../climbed-out", "C:/climbed-out")
                .allSatisfy(path -> assertThat(path).doesNotContain("\u202E").hasSizeLessThanOrEqualTo(1_001));
        assertThat(Path.of("../../climbed-out")).doesNotExist();
        assertThat(Path.of("/tmp/climbed-out")).doesNotExist();
    }

    @Test
    void showsNoUnseenLetterOfAPath() {
        Optional<PlaceInside> place = FileNames.place("folder\u0000/a\u202Eb\u2066.txt");
        assertThat(place.map(PlaceInside::path)).contains("folder_/ab.txt");
        assertThat(FileNames.place("plain.txt")).isEmpty();
    }

    private static byte[] zeros(int mebibytes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            byte[] piece = new byte[1 << 20];
            for (int i = 0; i < mebibytes; i++) {
                packed.write(piece);
            }
        }
        return bytes.toByteArray();
    }

    private static void assertStopped(byte[] bytes) {
        ReadResult result = read(bytes, new Found());
        assertThat(result.reading().status()).isNotEqualTo(ReadingStatus.COMPLETE);
        assertThat(result.reading().reason()).isEqualTo("tooMuchInside");
    }

    @Test
    void stopsWhatUnpacksToFarMoreThanItsSizeWhereverItHides() throws IOException {
        byte[] zeros = zeros(300);
        assertStopped(zeros);
        assertStopped(new Capture()
                .answer("https://example.org/", "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", zeros)
                .plain());
    }

    @Test
    void takesAFewTimesOnlyWhatAZipNamesManyTimesInTheSamePlace() throws IOException {
        Found found = new Found();
        ReadResult result = read(overlapping(30, 1 << 20), found);
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.PARTIAL);
        assertThat(result.reading().reason()).isEqualTo("tooMuchInside");
        assertThat(result.reading().childrenExpected()).isEqualTo(30);
        assertThat(found.names).hasSize(5);
    }

    /// One packed member, and many lines in the table of contents that all lead to it.
    private static byte[] overlapping(int times, int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            ZipEntry entry = new ZipEntry("aaaaaa");
            byte[] plain = new byte[size];
            CRC32 sum = new CRC32();
            sum.update(plain);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(plain);
        }
        byte[] one = bytes.toByteArray();
        String text = new String(one, StandardCharsets.ISO_8859_1);
        int contents = text.indexOf("PK\u0001\u0002");
        int end = text.indexOf("PK\u0005\u0006");
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        many.write(one, 0, contents);
        for (int i = 0; i < times; i++) {
            byte[] line = Arrays.copyOfRange(one, contents, end);
            byte[] name = String.format(Locale.ROOT, "%06d", i).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(name, 0, line, 46, name.length);
            many.writeBytes(line);
        }
        byte[] tail = Arrays.copyOfRange(one, end, one.length);
        number(tail, 8, times);
        number(tail, 10, times);
        number(tail, 12, times * (end - contents));
        many.writeBytes(tail);
        return many.toByteArray();
    }

    private static void number(byte[] in, int place, int value) {
        in[place] = (byte) value;
        in[place + 1] = (byte) (value >> 8);
    }

    @Test
    void takesATapeThatPromisesMoreThanItHoldsForDamaged() throws IOException {
        byte[] tar = tar();
        byte[] size = "77777777777\u0000".getBytes(StandardCharsets.US_ASCII);
        byte[] promising = tar.clone();
        System.arraycopy(size, 0, promising, 124, size.length);
        int sum = 0;
        Arrays.fill(promising, 148, 156, (byte) ' ');
        for (int i = 0; i < 512; i++) {
            sum += promising[i] & 0xFF;
        }
        byte[] told = String.format(Locale.ROOT, "%06o\u0000 ", sum).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(told, 0, promising, 148, told.length);
        ReadResult result = read(promising, new Found());
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.UNREADABLE);
    }

    @Test
    void leavesNothingWhereWorkersKeepWhatTheyRead() throws IOException {
        read(tar(), new Found());
        Path memory = Path.of("/dev/shm");
        if (Files.isDirectory(memory)) {
            String ours = "cairn-" + ProcessHandle.current().pid() + "-";
            try (Stream<Path> spools = Files.list(memory)) {
                for (Path spool : spools.filter(
                                path -> path.getFileName().toString().startsWith(ours))
                        .toList()) {
                    assertThat(spool).isEmptyDirectory();
                }
            }
        }
    }
}
