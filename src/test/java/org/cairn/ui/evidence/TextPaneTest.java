package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.documents.OnADesk;
import org.cairn.ui.documents.Sought;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A text as it was read is shown to its last line, however wide the window is.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class TextPaneTest {

    private static final String MIXED =
            "قائمة الأسعار – ملحق العملية: السعر الشامل ومدة الانتظار المعتادة كلية من متبرع"
                    + " حي SYNTHETIC SAMPLE DATA 血型 группа крови kan grubu. ";

    private Path folder;
    private OnADesk on;
    private ItemViewModel model;
    private TextPane pane;
    private Stage stage;

    @Start
    void show(Stage primary) throws Exception {
        Looks.prepare();
        stage = primary;
        folder = Files.createTempDirectory("text");
        on = new OnADesk(folder);
        String text = MIXED.repeat(6) + "\n\n" + "They took my blood three times. ".repeat(12) + "\n\nThe end.";
        Reference reference = on.open
                .take(OpenArchive.file(folder, "long.txt", text))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        model = new ItemViewModel(on.desk);
        model.open(reference, Optional.empty(), Sought.NOTHING);
        pane = new TextPane(
                on.desk.words(),
                model,
                Objects.requireNonNull(model.itemProperty().get()));
        Scene scene = new Scene(pane, 700, 900);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    @AfterEach
    void stop(FxRobot robot) throws Exception {
        robot.interact(model::close);
        on.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {420, 517, 640, 900})
    void showsEveryPartToItsLastLine(int width, FxRobot robot) {
        robot.interact(() -> stage.setWidth(width));
        WaitForAsyncUtils.waitForFxEvents();

        robot.interact(() -> {
            int seen = 0;
            for (Node cell : pane.lookupAll(".list-cell")) {
                Bounds outside = cell.localToScene(cell.getLayoutBounds());
                for (Node part : cell.lookupAll(".written")) {
                    Bounds inside = part.localToScene(part.getLayoutBounds());
                    assertThat(inside.getMaxY()).isLessThanOrEqualTo(outside.getMaxY());
                    assertThat(inside.getMinY()).isGreaterThanOrEqualTo(outside.getMinY());
                    assertThat(inside.getMaxX()).isLessThanOrEqualTo(outside.getMaxX());
                    seen++;
                }
            }
            assertThat(seen).isPositive();
        });
    }
}
