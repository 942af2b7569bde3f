package org.cairn.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.Reference;
import org.cairn.domain.search.SearchRequest;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// All that was found is written as what was ticked, and the notice says what was kept back.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class HitsPaneTest {

    private Path folder;
    private OnADesk on;
    private HitsViewModel model;

    @Start
    void show(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("hits");
        on = new OnADesk(folder);
        on.open.sealedStatement("I was asked my blood group.", "Nobody spoke.", "Again the blood group.");
        Reference refusing = on.open.witness();
        on.open.decided(refusing, "STORE", ConsentDecision.GRANTED);
        on.open.takeOf(refusing, Files.writeString(folder.resolve("kept.txt"), "The blood group of another.\n"));
        model = new HitsViewModel(on.desk, () -> SearchRequest.of("\"blood group\""));
        model.toggle();
        Scene scene =
                new Scene(new HitsPane(on.desk.words(), model, () -> Optional.of(folder.resolve("out"))), 900, 500);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    @AfterEach
    void stop() throws Exception {
        on.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    @Test
    void writesWhatWasTickedAndTellsWhatWasKeptBack(FxRobot robot) throws Exception {
        robot.clickOn("#hits-as-pdf");
        robot.clickOn("#hits-write");
        robot.interact(() -> {});
        assertThat(Objects.requireNonNull(model.toldProperty().get()).what())
                .contains("One item, 2 places")
                .contains("One item is kept back");
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            List<String> names =
                    files.map(path -> path.getFileName().toString()).sorted().toList();
            assertThat(names).hasSize(2);
            assertThat(names.getFirst()).endsWith(".csv");
            assertThat(names.getLast()).endsWith(".pdf");
        }
    }

    @Test
    void cannotBeWrittenAsNothing(FxRobot robot) {
        robot.clickOn("#hits-as-csv");
        assertThat(robot.lookup("#hits-write").queryAs(Button.class).isDisabled())
                .isTrue();
    }

    @Test
    void forgetsThatConditionsWereMetWhenAnotherIsToGetIt(FxRobot robot) {
        robot.clickOn("#hits-met");
        assertThat(model.metProperty().get()).isTrue();
        robot.interact(() -> model.recipientProperty().set("a newspaper"));
        assertThat(model.metProperty().get()).isFalse();
    }
}
