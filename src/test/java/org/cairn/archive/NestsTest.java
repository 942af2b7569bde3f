package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cairn.archive.IntakeReport.Taken;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files in files in files: what came out of one that was offered has an end, and all of it is told.
class NestsTest {

    private static final long GIB = 1024L * 1024 * 1024;

    @TempDir
    Path temp;

    private static byte[] zip(int times, String name, byte[] member) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < times; i++) {
                zip.putNextEntry(new ZipEntry(i + name));
                zip.write(member);
            }
        }
        return bytes.toByteArray();
    }

    private List<Reading> taken(byte[] bytes) throws IOException {
        Path file = Files.write(temp.resolve("nest.zip"), bytes);
        try (OpenArchive open = new OpenArchive(temp)) {
            List<Taken> files = open.take(file).files();
            assertThat(files).allMatch(one -> one.reading().isPresent());
            return files.stream().flatMap(one -> one.reading().stream()).toList();
        }
    }

    @Test
    void opensTheSameFileOnceWhereItLiesInAnotherAThousandTimes() throws IOException {
        byte[] words = "the same words".getBytes(StandardCharsets.UTF_8);
        List<Reading> readings = taken(zip(1_100, ".zip", zip(2, ".txt", words)));
        assertThat(readings)
                .filteredOn(reading -> reading.reason().equals("openedBefore"))
                .isNotEmpty()
                .allSatisfy(reading -> {
                    assertThat(reading.status()).isEqualTo(ReadingStatus.PARTIAL);
                    assertThat(reading.childrenExpected()).isEqualTo(2);
                    assertThat(reading.childrenFound()).isZero();
                });
        assertThat(readings)
                .filteredOn(reading -> reading.mediaType().equals("text/plain"))
                .hasSizeBetween(2, 20)
                .allMatch(reading -> reading.status() == ReadingStatus.COMPLETE && reading.passages() == 1);
    }

    @Test
    void readsALetterThatWasPassedOnFromHandToHand() throws IOException {
        String letter = "Subject: first\r\nContent-Type: text/plain\r\n\r\nthe first words\r\n";
        for (int i = 0; i < 20; i++) {
            letter = "Subject: passed on " + i + "\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n"
                    + letter;
        }
        Path file = Files.write(temp.resolve("letter.eml"), letter.getBytes(StandardCharsets.UTF_8));
        try (OpenArchive open = new OpenArchive(temp)) {
            List<Taken> files = open.take(file).files();
            assertThat(files)
                    .hasSize(21)
                    .allSatisfy(one ->
                            assertThat(one.reading().orElseThrow().status()).isEqualTo(ReadingStatus.COMPLETE));
        }
    }

    @Test
    void endsANestThatNobodyPacks() throws IOException {
        byte[] nest = "the bottom".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 100; i++) {
            nest = zip(1, ".zip", nest);
        }
        assertThat(taken(nest)).last().satisfies(reading -> {
            assertThat(reading.status()).isEqualTo(ReadingStatus.PARTIAL);
            assertThat(reading.reason()).isEqualTo("tooDeep");
        });
    }

    @Test
    void readsTheSameWordsWhereverTheyLie() throws IOException {
        byte[] words = "the same words".getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(temp.resolve("twice.zip"), zip(3, ".txt", words));
        try (OpenArchive open = new OpenArchive(temp)) {
            open.take(file).files().stream()
                    .skip(1)
                    .forEach(one -> assertThat(open.archive
                                    .evidence()
                                    .passages(one.reference().orElseThrow(), 0, 9)
                                    .items())
                            .singleElement()
                            .satisfies(passage -> assertThat(passage.text()).isEqualTo("the same words")));
        }
    }

    @Test
    void endsAfterSoManyItemsSoManyBytesAndSoMuchTime() {
        Unpacked items = Unpacked.of(1_000);
        for (int i = 0; i < 60_000; i++) {
            assertThat(items.full()).isEmpty();
            items.count(1);
        }
        assertThat(items.full()).isEqualTo("tooMuchInside");

        Unpacked bytes = Unpacked.of(1_000);
        bytes.count(2 * GIB - 1);
        assertThat(bytes.full()).isEmpty();
        bytes.count(1);
        assertThat(bytes.full()).isEqualTo("tooMuchInside");

        Unpacked time = Unpacked.of(1_000);
        time.spent(Duration.ofMinutes(5).toNanos() - 1);
        assertThat(time.full()).isEmpty();
        time.spent(1);
        assertThat(time.full()).isEqualTo("tooLongInside");
    }

    @Test
    void leavesALargeFileMoreOfEach() {
        Unpacked large = Unpacked.of(50 * GIB);
        large.count(100 * GIB);
        large.spent(Duration.ofHours(24).toNanos());
        for (int i = 0; i < 500_000; i++) {
            large.count(1);
        }
        assertThat(large.full()).isEmpty();
    }
}
