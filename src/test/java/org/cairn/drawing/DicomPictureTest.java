package org.cairn.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Medical pictures, drawn in the process that may be killed: real ones, invented ones, and ones made to do harm.
class DicomPictureTest {

    private static final Path CORPORA = Path.of("..", "shared", "corpora", "documents", "dev");
    private static final String RLE = "1.2.840.10008.1.2.5";
    private static final String DEFLATED = "1.2.840.10008.1.2.1.99";
    private static final DrawingProcesses PROCESSES =
            new DrawingProcesses(new DrawingLimits(Duration.ofSeconds(30), 512, 1));

    @AfterAll
    static void endThem() {
        PROCESSES.close();
    }

    @Test
    void showsGreyValuesThroughTheirWindow() {
        Dots image = only(grey("MONOCHROME2", "128", "256").file());

        assertThat(grey(image, 0)).isLessThan(8);
        assertThat(grey(image, 1)).isBetween(120, 136);
        assertThat(grey(image, 2)).isGreaterThan(248);
    }

    @Test
    void turnsBlackAndWhiteRoundWhereTheFileSaysSo() {
        Dots image = only(grey("MONOCHROME1", "128", "256").file());

        assertThat(grey(image, 0)).isGreaterThan(248);
        assertThat(grey(image, 2)).isLessThan(8);
    }

    /// Values of 0, 127, 255: measured as -512, 0.0, 512 in half steps.
    @Test
    void measuresWithDecimalsBeforeItLooksThroughTheWindow() {
        MedicalFile file = grey("MONOCHROME2", "-1.0E2\\40", " 824.5 \\400");
        file.text(0x00281053, "4.0157480");
        file.text(0x00281052, "-512.0");
        Dots image = only(file.file());

        assertThat(grey(image, 0)).isZero();
        assertThat(grey(image, 1)).isBetween(156, 162);
        assertThat(grey(image, 2)).isEqualTo(255);
    }

    @Test
    void showsFromLeastToMostWhereAWindowWouldShowNothing() {
        Dots image = only(grey("MONOCHROME2", "5000", "100").file());

        assertThat(grey(image, 0)).isZero();
        assertThat(grey(image, 2)).isEqualTo(255);
    }

    @Test
    void leavesThePaddingAroundWhatWasMeasuredOutOfItsRange() {
        MedicalFile file = deep(-2000, 10, 60, 110);
        file.words(0x00280120, -2000);
        Dots image = only(file.file());

        assertThat(grey(image, 0)).isZero();
        assertThat(grey(image, 1)).isZero();
        assertThat(grey(image, 2)).isBetween(126, 129);
        assertThat(grey(image, 3)).isEqualTo(255);
    }

    @Test
    void looksThroughATableOfShadesWhereThereIsNoWindow() {
        MedicalFile file = deep(0, 1, 2, 7);
        file.item(0x00283010, 0x00283002, 3, 0, 8, 0x00283006, 10, 255, 128);
        Dots image = only(file.file());

        assertThat(grey(image, 0)).isEqualTo(10);
        assertThat(grey(image, 1)).isEqualTo(255);
        assertThat(grey(image, 2)).isEqualTo(128);
        assertThat(grey(image, 3)).isEqualTo(128);
    }

    @Test
    void measuresWithATableWhereTheFileBringsOne() {
        MedicalFile file = deep(0, 1, 2, 1);
        file.item(0x00283000, 0x00283002, 3, 0, 16, 0x00283006, 900, 0, 450);
        Dots image = only(file.file());

        assertThat(grey(image, 0)).isEqualTo(255);
        assertThat(grey(image, 1)).isZero();
        assertThat(grey(image, 2)).isBetween(126, 129);
    }

    @Test
    void readsValuesThatStandHighInTheirBits() {
        MedicalFile file = deep(0, 0x0100, 0x0200, 0x0300);
        file.words(0x00280101, 8);
        file.words(0x00280102, 15);
        file.words(0x00280103, 0);
        assertThat(grey(only(file.file()), 3)).isEqualTo(255);
        assertThat(grey(only(file.file()), 1)).isBetween(84, 86);
    }

    @Test
    void saysThatAPlanHoldsNoPicture() {
        MedicalFile file = new MedicalFile();
        file.text(0x00080060, "RTPLAN");
        file.text(0x300A0002, "plan");
        refused(file.file(), NotDrawable.Reason.NO_PICTURE);
    }

    @Test
    void showsEveryFrame() {
        MedicalFile file = grey("MONOCHROME2", "128", "256");
        file.text(0x00280008, "2 ");
        file.bytes(0x7FE00010, new byte[] {0, 127, -1, 0, -1, -1, -1, -1});
        try (PictureDrawing pictures = open(file.file())) {
            assertThat(pictures.count()).isEqualTo(2);
            assertThat(grey(pictures.draw(2).dots(), 0)).isGreaterThan(248);
        }
    }

    @Test
    void showsColoursOfAPalette() {
        MedicalFile file = grey("PALETTE COLOR ", "", "");
        for (int tag = 0x00281101; tag <= 0x00281103; tag++) {
            file.words(tag, 3, 0, 16);
        }
        file.words(0x00281201, 0xFFFF, 0, 0);
        file.words(0x00281202, 0, 0xFFFF, 0);
        file.words(0x00281203, 0, 0, 0xFFFF);
        file.bytes(0x7FE00010, new byte[] {0, 1, 2, 0});
        Dots image = only(file.file());

        assertThat(image.rows()[0]).isEqualTo(0xFFFF0000);
        assertThat(image.rows()[1]).isEqualTo(0xFF00FF00);
        assertThat(image.rows()[2]).isEqualTo(0xFF0000FF);
    }

