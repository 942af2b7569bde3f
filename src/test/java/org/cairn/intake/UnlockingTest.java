package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.hwpf.HWPFDocument;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is locked opens with its password, and with no other.
class UnlockingTest {

    private static final String LINE = LockedPapers.LINE + "\n";

    /// As 7-Zip wrote them, with the password "secret": the line twenty times.
    private static final String CLASSIC =
            "UEsDBBQAAQAIAKt0fF3Mrfn9NwAAAEQCAAAIAAAAbG9uZy50eHQO+c5Y4Xm+MIWQjZDMycSFS5XBh3+yR4ueuq7VTYpib0C9WVGrV644If4K"
                    + "I4ExlwnaspblK/9JUEsBAj8DFAABAAgAq3R8Xcyt+f03AAAARAIAAAgAJAAAAAAAAAAggKSBAAAAAGxvbmcudHh0CgAgAAAAAAABABgAlBL5"
                    + "+UV/3QEAAAAAAAAAAAAAAAAAAAAAUEsFBgAAAAABAAEAWgAAAF0AAAAAAA==";

    private static final String STRONG =
            "UEsDBDMAAQBjAKt0fF0AAAAARwAAAEQCAAAIAAsAbG9uZy50eHQBmQcAAgBBRQMIAHN7FdYoK0YzgooA83PzUDdsYHy8YlZxRlGHATNvWfNjL7kc"
                    + "CNXWrmDdAmyMDzkXKM850MScfCufUVN02G5QMeMtJRZwopwoUEsBAj8DMwABAGMAq3R8XQAAAABHAAAARAIAAAgALwAAAAAAAAAggKSBAAAA"
                    + "AGxvbmcudHh0CgAgAAAAAAABABgAlBL5+UV/3QEAAAAAAAAAAAAAAAAAAAAAAZkHAAIAQUUDCABQSwUGAAAAAAEAAQBlAAAAeAAAAAAA";

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader(Limits.DEFAULT);
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    /// A kind of file, locked with "secret".
    record Locked(String kind, byte[] bytes, boolean archive) {
        @Override
        public String toString() {
            return kind;
        }
    }

    static Stream<Locked> locked() throws Exception {
        return Stream.of(
                new Locked("pdf", Papers.lockedPdf("secret", LINE.strip()), false),
                new Locked("docx", LockedPapers.docx("secret"), false),
                new Locked("xls", LockedPapers.xls("secret"), false),
                new Locked("doc", LockedPapers.doc("secret"), false),
                new Locked("ppt", LockedPapers.ppt("secret"), false),
                new Locked("odt", LockedPapers.odt("secret"), false),
                new Locked("odt-1.1", LockedPapers.oldOdt("secret"), false),
                new Locked("odt-24.2", LockedPapers.wholeOdt("secret"), false),
                new Locked("zip", decoded(CLASSIC), true),
                new Locked("zip-aes", decoded(STRONG), true),
                new Locked("7z", sevenZip(), true));
    }

