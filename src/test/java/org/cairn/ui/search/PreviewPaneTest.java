package org.cairn.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.search.Hit;
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

/// What is found is called by words, and offered only what can be done with it.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class PreviewPaneTest {

    private Path folder;
    private OnADesk on;
    private PreviewViewModel model;
    private PreviewPane pane;
    private HitWorkViewModel work;

    @Start
    void show(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("preview");
        on = new OnADesk(folder);
        model = new PreviewViewModel(on.desk, failure -> {
            throw new AssertionError(failure);
        });
        pane = new PreviewPane(on.desk, model, () -> {}, bar());
        Scene scene = new Scene(pane, 420, 500);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    private HitWorkBar bar() {
        work = new HitWorkViewModel(on.desk, Optional::empty, told -> {}, () -> {});
        return new HitWorkBar(on.desk.words(), work, () -> {}, () -> {});
    }

    @AfterEach
    void stop(FxRobot robot) throws Exception {
        robot.interact(model::close);
        on.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    @Test
    void callsAWitnessByWhatTheyAreAndOffersThemForNoBundle(FxRobot robot) {
        Reference witness = on.open.witness();

        robot.interact(() -> {
            model.show(hit(witness, "victim-survivor"), SearchRequest.of(""));
            work.look(hit(witness, "victim-survivor"));
        });

        assertThat(title()).isEqualTo("victim and survivor");
        assertThat(pane.lookup("#preview-add").isDisabled()).isTrue();
        assertThat(pane.lookup("#preview-open")).isNotNull();
    }

    @Test
    void offersAStatementForABundle(FxRobot robot) {
        Reference statement = on.open.sealedStatement("They paid at night.");

        robot.interact(() -> {
            model.show(hit(statement, "What was promised"), SearchRequest.of(""));
            work.look(hit(statement, "What was promised"));
        });

        assertThat(title()).isEqualTo("What was promised");
        assertThat(pane.lookup("#preview-add").isDisabled()).isFalse();
    }

    @Test
    void saysSoWhereAFoundFileHasNoText(FxRobot robot) throws Exception {
        Reference empty = on.open
                .take(OpenArchive.file(folder, "empty.txt", ""))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();

        robot.interact(() -> model.show(hit(empty, "empty.txt"), SearchRequest.of("")));

        assertThat(pane.lookupAll(".label").stream()
                        .filter(Label.class::isInstance)
                        .map(label -> ((Label) label).getText()))
                .contains("There is no text in it.");
    }

    private String title() {
        return ((Label) Objects.requireNonNull(pane.lookup("#preview-title"))).getText();
    }

    private static Hit hit(Reference reference, String title) {
        return new Hit(
                reference,
                title,
                "",
                Optional.empty(),
                Optional.empty(),
                Protection.RESTRICTED,
                1,
                java.util.List.of());
    }
}
