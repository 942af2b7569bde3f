package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What cannot be taken out of an archive is said, with the reason that helps.
class ArchivesTest {

    private static final byte[] WORDS = "words in a member".getBytes(StandardCharsets.UTF_8);

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 1_000_000, 1));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static void assertEnd(byte[] bytes, Found found, ReadingStatus status, String reason) {
        ReadResult result = reader.read(Papers.source(bytes), "file", found, Progress.none());
        assertThat(result.reading().status() + " " + result.reading().reason()).isEqualTo(status + " " + reason);
    }

    /// Two members, the second changed at a place counted from where its own header begins, here and in the contents.
    private static byte[] second(int header, int contents, int value) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("first.txt", WORDS);
        members.put("second.txt", WORDS);
        byte[] zip = Papers.zip(members);
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        zip[text.indexOf("PK\u0003\u0004", 4) + header] = (byte) value;
        int directory = text.indexOf("PK\u0001\u0002");
        zip[text.indexOf("PK\u0001\u0002", directory + 4) + contents] = (byte) value;
        return zip;
    }

    @Test
    void takesTheOpenMembersAndSaysThatOthersAreLocked() {
        Found found = new Found();
        assertEnd(second(6, 8, 9), found, ReadingStatus.PARTIAL, "password");
        assertThat(found.names).containsExactly("first.txt");
    }

    @Test
    void saysThatAMemberIsPackedInAnUnknownWay() {
        Found found = new Found();
        assertEnd(second(8, 10, 97), found, ReadingStatus.PARTIAL, "unsupported");
        assertThat(found.names).containsExactly("first.txt");
    }

    @Test
    void doesNotTakeAMemberForWholeWhoseSumIsWrong() {
        Found found = new Found();
        assertEnd(second(14, 16, 0x55), found, ReadingStatus.PARTIAL, "childrenMissing");
        assertThat(found.names).containsExactly("first.txt");
    }

    @Test
    void walksThroughAZipThatLostItsContents() {
        byte[] zip = Papers.zip(Map.of("only.txt", WORDS));
        int contents = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
        for (int length : new int[] {contents, contents + 10, zip.length - 12}) {
            Found found = new Found();
            assertEnd(Arrays.copyOf(zip, length), found, ReadingStatus.PARTIAL, "damaged");
            assertThat(found.contents).containsExactly(WORDS);
        }
    }

    @Test
    void readsNamesInOldEncodings() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, Charset.forName("IBM866"))) {
            zip.putNextEntry(new ZipEntry("Показания свидетеля.txt"));
            zip.write(WORDS);
            zip.putNextEntry(new ZipEntry("Справка из больницы.txt"));
            zip.write(WORDS);
        }
        Found found = new Found();
        assertEnd(bytes.toByteArray(), found, ReadingStatus.COMPLETE, "");
        assertThat(found.names).containsExactly("Показания свидетеля.txt", "Справка из больницы.txt");
    }

    @Test
    void takesFilesAndNoLinksOutOfATape() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            TarArchiveEntry file = new TarArchiveEntry("folder/证词.txt");
            file.setSize(WORDS.length);
            tar.putArchiveEntry(file);
            tar.write(WORDS);
            tar.closeArchiveEntry();
            TarArchiveEntry link = new TarArchiveEntry("link", TarArchiveEntry.LF_SYMLINK);
            link.setLinkName("/etc/shadow");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        Found found = new Found();
        assertEnd(bytes.toByteArray(), found, ReadingStatus.COMPLETE, "");
        assertThat(found.names).containsExactly("证词.txt");
    }

    @Test
    void opensASevenZipAndSaysWhenItIsLocked() throws IOException {
        Found found = new Found();
        assertEnd(sevenZip(null), found, ReadingStatus.COMPLETE, "");
        assertThat(found.contents).containsExactly(WORDS);
        assertEnd(sevenZip("secret".toCharArray()), new Found(), ReadingStatus.ENCRYPTED, "password");
    }

    private static byte[] sevenZip(char @org.jspecify.annotations.Nullable [] password) throws IOException {
        SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
        try (SevenZOutputFile archive =
                password == null ? new SevenZOutputFile(channel) : new SevenZOutputFile(channel, password)) {
            var entry = new org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry();
            entry.setName("member.txt");
            archive.putArchiveEntry(entry);
            archive.write(WORDS);
            archive.closeArchiveEntry();
        }
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }

    @Test
    void saysThatARarOfTheNewKindNeedsAProgramOrIsBroken() {
        byte[] rar = new byte[600];
        byte[] mark = {'R', 'a', 'r', '!', 0x1A, 7, 1, 0};
        System.arraycopy(mark, 0, rar, 0, mark.length);
        String reason = SevenZip.find().isPresent() ? "damaged" : "needsArchiver";
        assertEnd(rar, new Found(), ReadingStatus.UNREADABLE, reason);
    }

    @Test
    void takesA7zOfNothingForEmptyNotForDamaged() {
        byte[] nothing = new byte[32];
        byte[] mark = {'7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0, 3, (byte) 0x8D, (byte) 0x9B, (byte) 0xD5, 15};
        System.arraycopy(mark, 0, nothing, 0, mark.length);
        assertEnd(nothing, new Found(), ReadingStatus.EMPTY, "noWords");
    }

    @Test
    void saysThatAKnownKindHasNoReaderHere() {
        byte[] packed = new byte[600];
        byte[] mark = {'L', 'R', 'Z', 'I'};
        System.arraycopy(mark, 0, packed, 0, mark.length);
        assertEnd(packed, new Found(), ReadingStatus.UNREADABLE, "unsupported");
    }

    @Test
    void knowsAMedicalPictureAndWhatItSaysButNotOfWhom() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        element(bytes, 0x05, "CS", "ISO_IR 192");
        element(bytes, 0x20, "DA", "20190312");
        element(bytes, 0x60, "CS", "CT");
        element(bytes, 0x80, "LO", "Hospital ");
        bytes.writeBytes(new byte[] {0x10, 0, 0x10, 0, 'P', 'N', 4, 0, 'N', 'a', 'm', 'e'});
        bytes.writeBytes(new byte[2_000]);
        ReadResult result = reader.read(Papers.source(bytes.toByteArray()), "scan", new Found(), Progress.none());
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.NO_TEXT);
        assertThat(result.reading().mediaType()).isEqualTo("application/dicom");
        assertThat(result.reading().metadata())
                .containsEntry("modality", "CT")
                .containsEntry("created", "20190312")
                .containsEntry("institution", "Hospital")
                .doesNotContainValue("Name");
    }

    private static void element(ByteArrayOutputStream to, int number, String type, String value) {
        to.writeBytes(new byte[] {8, 0, (byte) number, 0});
        to.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        to.writeBytes(new byte[] {(byte) value.length(), 0});
        to.writeBytes(value.getBytes(StandardCharsets.US_ASCII));
    }

    /// A tape as an old program wrote it: the link has the size of the file that it leads to.
    @Test
    void readsWhatFollowsALinkThatSaysHowLargeItsFileIs() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head("first.txt", '0', 5));
        bytes.writeBytes(Arrays.copyOf("first".getBytes(StandardCharsets.US_ASCII), 512));
        bytes.writeBytes(head("link.txt", '1', 5));
        bytes.writeBytes(head("folder/", '5', 900));
        bytes.writeBytes(head("folder/", 'A', 3));
        bytes.writeBytes(Arrays.copyOf("abc".getBytes(StandardCharsets.US_ASCII), 512));
        bytes.writeBytes(head("second.txt", '0', 6));
        bytes.writeBytes(Arrays.copyOf("second".getBytes(StandardCharsets.US_ASCII), 512 + 1024));
        Found found = new Found();
        ReadResult result = reader.read(Papers.source(bytes.toByteArray()), "old.tar", found, Progress.none());
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(found.names).containsExactly("first.txt", "folder", "second.txt");
        assertThat(new String(found.contents.getLast(), StandardCharsets.US_ASCII))
                .isEqualTo("second");
    }

    private static byte[] head(String name, char type, int size) {
        byte[] head = new byte[512];
        put(head, 0, name);
        put(head, 100, "0000644\0nonsense0000000\0" + String.format("%011o\0", size) + "00000000000\0        " + type);
        put(head, 257, "ustar\00000");
        int sum = 0;
        for (byte one : head) {
            sum += one & 0xFF;
        }
        put(head, 148, String.format("%06o\0 ", sum));
        return head;
    }

    private static void put(byte[] head, int place, String words) {
        byte[] bytes = words.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, head, place, bytes.length);
    }
}
