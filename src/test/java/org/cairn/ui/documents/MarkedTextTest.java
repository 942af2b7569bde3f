package org.cairn.ui.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.cairn.domain.search.Hit.Highlight;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What is marked is what was found, whichever way the text and the window run.
@ExtendWith(ApplicationExtension.class)
class MarkedTextTest {

    private static final String ARABIC = "كلية واحدة من متبرع حي";
    private static final String LATIN = "kidney of a living donor";

    @SuppressWarnings("NullAway.Init") // set when the stage is shown
    private StackPane root;

    @Start
    void show(Stage stage) {
        Looks.prepare();
        root = new StackPane();
        Scene scene = new Scene(root, 400, 80);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    @ParameterizedTest
    @EnumSource(
            value = NodeOrientation.class,
            names = {"LEFT_TO_RIGHT", "RIGHT_TO_LEFT"})
    void marksTheFirstWordWhereTheTextBegins(NodeOrientation window, FxRobot robot) {
        Bounds right = firstWordOf(ARABIC, 4, window, robot);
        assertThat(root.getWidth() - right.getMaxX()).isBetween(-1.0, 4.0);
        assertThat(root.getWidth() - right.getMinX()).isLessThan(60);

        Bounds left = firstWordOf(LATIN, 6, window, robot);
        assertThat(left.getMinX()).isBetween(-1.0, 4.0);
        assertThat(left.getMaxX()).isLessThan(60);
    }

    private Bounds firstWordOf(String text, int end, NodeOrientation window, FxRobot robot) {
        robot.interact(() -> {
            root.setNodeOrientation(window);
            root.getChildren().setAll(new MarkedText(text, List.of(new Highlight(0, end))));
        });
        robot.interact(() -> {});
        Node marker = root.lookup(".marker");
        return marker.localToScene(marker.getLayoutBounds());
    }
}
