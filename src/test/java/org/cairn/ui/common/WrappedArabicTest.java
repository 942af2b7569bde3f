package org.cairn.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WrappedArabicTest {

    private static final String STATEMENT =
            "كنت محتجزًا في المعسكر منذ ربيع 2014. أخذوا عينات من دمي ثلاث مرات، ولم يشرح لي أحد السبب.";

    @Start
    void prepare(javafx.stage.Stage stage) {
        Looks.prepare();
    }

    @Test
    void wrapsAnArabicStatementAtEveryWidth(FxRobot robot) {
        robot.interact(() -> {
            double narrow = height(120);
            double wide = height(2000);
            for (int width = 60; width < 500; width += 7) {
                height(width);
            }
            assertThat(narrow).isGreaterThan(2 * wide);
        });
    }

    private static double height(double width) {
        Text text = new Text(STATEMENT);
        text.setFont(Font.font("DejaVu Sans", 13));
        text.setWrappingWidth(width);
        return text.getLayoutBounds().getHeight();
    }
}
