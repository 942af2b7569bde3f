package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.airlift.compress.lzo.LzoCompressor;
import io.airlift.compress.zstd.ZstdCompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Adler32;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.apache.commons.compress.compressors.CompressorStreamFactory;
import org.apache.commons.compress.compressors.lz4.BlockLZ4CompressorOutputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

/// A packed file is opened into the one that it holds, or says why not.
class PackedTest {

    private static final byte[] WORDS =
            "Words that were packed, words that were packed. ".repeat(40).getBytes(StandardCharsets.UTF_8);
    private static final byte[] MORE = "And what follows.".getBytes(StandardCharsets.UTF_8);

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 1_000_000, 1));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static Found opened(String name, byte[] bytes) {
        Found found = new Found();
        assertEnd(name, bytes, found, ReadingStatus.COMPLETE, "");
        return found;
    }

    private static void assertRefused(byte[] bytes, String reason) {
        Found found = new Found();
        assertEnd("packed", bytes, found, ReadingStatus.UNREADABLE, reason);
        assertThat(found.names).isEmpty();
    }

    /// Never the whole file: it is missing, and what came before it broke off is told to be a part.
    private static Found assertBroken(byte[] bytes) {
        Found found = new Found();
        Reading reading = reader.read(Papers.source(bytes), "packed", found, Progress.none())
                .reading();
        assertThat(reading.reason()).isEqualTo("childrenMissing");
        assertThat(reading.status())
                .isEqualTo(found.names.isEmpty() ? ReadingStatus.UNREADABLE : ReadingStatus.PARTIAL);
        assertThat(found.names).isSubsetOf("packed.part");
        return found;
    }

    private static void assertEnd(String name, byte[] bytes, Found found, ReadingStatus status, String reason) {
        ReadResult result = reader.read(Papers.source(bytes), name, found, Progress.none());
        assertThat(result.reading().status() + " " + result.reading().reason()).isEqualTo(status + " " + reason);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /// A member of lzip, with a dictionary of 1 MiB.
    private static byte[] lzip(byte[] plain) throws IOException {
        return lzip(plain, 1);
    }

    private static byte[] lzip(byte[] plain, int version) throws IOException {
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        member.writeBytes(new byte[] {'L', 'Z', 'I', 'P', (byte) version, 20});
        LZMA2Options options = new LZMA2Options(1);
        options.setDictSize(1 << 20);
        try (OutputStream lzma = new LZMAOutputStream(member, options, true)) {
            lzma.write(plain);
        }
        CRC32 sum = new CRC32();
        sum.update(plain);
        ByteBuffer sums = ByteBuffer.allocate(version == 0 ? 12 : 20).order(ByteOrder.LITTLE_ENDIAN);
        sums.putInt((int) sum.getValue()).putLong(plain.length);
        if (version > 0) {
            sums.putLong(member.size() + 20L);
        }
        member.writeBytes(sums.array());
        return member.toByteArray();
    }

    @Test
    void takesOutWhatLzipPackedUnderTheNameItHadBefore() throws IOException {
        Found found = opened("words.txt.lz", lzip(WORDS));
        assertThat(found.contents).containsExactly(WORDS);
        assertThat(found.names).containsExactly("words.txt");
        assertThat(opened("words.TLZ", lzip(WORDS)).names).containsExactly("words.tar");
    }

    @Test
    void readsSeveralMembersOfLzipAndOfItsOldVersionAsOneFile() throws IOException {
        byte[] three = joined(lzip(WORDS), lzip(MORE, 0), lzip(new byte[0]));
        assertThat(opened("a.lz", three).contents).containsExactly(joined(WORDS, MORE));
    }

    @Test
    void passesOverWhatFollowsTheLastMemberOfLzip() throws IOException {
        byte[] trailing = joined(lzip(WORDS), new byte[700]);
        assertThat(opened("a.lz", trailing).contents).containsExactly(WORDS);
    }

    @Test
    void takesOnlyAPartOutOfALzipThatIsCutOffAnywhere() throws IOException {
        byte[] one = lzip(WORDS);
        for (int length : List.of(5, 6, 20, one.length - 21, one.length - 20, one.length - 1)) {
            assertBroken(Arrays.copyOf(one, length));
        }
        assertBroken(Arrays.copyOf(joined(one, one), one.length + 3));
    }

    @Test
    void takesOnlyAPartOutOfALzipWhoseSumsAreWrong() throws IOException {
        byte[] one = lzip(WORDS);
        for (int place : List.of(one.length - 20, one.length - 16, one.length - 8)) {
            byte[] wrong = one.clone();
            wrong[place] ^= 1;
            assertBroken(wrong);
        }
    }

    @Test
    void saysThatALzipNeedsMoreMemoryThanAFileMayHave() throws IOException {
        byte[] large = lzip(WORDS);
        large[5] = 29;
        assertRefused(large, "unsupported");
    }

    @Test
    void stopsALzipThatUnpacksToFarMoreThanItsSize() throws IOException {
        byte[] member = lzip(new byte[30 << 20]);
        byte[] bomb = joined(member, member, member, member, member, member, member, member, member, member);
        Found found = new Found();
        ReadResult result = reader.read(Papers.source(bomb), "bomb.lz", found, Progress.none());
        assertThat(result.reading().reason()).isEqualTo("tooMuchInside");
    }

    /// One block that is packed and one that is not.
    private static byte[] lzop(byte[] packed, byte[] stored) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(new byte[] {(byte) 0x89, 'L', 'Z', 'O', 0, 0x0D, 0x0A, 0x1A, 0x0A});
        out.writeShort(0x1030);
        out.writeShort(0x2080);
        out.writeShort(0x0940);
        out.write(new byte[] {1, 5});
        // the sums of what blocks were and of what they are
        out.writeInt(0x3);
        out.write(new byte[12]);
        out.write(4);
        out.write("name".getBytes(StandardCharsets.US_ASCII));
        out.writeInt(0);
        byte[] room = new byte[packed.length * 2 + 100];
        int length = new LzoCompressor().compress(packed, 0, packed.length, room, 0, room.length);
        assertThat(length).isLessThan(packed.length);
        out.writeInt(packed.length);
        out.writeInt(length);
        out.writeInt(adler(packed));
        out.writeInt(adler(Arrays.copyOf(room, length)));
        out.write(room, 0, length);
        out.writeInt(stored.length);
        out.writeInt(stored.length);
        out.writeInt(adler(stored));
        out.write(stored);
        out.writeInt(0);
        return bytes.toByteArray();
    }

    private static int adler(byte[] bytes) {
        Adler32 sum = new Adler32();
        sum.update(bytes);
        return (int) sum.getValue();
    }

    @Test
    void takesOutWhatLzopPacked() throws IOException {
        byte[] one = lzop(WORDS, MORE);
        Found found = opened("words.tar.lzo", one);
        assertThat(found.contents).containsExactly(joined(WORDS, MORE));
        assertThat(found.names).containsExactly("words.tar");
        assertThat(opened("a.lzo", joined(one, one)).contents).containsExactly(joined(WORDS, MORE, WORDS, MORE));
    }

    @Test
    void takesOnlyAPartOutOfALzopThatIsCutOffOrChanged() throws IOException {
        byte[] one = lzop(WORDS, MORE);
        for (int length : List.of(30, 60, one.length - 10, one.length - 4, one.length - 1)) {
            assertBroken(Arrays.copyOf(one, length));
        }
        byte[] changed = one.clone();
        changed[one.length - 5] ^= 1;
        assertBroken(changed);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }

    @Test
    void takesOutWhatTheFirstLz4Packed() throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        try (OutputStream lz4 = new BlockLZ4CompressorOutputStream(block)) {
            lz4.write(WORDS);
        }
        byte[] old = joined(number(0x184C2102), number(block.size()), block.toByteArray());
        Found found = opened("words.tar.lz4", joined(old, old));
        assertThat(found.contents).containsExactly(joined(WORDS, WORDS));
        assertThat(found.names).containsExactly("words.tar");
        assertBroken(Arrays.copyOf(old, old.length - 1));
    }

    @Test
    void takesOutWhatLz4PackedUnderTheNameItHadBefore() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream lz4 = new FramedLZ4CompressorOutputStream(bytes)) {
            lz4.write(WORDS);
        }
        byte[] frame = bytes.toByteArray();
        byte[] empty = joined(number(0x184D2A50), number(3), new byte[3]);
        assertThat(opened("a.lz4", joined(frame, empty, frame)).contents).containsExactly(joined(WORDS, WORDS));
        assertBroken(Arrays.copyOf(frame, frame.length - 5));
        Found found = opened("words.tar.lz4", frame);
        assertThat(found.contents).containsExactly(WORDS);
        assertThat(found.names).containsExactly("words.tar");
    }

    private static byte[] zstd(byte[] plain) {
        byte[] room = new byte[plain.length * 2 + 100];
        return Arrays.copyOf(room, new ZstdCompressor().compress(plain, 0, plain.length, room, 0, room.length));
    }

    @Test
    void passesOverTheFramesOfZstdThatHoldNothing() {
        byte[] empty = joined(number(0x184D2A53), number(5), new byte[5]);
        byte[] file = joined(empty, zstd(WORDS), empty, zstd(MORE), empty);
        assertThat(opened("a.zst", file).contents).containsExactly(joined(WORDS, MORE));
        assertBroken(Arrays.copyOf(file, file.length - 2));
    }

    @Test
    void takesOutAMemberOfAZipThatIsPackedWithZstd() throws IOException {
        SeekableInMemoryByteChannel bytes = new SeekableInMemoryByteChannel();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            ZipArchiveEntry entry = new ZipArchiveEntry("words.txt");
            entry.setMethod(ZipMethod.ZSTD.getCode());
            CRC32 sum = new CRC32();
            sum.update(WORDS);
            entry.setCrc(sum.getValue());
            entry.setSize(WORDS.length);
            byte[] packed = zstd(WORDS);
            entry.setCompressedSize(packed.length);
            zip.addRawArchiveEntry(entry, new ByteArrayInputStream(packed));
        }
        byte[] zip = Arrays.copyOf(bytes.array(), (int) bytes.size());
        assertThat(opened("a.zip", zip).contents).containsExactly(WORDS);
    }

    @Test
    void knowsAnOlderLzmaByItsHeadAlone() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LZMA2Options options = new LZMA2Options(1);
        options.setDictSize(1 << 13);
        options.setLcLp(0, 2);
        try (OutputStream lzma = new LZMAOutputStream(bytes, options, WORDS.length)) {
            lzma.write(WORDS);
        }
        assertThat(opened("words", bytes.toByteArray()).contents).containsExactly(WORDS);
        assertBroken(Arrays.copyOf(bytes.toByteArray(), bytes.size() - 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {CompressorStreamFactory.GZIP, CompressorStreamFactory.XZ, CompressorStreamFactory.BZIP2})
    void takesOutAsMuchAsCameOfWhatIsCutOff(String kind) throws Exception {
        byte[] lines = IntStream.range(0, 300_000)
                .mapToObj(i -> "line " + i + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new CompressorStreamFactory().createCompressorOutputStream(kind, bytes)) {
            packing.write(lines);
        }
        Found found = assertBroken(Arrays.copyOf(bytes.toByteArray(), bytes.size() * 3 / 4));
        assertThat(found.contents).singleElement().satisfies(part -> {
            assertThat(part).hasSizeGreaterThan(lines.length / 3);
            assertThat(part).isEqualTo(Arrays.copyOf(lines, part.length));
        });
    }

    @Test
    void takesOutTheFewLinesOfAShortFileThatIsCutOff() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(WORDS);
        }
        assertThat(assertBroken(Arrays.copyOf(bytes.toByteArray(), bytes.size() - 9)).contents)
                .singleElement()
                .satisfies(part -> assertThat(WORDS).startsWith(part).isNotEqualTo(new byte[0]));
    }

    /// One kind of packed file.
    record Kind(String name, byte[] packed) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Kind> kinds() throws Exception {
        ByteArrayOutputStream older = new ByteArrayOutputStream();
        try (OutputStream lzma = new LZMAOutputStream(older, new LZMA2Options(1), WORDS.length)) {
            lzma.write(WORDS);
        }
        return Stream.of(
                new Kind("gz", packed(CompressorStreamFactory.GZIP, WORDS)),
                new Kind("bz2", packed(CompressorStreamFactory.BZIP2, WORDS)),
                new Kind("xz", packed(CompressorStreamFactory.XZ, WORDS)),
                new Kind("lz4", packed(CompressorStreamFactory.LZ4_FRAMED, WORDS)),
                new Kind("zst", zstd(WORDS)),
                new Kind("lz", lzip(WORDS)),
                new Kind("lzo", lzop(WORDS, new byte[] {'.'})),
                new Kind("lzma", older.toByteArray()));
    }

    private static byte[] packed(String kind, byte[] plain) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new CompressorStreamFactory().createCompressorOutputStream(kind, bytes)) {
            packing.write(plain);
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void keepsWhatCameBeforeBytesThatBelongToNothingAndSaysThatTheyFollow(Kind kind) {
        for (byte[] more : List.of(MORE, new byte[] {7}, new byte[] {0, 0, 0, 0, 9, 9, 9, 9, 9})) {
            Found found = new Found();
            assertEnd(
                    "words.txt." + kind.name(),
                    joined(kind.packed(), more),
                    found,
                    ReadingStatus.PARTIAL,
                    "moreFollows");
            assertThat(found.names).containsExactly("words.txt");
            assertThat(found.contents)
                    .singleElement()
                    .satisfies(whole ->
                            assertThat(Arrays.copyOf(whole, WORDS.length)).isEqualTo(WORDS));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void takesZerosAfterTheEndForWhatATapeFilledUpWith(Kind kind) {
        assertThat(opened("words.txt." + kind.name(), joined(kind.packed(), new byte[1_000])).names)
                .containsExactly("words.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {CompressorStreamFactory.GZIP, CompressorStreamFactory.XZ, CompressorStreamFactory.BZIP2})
    void readsPackedFilesThatWereJoinedAsOne(String kind) throws Exception {
        byte[] one = packed(kind, WORDS);
        byte[] other = packed(kind, MORE);
        assertThat(opened("words", joined(one, other, one)).contents).containsExactly(joined(WORDS, MORE, WORDS));
        assertThat(opened("words", joined(one, new byte[4], other)).contents).containsExactly(joined(WORDS, MORE));
        Found found = assertBroken(joined(one, Arrays.copyOf(other, other.length - 3)));
        assertThat(found.contents)
                .singleElement()
                .satisfies(part -> assertThat(joined(WORDS, MORE)).startsWith(part));
        assertThat(found.contents.getFirst()).hasSizeGreaterThanOrEqualTo(WORDS.length);
    }

    private static byte[] gzip(String name) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {0x1F, (byte) 0x8B, 8, 0x1E, 0, 0, 0, 0, 0, 3});
        // something of a program's own, the name, what somebody said of it, and the sum of all that
        bytes.writeBytes(new byte[] {2, 0, 5, 6});
        bytes.writeBytes((name + "\0a remark\0").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[2]);
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(WORDS);
        deflater.finish();
        byte[] room = new byte[WORDS.length];
        bytes.write(room, 0, deflater.deflate(room));
        CRC32 sum = new CRC32();
        sum.update(WORDS);
        bytes.writeBytes(joined(number((int) sum.getValue()), number(WORDS.length)));
        return bytes.toByteArray();
    }

    @Test
    void callsWhatGzipPackedAsItWasCalledBefore() {
        Found found = opened("download.gz", gzip("\u0634\u0647\u0627\u062f\u0629.txt"));
        assertThat(found.names).containsExactly("\u0634\u0647\u0627\u062f\u0629.txt");
        assertThat(found.contents).containsExactly(WORDS);
        assertThat(opened("letter.txt.gz", gzip("")).names).containsExactly("letter.txt");
        assertThat(opened("letter.txt.gz", gzip("../../home/letter")).names).containsExactly("letter");
    }

    @Test
    void takesAMemberOfGzipWithAWrongSumForAPart() {
        byte[] wrong = gzip("words");
        wrong[wrong.length - 6] ^= 1;
        assertThat(assertBroken(wrong).names).containsExactly("packed.part");
    }

    @Test
    void takesTheWholeBlocksOutOfAZstdFrameThatIsCutOff() {
        byte[] random = new byte[900_000];
        new Random(3).nextBytes(random);
        byte[] frame = zstd(random);
        Found found = assertBroken(Arrays.copyOf(frame, 600_000));
        assertThat(found.contents).singleElement().satisfies(part -> {
            assertThat(part).hasSizeGreaterThan(400_000);
            assertThat(part).isEqualTo(Arrays.copyOf(random, part.length));
        });
    }

    @Test
    void saysThatItCannotUnpackWhatNeedsMoreMemoryThanThereIs() throws Exception {
        byte[] bytes = packed(CompressorStreamFactory.XZ, WORDS);
        int block = 12;
        int sum = block + bytes[block] * 4;
        // its dictionary is said to have 1 GiB
        bytes[block + 4] = 36;
        CRC32 crc = new CRC32();
        crc.update(bytes, block, sum - block);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(sum, (int) crc.getValue());

        assertRefused(bytes, "unsupported");
    }

    @Test
    void letsGoOfWhatAMemberTookOnceItBreaksOff() throws Exception {
        byte[] bytes = packed(CompressorStreamFactory.GZIP, WORDS);
        GzipMember member = new GzipMember(new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length - 12)));
        assertThatIOException().isThrownBy(member::readAllBytes);
        assertThatIOException().isThrownBy(member::read).withMessage("closed");
    }

    @Test
    void letsGoOfWhatAnInflaterTookWhenItIsClosed() throws Exception {
        class Seen extends Inflating {
            Seen() {
                super(new ByteArrayInputStream(new byte[0]));
            }

            int sum() {
                return inf.getAdler();
            }
        }
        Seen seen = new Seen();
        assertThat(seen.sum()).isZero();
        seen.close();
        assertThatIllegalStateException().isThrownBy(seen::sum);
    }

    @Test
    void closesTheMemberThatIsBeingUnpacked() throws Exception {
        byte[] bytes = packed(CompressorStreamFactory.GZIP, WORDS);
        Successive all = new Successive(new ByteArrayInputStream(bytes), GzipMember.MARK, GzipMember::new);
        assertThat(all.read()).isNotNegative();
        all.close();
        assertThatIOException().isThrownBy(all::readAllBytes).withMessage("closed");
    }
}
