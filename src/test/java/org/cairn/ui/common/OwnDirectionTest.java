package org.cairn.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A title stands where lines begin in the window, whichever way its own letters run.
@ExtendWith(ApplicationExtension.class)
class OwnDirectionTest {

    @SuppressWarnings("NullAway.Init") // set when the stage is shown
    private StackPane root;

    @Start
    void show(Stage stage) {
        Looks.prepare();
        root = new StackPane();
        Scene scene = new Scene(root, 600, 80);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @ParameterizedTest
    @CsvSource({
        "LEFT_TO_RIGHT, Price list (2023)",
        "LEFT_TO_RIGHT, قائمة الأسعار",
        "RIGHT_TO_LEFT, Price list (2023)",
        "RIGHT_TO_LEFT, قائمة الأسعار",
        "RIGHT_TO_LEFT, 2023"
    })
    void beginsWhereLinesBegin(NodeOrientation window, String title, FxRobot robot) {
        Label label = new Label(title);
        label.setMaxWidth(Double.MAX_VALUE);
        robot.interact(() -> {
            root.setNodeOrientation(window);
            root.getChildren().setAll(Direction.own(label));
        });
        robot.interact(() -> {});

        Node text = label.lookup(".text");
        Bounds at = text.localToScene(text.getLayoutBounds());
        if (window == NodeOrientation.LEFT_TO_RIGHT) {
            assertThat(at.getMinX()).isLessThan(8);
        } else {
            assertThat(at.getMaxX()).isGreaterThan(root.getWidth() - 8);
        }
    }
}