    @Test
    void unpacksRunLengths() {
        MedicalFile file = grey("MONOCHROME2", "128", "256");
        byte[] packed = new byte[68];
        ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).putInt(1).putInt(64);
        packed[64] = -3; // four times
        packed[65] = -1;
        file.fragments(packed);

        assertThat(grey(only(file.file(RLE)), 2)).isGreaterThan(248);
    }

    @Test
    void unpacksWhatWasDeflated() {
        assertThat(grey(only(grey("MONOCHROME2", "128", "256").file(DEFLATED)), 2))
                .isGreaterThan(248);
    }

    @Test
    void saysThatACompressionIsNotSupported() {
        MedicalFile file = grey("MONOCHROME2", "128", "256");
        file.fragments(new byte[64]);
        for (String unknown : List.of("1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.70")) {
            refused(file.file(unknown), NotDrawable.Reason.COMPRESSION);
        }
    }

    @Test
    void refusesWhatEndsTooEarly() {
        byte[] whole = grey("MONOCHROME2", "128", "256").file();
        for (int length = 140; length < whole.length; length += 7) {
            refused(Arrays.copyOf(whole, length), NotDrawable.Reason.BROKEN);
        }
    }

    @Test
    void refusesASizeThatIsNone() {
        MedicalFile file = grey("MONOCHROME2", "", "");
        file.words(0x00280010, 65_535);
        file.words(0x00280011, 65_535);
        refused(file.file(), NotDrawable.Reason.BROKEN);
        file.words(0x00280010, 0);
        refused(file.file(), NotDrawable.Reason.BROKEN);
    }

    @Test
    void refusesSequencesWithoutEnd() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[128]);
        out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 100_000; i++) {
            out.writeBytes(new byte[] {8, 0, 0x40, 0x11, 'S', 'Q', 0, 0, -1, -1, -1, -1});
            out.writeBytes(new byte[] {-2, -1, 0, -32, -1, -1, -1, -1});
        }
        refused(out.toByteArray(), NotDrawable.Reason.BROKEN);
    }

    @Test
    void refusesRunsThatPointOutside() {
        MedicalFile file = grey("MONOCHROME2", "128", "256");
        byte[] packed = new byte[68];
        ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN).putInt(1).putInt(1_000_000);
        file.fragments(packed);
        refused(file.file(RLE), NotDrawable.Reason.BROKEN);
    }

    @Test
    void refusesMoreThanAnHonestFileUnpacksTo() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.writeBytes(MedicalFile.head(DEFLATED));
        try (DeflaterOutputStream out = new DeflaterOutputStream(bomb, new Deflater(9, true))) {
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 600; i++) {
                out.write(nothing);
            }
        }
        assertThatThrownBy(() -> open(bomb.toByteArray()).close()).isInstanceOf(NotDrawable.class);
    }

    /// Files that the makers of other readers keep for their own tests: some are wrong on purpose.
    @Test
    void endsClearlyWithEveryFileThatOthersTestWith() throws IOException {
        assumeTrue(Files.isDirectory(CORPORA), "the corpora are not here: nothing is tried");
        Map<String, Integer> ends = new TreeMap<>();
        try (Stream<Path> all = Files.walk(CORPORA)) {
            for (Path path : all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("dicom-"))
                    .toList()) {
                ends.merge(end(Files.readAllBytes(path)), 1, Integer::sum);
            }
        }

        assertThat(ends.get("shown")).isGreaterThan(40);
        assertThat(ends.get("COMPRESSION")).isBetween(4, 12);
        assertThat(ends.keySet()).isSubsetOf("shown", "COMPRESSION", "BROKEN", "NO_PICTURE");
        assertThat(ends.get("NO_PICTURE")).isGreaterThan(5);
    }

    private static String end(byte[] file) {
        try (PictureDrawing pictures = open(file)) {
            return pictures.draw(1).dots().width() > 0 ? "shown" : "nothing";
        } catch (NotDrawable why) {
            return why.reason().name();
        }
    }

    private static void refused(byte[] file, NotDrawable.Reason reason) {
        assertThat(end(file)).isEqualTo(reason.name());
    }

    private static Dots only(byte[] file) {
        try (PictureDrawing pictures = open(file)) {
            return pictures.draw(1).dots();
        }
    }

    private static PictureDrawing open(byte[] file) {
        return new PictureDrawing(PROCESSES, new BytesInMemory(file));
    }

    private static int grey(Dots image, int dot) {
        return image.rows()[dot] & 0xFF;
    }

    /// Two by two: black, the middle, white, black.
    private static MedicalFile grey(String colours, String centre, String width) {
        MedicalFile file = new MedicalFile();
        file.words(0x00280002, 1);
        file.text(0x00280004, colours);
        file.words(0x00280010, 2);
        file.words(0x00280011, 2);
        file.words(0x00280100, 8);
        file.words(0x00280101, 8);
        file.words(0x00280103, 0);
        file.text(0x00281050, centre);
        file.text(0x00281051, width);
        file.bytes(0x7FE00010, new byte[] {0, 127, -1, 0});
        return file;
    }

    /// Two by two, of signed values of sixteen bits.
    private static MedicalFile deep(int... values) {
        MedicalFile file = grey("MONOCHROME2", "", "");
        file.words(0x00280100, 16);
        file.words(0x00280101, 16);
        file.words(0x00280102, 15);
        file.words(0x00280103, 1);
        file.words(0x7FE00010, values);
        return file;
    }
}
