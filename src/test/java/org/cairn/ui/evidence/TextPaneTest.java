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
import org.cairn.archive.OpenArchive;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.OnScreen;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.documents.OnADesk;
import org.cairn.ui.documents.Sought;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A text as it was read is shown to its last line, however wide the window is.
@SuppressWarnings("NullAway.Init") // made before each test by start
class TextPaneTest {

    @RegisterExtension
    final OnScreen screen = new OnScreen();

    private static final String MIXED =
            "قائمة الأسعار – ملحق العملية: السعر الشامل ومدة الانتظار المعتادة كلية من متبرع"
                    + " حي SYNTHETIC SAMPLE DATA 血型 группа крови kan grubu. ";

    private Path folder;
    private OnADesk on;
    private ItemViewModel model;
    private TextPane pane;

    @BeforeEach
    void show() throws Exception {
        folder = Files.createTempDirectory("text");
        on = new OnADesk(folder);
        String text = MIXED.repeat(6) + "\n\n" + "They took my blood three times. ".repeat(12) + "\n\nThe end.";
        Reference reference = on.open
                .take(OpenArchive.file(folder, "long.txt", text))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        screen.interact(() -> {
            model = new ItemViewModel(on.desk);
            model.open(reference, Optional.empty(), Sought.NOTHING);
            pane = new TextPane(
                    on.desk.words(),
                    model,
                    Objects.requireNonNull(model.itemProperty().get()));
        });
        screen.show(pane, 700, 900);
        screen.interact(() -> Looks.dress(pane.getScene(), Preferences.Theme.LIGHT));
    }

    @AfterEach
    void stop() throws Exception {
        screen.interact(model::close);
        on.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {420, 517, 640, 900})
    void showsEveryPartToItsLastLine(int width) {
        screen.interact(() -> screen.stage().setWidth(width));

        screen.interact(() -> {
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
