package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cairn.archive.Evidence;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Passage;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.documents.OnADesk;
import org.cairn.ui.documents.Sought;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Whatever a file asks for when it is read, searched, opened, turned through and clicked on: no script of it runs, no
/// link of it is followed, nothing is fetched for it, and no file beside it comes into its text.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class NothingReachesOutTest {

    private static final String SECRET = "kept-beside-it";
    private static final Set<String> FROM_THE_FILE = Set.of("tab-document", "tab-inside", "tab-known");

    private Path folder;
    private OnADesk on;
    private ItemViewModel model;
    private Stage stage;

    @Start
    void show(Stage primary) throws Exception {
        Looks.prepare();
        stage = primary;
        folder = Files.createTempDirectory("lures");
        on = new OnADesk(folder);
        model = new ItemViewModel(on.desk);
        Scene scene = new Scene(new ItemView(on.desk, model, () -> {}), 1280, 800);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
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
    void noFileRunsAnythingOrFetchesAnythingByBeingReadAndLookedAt(FxRobot robot) throws Exception {
        Path marker = folder.resolve("it-ran");
        Path secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
        try (Home home = new Home()) {
            List<Reference> all = take(new Lures(home.address(), marker, secret));
            for (Reference reference : all) {
                assertThat(text(reference)).as(reference.toString()).doesNotContain(SECRET);
            }
            for (Reference reference : one(all)) {
                robot.interact(() -> model.open(reference, Optional.empty(), new Sought(List.of("lure"))));
                robot.interact(this::useEverything);
                WaitForAsyncUtils.waitForFxEvents();
                if (stage.getScene().lookup("#page-roll") != null) {
                    robot.clickOn("#page-roll")
                            .press(KeyCode.ENTER)
                            .release(KeyCode.ENTER); // its links are all over it
                }
            }
            assertThat(all).hasSizeGreaterThanOrEqualTo(20);
            assertThat(marker).doesNotExist();
            home.callOnce(); // a watch that notices nobody would prove nothing
            assertThat(home.called()).containsExactly("GET /watching");
        }
    }

    /// Every one of them, and what was found in them.
    private List<Reference> take(Lures lures) throws IOException {
        List<Path> files = new ArrayList<>();
        Path from = Files.createDirectory(folder.resolve("given"));
        for (var lure : lures.all().entrySet()) {
            files.add(Files.write(from.resolve(lure.getKey()), lure.getValue()));
        }
        on.open.take(files.toArray(Path[]::new));
        Evidence evidence = on.open.archive.evidence();
        return evidence.list(ListQuery.first(200)).items().stream()
                .map(summary -> summary.reference())
                .toList();
    }

    /// One for each way to look at a file, and what a browser would show: the others are looked at like one of them.
    private List<Reference> one(List<Reference> all) {
        Set<Object> seen = new HashSet<>();
        List<Reference> some = new ArrayList<>();
        ItemSource source = new ItemSource(on.desk, new DescriptionDrafts(on.desk));
        for (Reference reference : all) {
            Item item = source.load(reference);
            boolean browsed = List.of("text/html", "image/svg+xml").contains(item.mediaType());
            if (seen.add(browsed ? item.mediaType() : Manner.of(item))) {
                some.add(reference);
            }
        }
        return some;
    }

    private String text(Reference reference) {
        StringBuilder text = new StringBuilder();
        for (Passage passage :
                on.open.archive.evidence().passages(reference, 0, 100).items()) {
            text.append(passage.text()).append('\n');
        }
        return text.toString();
    }

    /// Turns to each tab that shows the file, each way to see it and each encoding; lets time come for what moves by
    /// itself.
    private void useEverything() {
        TabPane tabs = (TabPane) Objects.requireNonNull(stage.getScene().lookup("#item-tabs"));
        for (Tab tab : tabs.getTabs().filtered(tab -> FROM_THE_FILE.contains(tab.getId()))) {
            tabs.getSelectionModel().select(tab);
            tabs.applyCss();
            tabs.layout();
            use(tab.getContent());
            on.direct.tick();
        }
        tabs.getSelectionModel().select(0);
    }

    private void use(Node shown) {
        for (Node node : shown.lookupAll("*")) {
            if (node instanceof RadioButton way) {
                way.setSelected(true);
            } else if (node instanceof ToggleButton button) {
                button.setSelected(!button.isSelected());
            } else if (node instanceof ComboBox<?> choice && "decoded-choice".equals(choice.getId())) {
                choice.getSelectionModel().select(0);
            }
        }
    }
}
