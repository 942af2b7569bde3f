package org.cairn.ui.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.cairn.drawing.BytesInMemory;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.NotDrawable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PicturesTest {

    private static final DrawingProcesses PROCESSES =
            new DrawingProcesses(new DrawingLimits(Duration.ofSeconds(60), 512, 1));

    @AfterAll
    static void endThem() {
        PROCESSES.close();
    }

    private static Pictures open(byte[] file) {
        return Pictures.of(PROCESSES, new BytesInMemory(file));
    }

    @Test
    void showsAPhotographAsItIs() throws IOException {
        byte[] photograph = Files.readAllBytes(Path.of("resources/sample/files/passport-page.jpg"));
        BufferedImage known =
                ImageIO.read(Path.of("resources/sample/files/passport-page.jpg").toFile());
        try (Pictures pictures = open(photograph)) {
            Pictures.Drawn drawn = pictures.draw(1);
            assertThat(pictures.count()).isOne();
            assertThat(drawn.image().getWidth()).isEqualTo(known.getWidth());
            assertThat(drawn.image().getPixelReader().getArgb(40, 30)).isEqualTo(known.getRGB(40, 30));
        }
    }

    @Test
    void showsEveryPictureOfAFileThatHoldsSeveral() throws IOException {
        try (Pictures pictures = open(tiff(Color.RED, Color.BLUE))) {
            assertThat(pictures.count()).isEqualTo(2);
            assertThat(pictures.draw(2).image().getPixelReader().getArgb(3, 3)).isEqualTo(Color.BLUE.getRGB());
            assertThat(pictures.draw(1).image().getPixelReader().getArgb(3, 3)).isEqualTo(Color.RED.getRGB());
        }
    }

    @Test
    void putsWhatShinesThroughOnPaper() throws IOException {
        BufferedImage clear = new BufferedImage(4, 4, BufferedImage.TYPE_INT_ARGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(clear, "png", out);
        try (Pictures pictures = open(out.toByteArray())) {
            assertThat(pictures.draw(1).image().getPixelReader().getArgb(1, 1)).isEqualTo(0xffffffff);
        }
    }

    @Test
    void showsAPhotographInPrintersColours() throws IOException {
        try (Pictures pictures = open(inPrintersColours())) {
            assertThat(pictures.draw(1).image().getWidth()).isEqualTo(16);
        }
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThatThrownBy(() -> open("no picture".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(NotDrawable.class);
    }

    private static byte[] tiff(Color... colours) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (Color colour : colours) {
                BufferedImage picture = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
                Graphics2D pen = picture.createGraphics();
                pen.setColor(colour);
                pen.fillRect(0, 0, 8, 8);
                pen.dispose();
                writer.writeToSequence(new IIOImage(picture, null, null), null);
            }
            writer.endWriteSequence();
        }
        return bytes.toByteArray();
    }

    private static byte[] inPrintersColours() throws IOException {
        WritableRaster inks = Raster.createInterleavedRaster(0, 16, 16, 4, null);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(inks, null, null), null);
        }
        return bytes.toByteArray();
    }
}
