package org.cairn.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.OnScreen;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.ScreenEntry;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.OnADesk;
import org.cairn.ui.evidence.EvidenceScreen;
import org.cairn.ui.home.HomeScreen;
import org.cairn.ui.search.SearchScreen;
import org.cairn.ui.testimony.TestimonyScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.material2.Material2AL;

/// The smallest window there may be: whatever is opened in it, the lock, the rail and the search field stay where they
/// are, and nothing of a screen is cut off at its side.
@SuppressWarnings("NullAway.Init") // made before each test
class LowWindowTest {

    private static final double WIDTH = 960;
    private static final double HEIGHT = 600; // 640 with the frame of a window

    @RegisterExtension
    final OnScreen screen = new OnScreen();

    private Path folder;
    private OnADesk on;
    private MainWindow window;

    @BeforeEach
    void begin() throws Exception {
        folder = Files.createTempDirectory("low");
        on = new OnADesk(folder);
    }

    @AfterEach
    void end() throws Exception {
        screen.interact(window::close);
        on.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ar", "ru", "zh-Hans"})
    void keepsTheLockAndTheRailWhateverIsOpened(String language) {
        show(language);

        for (String place : List.of("home", "testimony", "evidence", "search")) {
            screen.interact(() -> window.go(Place.of(place)));
            standsWhole(place);
        }
        for (String toggle : List.of("#guide-toggle", "#saved-toggle", "#builder-toggle", "#terms-toggle")) {
            press(toggle);
            standsWhole(toggle);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru"})
    void showsWhatTheKeyboardComesToInAScreenThatIsTooHigh(String language) {
        show(language);
        screen.interact(() -> window.go(Place.of("search")));
        press("#guide-toggle");
        press("#saved-toggle");

        screen.interact(() -> node("#saved-leave").requestFocus());
        lay();

        assertThat(shown("#screen-scroll")).isTrue();
        assertThat(room().contains(bounds(node("#saved-leave")))).isTrue();
    }

    private void show(String language) {
        screen.interact(() -> {
            Looks.prepare();
            Words words = new Words(Locale.forLanguageTag(language), ZoneId.of("UTC"));
            Desk desk = new Desk(
                    on.open.archive,
                    new DirectTasks(),
                    words,
                    new Preferences(),
                    on.open.environment,
                    place -> window.go(place));
            window = new MainWindow(
                    desk,
                    List.of(
                            new ScreenEntry("home", Material2AL.HOME, HomeScreen::new),
                            new ScreenEntry("testimony", Material2AL.LIST, TestimonyScreen::new),
                            new ScreenEntry("evidence", Material2AL.FOLDER, EvidenceScreen::new),
                            new ScreenEntry("search", Material2AL.LINK, SearchScreen::new)),
                    () -> {});
            if (words.rightToLeft()) {
                window.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
            }
        });
        screen.show(window, WIDTH, HEIGHT);
        screen.interact(() -> Looks.dress(window.getScene(), Preferences.Theme.LIGHT));
        screen.interact(() -> window.go(Place.of("home")));
    }

    private void standsWhole(String where) {
        lay();
        Bounds whole = new BoundingBox(-1, -1, WIDTH + 2, HEIGHT + 2);
        for (String steady : List.of("#lock", "#rail-home", "#rail-search", "#search-field")) {
            assertThat(whole.contains(bounds(node(steady))))
                    .as(steady + " at " + where)
                    .isTrue();
        }
        for (Node button : window.lookupAll(".button")) {
            if (reached(button)) {
                Bounds at = bounds(button);
                assertThat(at.getMinX() >= -1 && at.getMaxX() <= WIDTH + 1)
                        .as("%s at %s: %s", button.getId(), where, at)
                        .isTrue();
            }
        }
    }

    private static boolean reached(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getBoundsInLocal().getWidth() > 0;
    }

    private Bounds room() {
        return bounds(node("#screen-scroll").getParent());
    }

    private boolean shown(String selector) {
        return node(selector).isVisible();
    }

    private void press(String selector) {
        screen.interact(() -> ((ButtonBase) node(selector)).fire());
        lay();
    }

    private void lay() {
        screen.interact(() -> {
            window.applyCss();
            window.layout();
        });
        screen.interact(window::layout);
    }

    private Node node(String selector) {
        return screen.node(selector, Node.class);
    }

    private static Bounds bounds(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }
}
