package org.cairn.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class GreyPageTest {

    @Test
    void isTheSameAfterFourQuarters() {
        GreyPage page = page(5, 3);

        assertThat(page.turned(1).width()).isEqualTo(3);
        assertThat(page.turned(1).turned(3).rows()).isEqualTo(page.rows());
        assertThat(page.turned(2).turned(2).rows()).isEqualTo(page.rows());
        // the top left goes to the top right
        assertThat(page.turned(1).rows()[2]).isEqualTo(page.rows()[0]);
    }

    @Test
    void isABitmapThatOthersRead() throws IOException {
        GreyPage page = page(7, 4);

        BufferedImage read = ImageIO.read(new ByteArrayInputStream(page.bitmap()));

        assertThat(read.getWidth()).isEqualTo(7);
        assertThat(read.getHeight()).isEqualTo(4);
        assertThat(read.getRaster().getSample(6, 3, 0)).isEqualTo(page.rows()[3 * 7 + 6] & 255);
    }

    @Test
    void losesDustAndKeepsStrokes() {
        byte[] rows = new byte[9 * 9];
        java.util.Arrays.fill(rows, (byte) 250);
        rows[2 * 9 + 2] = 10;
        rows[6 * 9 + 5] = 10;
        rows[6 * 9 + 6] = 10;

        byte[] clean = new GreyPage(9, 9, rows, 300).dusted().rows();

        assertThat(clean[2 * 9 + 2] & 255).isEqualTo(250);
        assertThat(clean[6 * 9 + 5]).isEqualTo((byte) 10);
        assertThat(clean[6 * 9 + 6]).isEqualTo((byte) 10);
    }

    @Test
    void enlargesOnlyWhatIsSmall() {
        assertThat(page(100, 50).enlargedIfSmall().width()).isEqualTo(200);
        assertThat(new GreyPage(2_000, 10, new byte[20_000], 300)
                        .enlargedIfSmall()
                        .width())
                .isEqualTo(2_000);
    }

    private static GreyPage page(int width, int height) {
        byte[] rows = new byte[width * height];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (byte) (i * 7);
        }
        return new GreyPage(width, height, rows, 300);
    }
}
