package org.cairn.ui.medical;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.cairn.archive.Linked;
import org.cairn.domain.ElementLink;
import org.cairn.domain.ElementLink.Bearing;
import org.cairn.domain.ElementLink.Standing;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What a kept medical record bears on stands beside it, and is disputed or withdrawn there.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class KeptLinksTest {

    private Path folder;
    private OnADesk on;
    private MedicalScreen screen;
    private Reference scar;

    @Start
    void show(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("kept");
        on = new OnADesk(folder);
        scar = on.open
                .archive
                .records()
                .keep(new FormRecord(
                        RecordKind.MEDICAL,
                        "Examination",
                        "medical/1",
                        Protection.CONFIDENTIAL,
                        Optional.empty(),
                        Optional.of(on.open.witness()),
                        Map.of("note", "A long scar")))
                .reference();
        screen = new MedicalScreen(on.desk);
        Scene scene = new Scene((javafx.scene.Parent) screen.view(), 1000, 640);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        // the stage is every test's: another may have left it too small to see anything in
        stage.sizeToScene();
        stage.show();
    }

    @AfterEach
    void stop() throws Exception {
        screen.close();
        on.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    private Linked link() {
        return on.open.archive.elementLinks().of(scar).getFirst();
    }

    private Node node(String id) {
        return Objects.requireNonNull(screen.view().lookup("#" + id));
    }

    private Node side() {
        return Objects.requireNonNull(screen.view().lookup(".read-side"));
    }

    private List<String> texts() {
        return node("medical-links").lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .toList();
    }

    @Test
    void givesItsPagesTheRoomWhereItBearsOnNothing(FxRobot robot) {
        robot.interact(() -> screen.arrive(Place.of("medical", scar)));

        assertThat(side().isVisible()).isFalse();
        assertThat(side().isManaged()).isFalse();
    }

    @Test
    void showsItsLinksAndTakesThemBack(FxRobot robot) {
        Reference link = on.open
                .archive
                .elementLinks()
                .add(new ElementLink(scar, Optional.empty(), "PAL.PURP", Bearing.SUPPORTS))
                .reference();
        robot.interact(() -> screen.arrive(Place.of("medical", scar)));
        assertThat(side().isVisible()).isTrue();
        assertThat(texts()).contains("PAL.PURP", "supports", "the whole");

        robot.clickOn("#link-dispute-" + link);
        assertThat(link().link().orElseThrow().standing()).isEqualTo(Standing.DISPUTED);
        assertThat(texts()).contains("disputed");

        robot.interact(() -> ((TextField) node("link-why-" + link)).setText("of another scar"));
        robot.clickOn("#link-withdraw-" + link);
        assertThat(link().withdrawn()).isTrue();
        assertThat(texts()).anyMatch(said -> said.contains("of another scar"));
        assertThat(screen.view().lookup("#link-dispute-" + link)).isNull();
    }
}
