package org.cairn.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class UnseenLettersTest {

    private static final int[] UNSEEN = {
        0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069, 0x034F, 0x061C, 0xFE0F
    };

    @Start
    void prepare(javafx.stage.Stage stage) {
        Looks.prepare();
    }

    @Test
    void drawsNothingForLettersThatAreNotSeen(FxRobot robot) {
        robot.interact(() -> {
            List<String> drawn = new ArrayList<>();
            for (int letter : UNSEEN) {
                String word = "در" + Character.toString(letter);
                if (!ink(word, 2000).equals(ink("در", 2000))) {
                    drawn.add(Integer.toHexString(letter));
                }
            }
            assertThat(drawn).isEmpty();
        });
    }

    @Test
    void drawsNothingForThemWhereALineIsBroken(FxRobot robot) {
        robot.interact(() -> {
            String words = "دور دار ".repeat(20);
            assertThat(ink(words.replace("دا", "د\u034fا"), 90)).isEqualTo(ink(words, 90));
        });
    }

    @Test
    void keepsLettersApartThatTheNonJoinerParts(FxRobot robot) {
        robot.interact(() -> assertThat(ink("می\u200cگ", 2000)).isNotEqualTo(ink("میگ", 2000)));
    }

    @Test
    void stillShowsThatALetterIsMissing(FxRobot robot) {
        robot.interact(() -> assertThat(ink("د\u0378ر", 2000)).isNotEqualTo(ink("در", 2000)));
    }

    private static String ink(String words, double width) {
        Text text = new Text(words);
        text.setFont(Font.font("DejaVu Sans", 20));
        text.setWrappingWidth(width);
        StackPane paper = new StackPane(text);
        new Scene(paper, 2100, 400);
        WritableImage image = paper.snapshot(null, null);
        PixelReader pixels = image.getPixelReader();
        StringBuilder ink = new StringBuilder();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int dot = pixels.getArgb(x, y);
                if (dot != 0xFFFFFFFF) {
                    ink.append(x).append(' ').append(y).append(' ').append(dot).append(';');
                }
            }
        }
        return ink.toString();
    }
}