    private static byte[] decoded(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static byte[] sevenZip() throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile archive = new SevenZOutputFile(channel, "secret".toCharArray())) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName("long.txt");
            archive.putArchiveEntry(entry);
            archive.write(LINE.repeat(20).getBytes(StandardCharsets.UTF_8));
            archive.closeArchiveEntry();
        }
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }

    private static ReadResult read(Locked locked, Found found, String... passwords) {
        return reader.read(
                Papers.source(locked.bytes()), "f", Passwords.of(List.of(passwords)), found, Progress.none());
    }

    @ParameterizedTest
    @MethodSource("locked")
    void opensWithTheRightOneOfSeveralAndSaysWhichItWas(Locked locked) {
        Found found = new Found();
        ReadResult result = read(locked, found, "wrong", "also wrong", "secret");
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(result.opened().words()).containsExactly("secret");
        if (locked.archive()) {
            assertThat(found.contents).hasSize(1);
            assertThat(found.contents.getFirst()).isEqualTo(LINE.repeat(20).getBytes(StandardCharsets.UTF_8));
        } else {
            assertThat(result.passages()).anyMatch(passage -> passage.text().contains(LINE.strip()));
        }
    }

    @ParameterizedTest
    @MethodSource("locked")
    void staysLockedWithAnother(Locked locked) {
        Found found = new Found();
        ReadResult result = read(locked, found, "Secret", "secret ");
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.ENCRYPTED);
        assertThat(result.reading().reason()).isEqualTo("password");
        assertThat(result.opened().words()).isEmpty();
        assertThat(found.names).isEmpty();
        assertThat(result.passages()).isEmpty();
    }

    private static final Set<String> DOCUMENTS = Set.of("docx", "xls", "doc", "ppt", "odt", "odt-1.1", "odt-24.2");

    static Stream<Locked> documents() throws Exception {
        return locked().filter(one -> DOCUMENTS.contains(one.kind()));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void takesADocumentOutOfItsLockAndNothingElse(Locked locked) {
        Found found = new Found();
        Reading taken = unlock(locked.bytes(), found, "wrong", "secret");
        assertThat(taken.reason()).isEmpty();
        assertThat(found.contents).hasSize(1);
        ReadResult open = read(new Locked("open", found.contents.getFirst(), false), new Found());
        assertThat(open.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(open.reading().mediaType()).isEqualTo(taken.mediaType());
        assertThat(open.passages()).anyMatch(passage -> passage.text().contains(LINE.strip()));
        Found again = new Found();
        assertThat(unlock(found.contents.getFirst(), again, "secret").reason()).isEmpty();
        assertThat(again.names).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void leavesADocumentInItsLockWithoutItsPassword(Locked locked) {
        Found found = new Found();
        Reading taken = unlock(locked.bytes(), found, "Secret");
        assertThat(taken.locked()).isTrue();
        assertThat(found.names).isEmpty();
    }

    private static Reading unlock(byte[] bytes, Found found, String... passwords) {
        return reader.unlock(Papers.source(bytes), "f", Passwords.of(List.of(passwords)), found, Progress.none());
    }

    @Test
    void saysThatALockOfAnUnknownKindIsOne() throws Exception {
        byte[] odt = LockedPapers.odt("secret", list -> list.replace("#aes256-cbc", "#serpent256"));
        ReadResult result = read(new Locked("odt", odt, false), new Found(), "secret");
        assertThat(result.reading().status() + " " + result.reading().reason())
                .isEqualTo(ReadingStatus.UNREADABLE + " unsupported");
    }

    private static byte[] inPackage(UnaryOperator<String> list, UnaryOperator<byte[]> part) throws Exception {
        // long enough, and not to be packed any smaller, so that much comes before the end
        byte[] random = new byte[300_000];
        new Random(7).nextBytes(random);
        String words = LINE + Base64.getEncoder().encodeToString(random);
        return LockedPapers.inPackage(
                Papers.docx(words), "application/vnd.oasis.opendocument.text", "secret", list, part);
    }

    @ParameterizedTest
    @CsvSource({
        "argon2-memory, 65536, 4294967296",
        "argon2-memory, 65536, 1048576",
        "argon2-memory, 65536, 99999999999999999999999999",
        "argon2-iterations, 3, 4000000000",
        "argon2-iterations, 3, 100000",
        "argon2-lanes, 4, 5000",
    })
    void refusesAKeyThatAsksForMoreThanThereIsAndSaysSo(String name, String usual, String asked) throws Exception {
        byte[] odt =
                inPackage(list -> list.replace(name + "=\"" + usual + "\"", name + "=\"" + asked + "\""), part -> part);
        long began = System.nanoTime();
        ReadResult result = read(new Locked("odt", odt, false), new Found(), "wrong", "secret");
        assertThat(result.reading().status() + " " + result.reading().reason())
                .isEqualTo(ReadingStatus.UNREADABLE + " unsupported");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
        assertThat(read(new Locked("odt", odt, false), new Found()).reading().reason())
                .as("before anybody gives a password")
                .isEqualTo("unsupported");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "7", "many"})
    void takesAKeyOfNoSenseForADamagedFile(String memory) throws Exception {
        byte[] odt = inPackage(list -> list.replace("memory=\"65536\"", "memory=\"" + memory + "\""), part -> part);
        ReadResult result = read(new Locked("odt", odt, false), new Found(), "secret");
        assertThat(result.reading().status() + " " + result.reading().reason())
                .isEqualTo(ReadingStatus.UNREADABLE + " damaged");
    }

    @Test
    void opensAWholePackageWhoseVectorIsNotRepeatedAndWhoseListIsOfTheNextOpenDocument() throws Exception {
        byte[] odt = inPackage(
                list -> list.replace("loext:argon2", "manifest:argon2")
                        .replace(
                                "urn:org:documentfoundation:names:experimental:office:manifest:argon2id",
                                "urn:oasis:names:tc:opendocument:xmlns:manifest:1.5#argon2id"),
                part -> Arrays.copyOfRange(part, 12, part.length));
        assertThat(read(new Locked("odt", odt, false), new Found(), "secret")
                        .reading()
                        .status())
                .isEqualTo(ReadingStatus.COMPLETE);
    }

    @Test
    void saysThatAPackageThatBrokeOffIsDamagedAndNotThatThePasswordIsWrong() throws Exception {
        byte[] odt = inPackage(list -> list, part -> Arrays.copyOf(part, part.length * 3 / 4));
        ReadResult result = read(new Locked("odt", odt, false), new Found(), "wrong", "secret");
        assertThat(result.reading().reason()).isEqualTo("damaged");
        assertThat(result.opened().words()).containsExactly("secret");
        ReadResult wrong = read(new Locked("odt", odt, false), new Found(), "wrong");
        assertThat(wrong.reading().status()).isEqualTo(ReadingStatus.ENCRYPTED);
        Found found = new Found();
        assertThat(unlock(odt, found, "secret").reason()).isEqualTo("damaged");
        assertThat(found.names).isEmpty();
    }

    @Test
    void triesNoMorePasswordsThanAFileHasTimeFor() {
        assertThat(argon(3, 65_536).tries()).isEqualTo(21);
        assertThat(argon(1, 4_000_000).tries()).isEqualTo(1);
        assertThat(argon(4_000_000_000L, 4_000_000_000L).tries()).isEqualTo(1);
        assertThat(argon(0, 0).tries()).isPositive();
    }

    private static OpenDocumentDerivation argon(long passes, long memory) {
        return new OpenDocumentDerivation("#argon2id", new byte[16], passes, memory, 4, 32, "#sha256");
    }

    @Test
    void neverTakesAPackageForWholeOfWhichOneByteIsAnother() throws Exception {
        byte[] odt = inPackage(list -> list, part -> {
            part[part.length / 2] ^= 1;
            return part;
        });
        ReadResult result = read(new Locked("odt", odt, false), new Found(), "secret");
        assertThat(result.reading().status()).isNotEqualTo(ReadingStatus.COMPLETE);
        assertThat(result.reading().reason()).isEqualTo("damaged");
    }

    @Test
    void doesNotOpenOneFileWithWhatOpenedAnotherUnlessItIsGiven() throws Exception {
        read(new Locked("xls", LockedPapers.xls("secret"), false), new Found(), "secret");
        ReadResult result = read(new Locked("doc", LockedPapers.doc("secret"), false), new Found());
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.ENCRYPTED);
    }

    @Test
    void takesOffTheLockOfAnOldWordDocumentAndChangesNothingElse() throws Exception {
        // what was locked in its streams is, byte for byte, what it was before
        Found found = new Found();
        unlock(LockedPapers.doc("secret"), found, "secret");
        try (HWPFDocument before = new HWPFDocument(new ByteArrayInputStream(LockedPapers.openDoc()));
                HWPFDocument after = new HWPFDocument(new ByteArrayInputStream(found.contents.getFirst()))) {
            assertThat(after.getFileInformationBlock().getFibBase().isFEncrypted())
                    .isFalse();
            assertThat(after.getDocumentText()).isEqualTo(before.getDocumentText());
            assertThat(after.getStyleSheet().numStyles())
                    .isEqualTo(before.getStyleSheet().numStyles());
        }
    }

    @Test
    void neverTakesAWrongPasswordOfAClassicZipForTheRightOne() {
        // one byte is all that such a lock checks: of a thousand some pass it
        byte[] zip = decoded(CLASSIC);
        for (int from = 0; from < 1_000; from += 40) {
            String[] tried = Stream.iterate(from, i -> i + 1)
                    .limit(40)
                    .map(i -> "wrong " + i)
                    .toArray(String[]::new);
            ReadResult result = read(new Locked("zip", zip, true), new Found(), tried);
            assertThat(result.reading().status()).isEqualTo(ReadingStatus.ENCRYPTED);
            assertThat(result.opened().words()).isEmpty();
        }
    }

    @Test
    void saysThatAMemberWhoseSealIsBrokenDoesNotOpen() {
        byte[] changed = decoded(STRONG);
        changed[80] ^= 1;
        ReadResult result = read(new Locked("zip-aes", changed, true), new Found(), "secret");
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.ENCRYPTED);
        assertThat(result.opened().words()).isEmpty();
    }

    @Test
    void neverShowsAPassword() {
        Passwords passwords = Passwords.of(List.of("secret"));
        Unlocking unlocking =
                new Unlocking(List.of("secret"), new Answer(new DataOutputStream(OutputStream.nullOutputStream())));
        try {
            unlocking.opened("secret");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(passwords + " " + unlocking).doesNotContain("secret");
    }
}
