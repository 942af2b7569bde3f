package org.cairn.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cairn.archive.Environment;
import org.cairn.crypto.Argon2Cost;
import org.cairn.domain.LanguageTag;
import org.cairn.ui.common.FxTasks;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.ScreenEntry;
import org.cairn.ui.custody.CustodyScreen;
import org.cairn.ui.home.HomeScreen;
import org.cairn.ui.testimony.TestimonyScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.material2.Material2AL;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The program as a person uses it, with a real archive on disk.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class DesktopTest {

    private static final String PASSPHRASE = "lantern orchard gravel meadow";
    private static final String WORDS = "They took my blood three times and told me nothing.";

    private final Preferences preferences = new Preferences();
    private final FxTasks tasks = new FxTasks();
    private Path folder;
    private Desktop desktop;
    private Stage stage;

    @Start
    void start(Stage primary) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("desktop");
        stage = primary;
        desktop = new Desktop(
                primary,
                preferences,
                tasks,
                new Environment(Clock.systemUTC(), new SecureRandom(), new Argon2Cost(8192, 1, 1)),
                ZoneId.of("UTC"),
                List.of(
                        new ScreenEntry("home", Material2AL.HOME, HomeScreen::new),
                        new ScreenEntry("testimony", Material2AL.LIST, TestimonyScreen::new),
                        new ScreenEntry("custody", Material2AL.LINK, CustodyScreen::new)));
        desktop.show();
        stage.setWidth(1000);
        stage.setHeight(800);
    }

    @AfterEach
    void stop(FxRobot robot) throws Exception {
        robot.interact(() -> stage.getOnCloseRequest().handle(null));
        tasks.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Test
    void recordsAndSealsAStatementInANewArchive(FxRobot robot) throws Exception {
        createArchive(robot);
        record(robot);
        robot.interact(() ->
                node("#step-consent", javafx.scene.control.ToggleButton.class).fire());
        robot.interact(() -> {
            choose("#consent-REC_NOTES", 0);
            choose("#consent-STORE", 0);
            choose("#consent-language", new LanguageTag("en"));
            choose("#consent-mode", 0);
            type("#consent-explained-by", "amina");
            press("#consent-keep");
        });
        until(() -> !has("#missing-consentStore"));
        robot.interact(() ->
                node("#step-seal", javafx.scene.control.ToggleButton.class).fire());
        await(".page-leaf");
        robot.interact(() -> {
            node("#seal-agreed", CheckBox.class).setSelected(true);
            press("#seal-now");
        });
        await("#read");

        assertThat(node("#read-reference", Label.class).getText()).isEqualTo("T-0001");
        assertThat(has("#read-correct")).isTrue();
    }

    @Test
    void hidesEverythingAtOnceWhenLockedAndComesBackToTheSamePlace(FxRobot robot) throws Exception {
        createArchive(robot);
        record(robot);

        robot.interact(() -> desktop.lock());

        assertThat(has("#main-window")).isFalse();
        assertThat(wordsOnScreen()).noneMatch(text -> text.contains("blood"));
        unlock(robot, PASSPHRASE);
        await("#account-editor");
        assertThat(node("#account-editor", TextArea.class).getText()).isEqualTo(WORDS);
    }

    @Test
    void locksOnCtrlLAndComesBackToTheStepWithWhatWasTypedThere(FxRobot robot) throws Exception {
        createArchive(robot);
        record(robot);
        robot.interact(() ->
                node("#step-risk", javafx.scene.control.ToggleButton.class).fire());
        robot.interact(() -> type("#risk-threat-1", "His brother is watched"));

        robot.push(KeyCode.CONTROL, KeyCode.L);

        assertThat(has("#main-window")).isFalse();
        unlock(robot, PASSPHRASE);
        await("#risk-threat-1");
        until(() -> node("#risk-threat-1", TextInputControl.class).getText().equals("His brother is watched"));
    }

    @Test
    void answersAWrongPassphraseWithoutAHintAndStaysLocked(FxRobot robot) throws Exception {
        createArchive(robot);
        robot.interact(() -> desktop.lock());

        unlock(robot, "something else entirely");
        until(() -> node("#unlock-notice", Node.class).isVisible());

        assertThat(node("#unlock-notice-what", Label.class).getText()).isEqualTo("That did not unlock the archive.");
        assertThat(has("#main-window")).isFalse();
    }

    @Test
    void mirrorsTheWindowInArabic(FxRobot robot) throws Exception {
        createArchive(robot);

        robot.interact(() -> preferences.languageProperty().set(Locale.of("ar")));
        until(() -> has("#rail-home")
                && node("#root", Node.class).getNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT
                && has("#home-counts"));

        assertThat(node("#rail-home", javafx.scene.control.ToggleButton.class).getText())
                .isEqualTo("الرئيسية");
    }

    private void createArchive(FxRobot robot) throws Exception {
        robot.interact(() -> press("#welcome-new"));
        robot.interact(() -> {
            type("#create-name", "Night Harbour");
            type("#create-parent", folder.toString());
            press("#create-next");
        });
        robot.interact(() -> {
            type("#create-user", "amina");
            type("#create-passphrase", PASSPHRASE);
            type("#create-again", PASSPHRASE);
            press("#create-make");
        });
        await("#kit-without");
        robot.interact(() -> press("#kit-without"));
        robot.interact(() -> press("#kit-without-go"));
        await("#create-enter");
        robot.interact(() -> press("#create-enter"));
        await("#home-counts");
    }

    private void record(FxRobot robot) throws Exception {
        robot.interact(() -> press("#home-record"));
        await("#start-begin");
        robot.interact(() -> {
            choose("#start-category", 2);
            choose("#start-language", new LanguageTag("en"));
            press("#start-begin");
        });
        await("#account-editor");
        robot.clickOn("#account-editor").write("First.").push(KeyCode.ENTER);
        robot.push(KeyCode.BACK_SPACE);
        robot.interact(() -> node("#account-editor", TextArea.class).setText(WORDS));
    }

    private void unlock(FxRobot robot, String passphrase) {
        robot.interact(() -> {
            type("#unlock-passphrase", passphrase);
            press("#unlock-open");
        });
    }

    private List<String> wordsOnScreen() {
        return stage.getScene().getRoot().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(label -> String.valueOf(((Label) label).getText()))
                .toList();
    }

    private boolean has(String selector) {
        return stage.getScene().getRoot().lookup(selector) != null;
    }

    private <T> T node(String selector, Class<T> type) {
        return type.cast(stage.getScene().getRoot().lookup(selector));
    }

    private void press(String selector) {
        node(selector, javafx.scene.control.ButtonBase.class).fire();
    }

    private void type(String selector, String text) {
        node(selector, TextInputControl.class).setText(text);
    }

    private void choose(String selector, int index) {
        node(selector, ComboBox.class).getSelectionModel().select(index);
    }

    @SuppressWarnings("unchecked")
    private void choose(String selector, LanguageTag language) {
        node(selector, ComboBox.class).setValue(language);
    }

    private void await(String selector) throws Exception {
        until(() -> has(selector));
    }

    private static void until(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                40, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
