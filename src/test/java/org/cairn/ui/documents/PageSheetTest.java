package org.cairn.ui.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A page that is not there yet is not a white sheet without a word.
@ExtendWith(ApplicationExtension.class)
class PageSheetTest {

    @SuppressWarnings("NullAway.Init") // set when the stage is shown
    private PageSheet sheet;

    @Start
    void show(Stage stage) {
        Looks.prepare();
        sheet = new PageSheet("sheet", "Page", "Opening the page…", width -> {});
        Scene scene = new Scene(sheet, 500, 400);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    @Test
    void saysThatThePageIsBeingOpenedUntilItIsDrawn(FxRobot robot) {
        robot.interact(() -> {});
        assertThat(saying()).isTrue();
        assertThat(sheet.localToScene(sheet.getLayoutBounds())
                        .intersects(word().localToScene(word().getLayoutBounds())))
                .isTrue();

        robot.interact(() -> sheet.show(210, 297, List.of()));
        assertThat(saying()).isTrue();
        robot.interact(() -> sheet.picture(new WritableImage(10, 14)));
        assertThat(saying()).isFalse();
    }

    @Test
    void saysItAgainForTheNextPage(FxRobot robot) {
        robot.interact(() -> sheet.picture(new WritableImage(10, 14)));
        robot.interact(() -> sheet.show(210, 297, List.of()));
        assertThat(saying()).isTrue();
    }

    @Test
    void saysNothingAnyLongerOnceItIsToldThatItCannotBeDrawn(FxRobot robot) {
        robot.interact(() -> sheet.giveUp());
        assertThat(((Label) word()).getText()).isEmpty();
    }

    private boolean saying() {
        Label word = (Label) word();
        return word.isVisible() && word.getWidth() > 100 && word.getText().equals("Opening the page…");
    }

    private Node word() {
        return java.util.Objects.requireNonNull(sheet.lookup("#sheet-drawing"));
    }
}
