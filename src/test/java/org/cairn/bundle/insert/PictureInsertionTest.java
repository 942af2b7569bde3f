package org.cairn.bundle.insert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.cairn.bundle.typeset.Paper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureInsertionTest {

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private Inserted insert(byte[] picture, String type) throws IOException, UninsertableException {
        return bench.inserter.insertPicture(new Memory(picture), type, "B/2");
    }

    private static PDImageXObject picture(PDPage page) throws IOException {
        COSName name = page.getResources().getXObjectNames().iterator().next();
        return (PDImageXObject) page.getResources().getXObject(name);
    }

    /// Which quarter of the drawn picture is red: `top left`, `bottom right`…
    private static String redQuarter(PDDocument document, int index) throws IOException {
        BufferedImage drawn = new PDFRenderer(document).renderImage(index);
        int red = 0;
        long x = 0;
        long y = 0;
        int left = Integer.MAX_VALUE;
        int right = 0;
        int top = Integer.MAX_VALUE;
        int bottom = 0;
        for (int i = 0; i < drawn.getWidth(); i++) {
            for (int j = 0; j < drawn.getHeight(); j++) {
                Color colour = new Color(drawn.getRGB(i, j));
                if (colour.getRed() > 200 && colour.getGreen() < 80) {
                    red++;
                    x += i;
                    y += j;
                }
                if (colour.getGreen() < 180) {
                    left = Math.min(left, i);
                    right = Math.max(right, i);
                    top = Math.min(top, j);
                    bottom = Math.max(bottom, j);
                }
            }
        }
        return (y / red < (top + bottom) / 2 ? "top " : "bottom ") + (x / red < (left + right) / 2 ? "left" : "right");
    }

    @ParameterizedTest
    @CsvSource({
        "A4, 400, 200, 842, 595",
        "A4, 200, 400, 595, 842",
        "LETTER, 400, 200, 792, 612",
        "LETTER, 9, 9, 612, 792"
    })
    void putsAPictureOnTheCourtsOwnPaper(Paper paper, int width, int height, int across, int down) throws Exception {
        PDRectangle sheet = new PageInserter(bench.target, paper)
                .insertPicture(new Memory(Sources.photograph(width, height, 1, "")), "image/jpeg")
                .pages()
                .getFirst()
                .getMediaBox();

        assertThat(Math.round(sheet.getWidth())).isEqualTo(across);
        assertThat(Math.round(sheet.getHeight())).isEqualTo(down);
    }

    @ParameterizedTest
    @CsvSource({
        "1, top left, landscape",
        "2, top right, landscape",
        "3, bottom right, landscape",
        "4, bottom left, landscape",
        "5, top left, portrait",
        "6, top right, portrait",
        "7, bottom right, portrait",
        "8, bottom left, portrait"
    })
    void turnsAPhotographAsTheCameraSays(int orientation, String quarter, String paper) throws Exception {
        PDPage page = insert(Sources.photograph(400, 200, orientation, ""), "image/jpeg")
                .pages()
                .getFirst();

        assertThat(redQuarter(bench.target, 0)).isEqualTo(quarter);
        assertThat(page.getMediaBox().getWidth() > page.getMediaBox().getHeight())
                .isEqualTo(paper.equals("landscape"));
    }

    @Test
    void keepsAPhotographAsItIsCodedWithoutWhatTheCameraWrote() throws Exception {
        byte[] photograph = Sources.photograph(800, 600, 6, "GPS 43.8256 87.6168 Amina");
        Inserted inserted = insert(photograph, "image/jpeg");
        byte[] kept = SoundStream.raw(picture(inserted.pages().getFirst()).getCOSObject());

        assertThat(Bench.codes(inserted.notes())).containsExactly("insert.pictureTurned");
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("GPS", "Amina", "Exif");
        int scan = 300;
        assertThat(Arrays.copyOfRange(kept, kept.length - scan, kept.length))
                .isEqualTo(Arrays.copyOfRange(photograph, photograph.length - scan, photograph.length));
        bench.finish();
    }

    @Test
    void reducesAPhotographFinerThanPrintersPrint() throws Exception {
        Inserted inserted = insert(Sources.photograph(6000, 4000, 1, ""), "image/jpeg");
        PDImageXObject kept = picture(inserted.pages().getFirst());

        assertThat(Bench.codes(inserted.notes())).containsExactly("insert.pictureReduced");
        float inches = (PDRectangle.A4.getWidth() - 96) / 72;
        assertThat(kept.getHeight() / inches).isLessThanOrEqualTo(301);
        assertThat(kept.getHeight()).isGreaterThan(1900);
        bench.finish();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "gif", "bmp", "tiff", "jpg"})
    void putsEveryKindOfPictureOnPaper(String format) throws Exception {
        insert(Sources.coded(Sources.picture(300, 400, BufferedImage.TYPE_INT_RGB), format), "image/" + format);

        assertThat(redQuarter(bench.target, 0)).isEqualTo("top left");
        assertThat(bench.read(bench.finish()).getPage(0).getMediaBox().toString())
                .isEqualTo(PDRectangle.A4.toString());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_BYTE_BINARY,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void takesPicturesOfEveryDepth(int type) throws Exception {
        insert(Sources.coded(Sources.picture(300, 400, type), "png"), "image/png");

        bench.finish();
    }

    @Test
    void showsWhatIsTransparentAsWhitePaper() throws Exception {
        BufferedImage image = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.BLACK);
        graphics.fillRect(0, 0, 10, 10);
        graphics.dispose();
        PDPage page = insert(Sources.coded(image, "png"), "image/png").pages().getFirst();

        assertThat(picture(page).getImage().getRGB(50, 50) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        assertThat(picture(page).getImage().getRGB(5, 5) & 0xFFFFFF).isZero();
    }

    @Test
    void givesEachPageOfAFaxItsOwnPage() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 3; i++) {
                writer.writeToSequence(
                        new IIOImage(Sources.picture(200, 300, BufferedImage.TYPE_BYTE_BINARY), null, null), null);
            }
            writer.endWriteSequence();
        }
        assertThat(insert(out.toByteArray(), "image/tiff").pages()).hasSize(3);
        bench.finish();
    }

    @Test
    void showsWhatThereIsOfAPhotographCutShort() throws Exception {
        byte[] photograph = Sources.photograph(800, 600, 1, "");
        insert(Arrays.copyOf(photograph, photograph.length * 2 / 3), "image/jpeg");

        bench.finish();
    }

    @Test
    void refusesWhatItCannotRead() {
        for (String bytes : List.of("\0\0\0\30ftypheic", "", "no picture at all")) {
            assertThatThrownBy(() -> insert(bytes.getBytes(StandardCharsets.ISO_8859_1), "image/heic"))
                    .hasMessage("unknownPicture");
        }
        byte[] png = Sources.coded(Sources.picture(300, 400, BufferedImage.TYPE_INT_RGB), "png");
        assertThatThrownBy(() -> insert(Arrays.copyOf(png, 40), "image/png")).hasMessage("damaged");
        assertThat(bench.target.getNumberOfPages()).isZero();
    }

    @Test
    void refusesAPictureThatSaysItIsLargerThanAnyIs() {
        byte[] png = Sources.coded(Sources.picture(10, 10, BufferedImage.TYPE_INT_RGB), "png");
        Arrays.fill(png, 16, 18, (byte) 0x7F);
        Arrays.fill(png, 20, 22, (byte) 0x7F);
        CRC32 crc = new CRC32();
        crc.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) crc.getValue());

        assertThatThrownBy(() -> insert(png, "image/png")).hasMessage("tooLarge");
    }

    @Test
    void setsNothingAsideInClear() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        insert(Sources.coded(Sources.picture(3000, 4000, BufferedImage.TYPE_INT_RGB), "png"), "image/png");

        try (var files = Files.list(temporary)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("imageio")))
                    .isEmpty();
        }
    }
}
