package org.cairn.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/// Of a camera's own files the picture is shown that the camera laid into them; of others all is as it was.
class CameraPreviewTest {

    private static final DrawingProcesses PROCESSES =
            new DrawingProcesses(new DrawingLimits(Duration.ofSeconds(60), 512, 1));

    @AfterAll
    static void endThem() {
        PROCESSES.close();
    }

    private static byte[] jpeg(int width, int height, Color color) throws IOException {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(color);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }

    /// A TIFF as cameras write it: who made it, how it was held, that more lies inside, and then two pictures.
    private static byte[] raw(byte[]... pictures) {
        ByteBuffer head = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
        head.putShort((short) 3);
        entry(head, 0x010f, 2, 1, 0);
        entry(head, 0x0112, 3, 1, 6);
        entry(head, 0x014a, 4, 1, 100);
        return joined(head.array(), joined(pictures));
    }

    private static void entry(ByteBuffer to, int tag, int kind, int count, int value) {
        to.putShort((short) tag).putShort((short) kind).putInt(count).putInt(value);
    }

    private static byte[] heic(byte[]... pictures) {
        byte[] head = "\u0000\u0000\u0000\u0018ftypheic\u0000\u0000\u0000\u0000mif1heic"
                .getBytes(StandardCharsets.ISO_8859_1);
        return joined(head, new byte[5_000], joined(pictures));
    }

    private static byte[] joined(byte[]... pieces) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    private static PictureDrawing.Drawn drawn(byte[] file) {
        try (PictureDrawing pictures = new PictureDrawing(PROCESSES, new BytesInMemory(file))) {
            assertThat(pictures.count()).isOne();
            return pictures.draw(1);
        }
    }

    @Test
    void showsTheLargestPictureThatLiesInARawFileUprightAsTheCameraWasHeld() throws IOException {
        byte[] noise = new byte[200_000];
        new java.util.Random(5).nextBytes(noise);
        PictureDrawing.Drawn shown =
                drawn(raw(jpeg(40, 30, Color.RED), noise, jpeg(400, 300, Color.BLUE), noise, jpeg(80, 60, Color.RED)));
        assertThat(shown.dots().width()).isEqualTo(400);
        assertThat(shown.dots().height()).isEqualTo(300);
        assertThat(shown.turn()).isEqualTo(1);
    }

    @Test
    void showsTheStampOfATelephonesPicture() throws IOException {
        PictureDrawing.Drawn shown = drawn(heic(jpeg(160, 120, Color.GREEN)));
        assertThat(shown.dots().width()).isEqualTo(160);
        assertThat(shown.turn()).isZero();
    }

    @Test
    void saysThatAPictureWithoutAPreviewIsNotShown() {
        assertThatThrownBy(() -> drawn(heic(new byte[10_000])))
                .isInstanceOfSatisfying(
                        NotDrawable.class, why -> assertThat(why.reason()).isEqualTo(NotDrawable.Reason.COMPRESSION));
    }

    @Test
    void doesNotTakeWhatASensorSawForAPicture() throws IOException {
        byte[] lossless = jpeg(4_000, 10, Color.RED);
        for (int i = 0; i < lossless.length - 1; i++) {
            if ((lossless[i] & 0xff) == 0xff && (lossless[i + 1] & 0xff) == 0xc0) {
                lossless[i + 1] = (byte) 0xc3;
            }
        }
        assertThat(drawn(raw(lossless, jpeg(40, 30, Color.BLUE))).dots().width())
                .isEqualTo(40);
    }
}
