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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.Environment;
import org.cairn.archive.IntakeReport;
import org.cairn.archive.OpenArchive;
import org.cairn.crypto.Argon2Cost;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Protection;
import org.cairn.drawing.DrawingLimits;
import org.cairn.progress.Progress;
import org.cairn.ui.common.FxTasks;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.OnScreen;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.ScreenEntry;
import org.cairn.ui.custody.CustodyScreen;
import org.cairn.ui.home.HomeScreen;
import org.cairn.ui.testimony.TestimonyScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.material2.Material2AL;

/// The program as a person uses it, with a real archive on disk.
@SuppressWarnings("NullAway.Init") // made before each test
class DesktopTest {

    private static final String PASSPHRASE = "lantern orchard gravel meadow";
    private static final String NAME = "Marisol Quillfeather";
    private static final String WORDS = "They took my blood three times and told me nothing.";
    private static final Environment ENVIRONMENT =
            new Environment(Clock.systemUTC(), new SecureRandom(), new Argon2Cost(64, 1, 1));

    @TempDir
    private static Path made;

    @RegisterExtension
    final OnScreen screen = new OnScreen();

    private final Preferences preferences = new Preferences();
    /// Without a process that waits for a page to draw: hardly a test comes to one.
    private final FxTasks tasks = new FxTasks(new DrawingLimits(DrawingLimits.DEFAULT.time(), 512, 0));
    private Path folder;
    private Desktop desktop;
    private Stage stage;

    @BeforeAll
    static void makeAnArchiveOnce() {
        Archives.create(made.resolve("harbour.cairn"), "Night Harbour", "amina", PASSPHRASE.toCharArray(), ENVIRONMENT)
                .close();
    }

    @BeforeEach
    void start() throws Exception {
        folder = Files.createTempDirectory("desktop");
        copy(made.resolve("harbour.cairn"), folder.resolve("harbour.cairn"));
        stage = screen.stage();
        screen.interact(() -> {
            preferences.recent().setAll(folder.resolve("harbour.cairn"));
            desktop = new Desktop(
                    stage,
                    preferences,
                    tasks,
                    ENVIRONMENT,
                    ZoneId.of("UTC"),
                    List.of(
                            new ScreenEntry("home", Material2AL.HOME, HomeScreen::new),
                            new ScreenEntry("testimony", Material2AL.LIST, TestimonyScreen::new),
                            new ScreenEntry("custody", Material2AL.LINK, CustodyScreen::new)));
            desktop.show();
            stage.setWidth(1000);
            stage.setHeight(800);
        });
    }

    private static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    @AfterEach
    void stop() throws Exception {
        screen.interact(() -> {
            if (has("#identity-name")) {
                type("#identity-name", ""); // or it would hold the end of the test up
            }
            close();
        });
        tasks.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Test
    void recordsAndSealsAStatementInANewArchive() throws Exception {
        createArchive("Day Harbour");
        record();
        screen.interact(() ->
                node("#step-consent", javafx.scene.control.ToggleButton.class).fire());
        screen.interact(() -> {
            choose("#consent-REC_NOTES", 0);
            choose("#consent-STORE", 0);
            choose("#consent-language", new LanguageTag("en"));
            choose("#consent-mode", 0);
            type("#consent-explained-by", "amina");
            press("#consent-keep");
        });
        until(() -> !has("#missing-consentStore"));
        screen.interact(() ->
                node("#step-seal", javafx.scene.control.ToggleButton.class).fire());
        await(".page-leaf");
        screen.interact(() -> {
            node("#seal-agreed", CheckBox.class).setSelected(true);
            press("#seal-now");
        });
        await("#read");

        assertThat(node("#read-reference", Label.class).getText()).isEqualTo("T-0001");
        assertThat(has("#read-correct")).isTrue();
    }

    @Test
    void hidesEverythingAtOnceWhenLockedAndComesBackToTheSamePlace() throws Exception {
        openArchive();
        record();

        screen.interact(() -> desktop.lock());

        assertThat(has("#main-window")).isFalse();
        assertThat(wordsOnScreen()).noneMatch(text -> text.contains("blood"));
        until(() -> node("#unlock-passphrase", Node.class).isFocused());
        unlock(PASSPHRASE);
        await("#account-editor");
        assertThat(node("#account-editor", TextArea.class).getText()).isEqualTo(WORDS);
    }

    @Test
    void locksOnCtrlLAndComesBackToTheStepWithWhatWasTypedThere() throws Exception {
        openArchive();
        record();
        screen.interact(() ->
                node("#step-risk", javafx.scene.control.ToggleButton.class).fire());
        screen.interact(() -> type("#risk-threat-1", "His brother is watched"));

        screen.robot().push(KeyCode.CONTROL, KeyCode.L);

        assertThat(has("#main-window")).isFalse();
        unlock(PASSPHRASE);
        await("#risk-threat-1");
        until(() -> node("#risk-threat-1", TextInputControl.class).getText().equals("His brother is watched"));
    }

    @Test
    void wipesTheKeysWithinSecondsWhileALongWorkIsGoingOn() throws Exception {
        openArchive();
        CountDownLatch stopped = new CountDownLatch(1);
        screen.interact(() -> tasks.start(
                "Taking files in",
                progress -> {
                    stubborn(progress, stopped);
                    return true;
                },
                done -> {},
                failure -> {}));

        screen.interact(() -> desktop.lock());

        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
        unlock(PASSPHRASE);
        await("#main-window");
    }

    @Test
    void comesBackEvenWhenAWorkDoesNotStop() throws Exception {
        openArchive();
        CountDownLatch never = new CountDownLatch(1);
        screen.interact(() -> tasks.start(
                "Writing a bundle",
                progress -> {
                    awaitUninterrupted(never);
                    return true;
                },
                done -> {},
                failure -> {}));

        screen.interact(() -> desktop.lock());

        assertThat(node("#unlock-ending", Label.class).getText()).contains("Writing a bundle");
        unlock(PASSPHRASE);
        await("#main-window");
        never.countDown();
    }

    @Test
    void readsOnAfterUnlockingWhatTheLockInterrupted() throws Exception {
        openArchive();
        Path files = Files.createDirectory(folder.resolve("offered"));
        for (int i = 0; i < 40; i++) {
            Files.writeString(files.resolve("letter-" + i + ".txt"), "Letter " + i);
        }
        Archive archive = archive();
        CompletableFuture<IntakeReport> report = new CompletableFuture<>();
        screen.interact(() -> tasks.start(
                "Taking files in",
                progress -> archive.evidence()
                        .take(List.of(files), OpenArchive.terms(Protection.RESTRICTED), lockingOnceRead(progress)),
                report::complete,
                report::completeExceptionally));
        assertThat(report.get(60, TimeUnit.SECONDS).stopped()).isPresent();

        unlock(PASSPHRASE);
        await("#main-window");

        until(() -> tasks.jobs().isEmpty() && !archive().evidence().waitsToBeRead());
        assertThat(archive().evidence().list(ListQuery.first(100)).total()).isEqualTo(40);
    }

    private Archive archive() {
        return desktop.unlocked().orElseThrow();
    }

    /// Locks as soon as a first file was read.
    private Progress lockingOnceRead(Progress job) {
        return new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                if (stage.equals("read") && !job.cancelled()) {
                    screen.interact(() -> desktop.lock());
                }
            }

            @Override
            public boolean cancelled() {
                return job.cancelled();
            }
        };
    }

    private static void stubborn(Progress progress, CountDownLatch stopped) {
        while (!progress.cancelled()) {
            Thread.onSpinWait();
        }
        stopped.countDown();
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void asksBeforeATypedIdentityIsLeftForAnotherStepOrScreen() throws Exception {
        openArchive();
        typeAnIdentity();

        screen.interact(() -> toggle("#step-account"));
        assertThat(visible("#identity-leaving")).isTrue();
        assertThat(node("#step-witness", javafx.scene.control.ToggleButton.class)
                        .isSelected())
                .isTrue();
        screen.interact(() -> press("#identity-leave-stay"));
        assertThat(visible("#identity-leaving")).isFalse();

        screen.interact(() -> toggle("#rail-home"));
        assertThat(visible("#identity-leaving")).isTrue();
        assertThat(node("#rail-testimony", javafx.scene.control.ToggleButton.class)
                        .isSelected())
                .isTrue();
        assertThat(node("#identity-name", TextInputControl.class).getText()).isEqualTo(NAME);
        screen.interact(() -> press("#identity-leave-drop"));
        await("#home-counts");

        screen.interact(() -> toggle("#rail-testimony"));
        assertThat(node("#identity-name", TextInputControl.class).getText()).isEmpty();
    }

    @Test
    void sealsATypedIdentityOnTheWayOutAndGoesOn() throws Exception {
        openArchive();
        typeAnIdentity();

        screen.interact(() -> toggle("#step-risk"));
        screen.interact(() -> press("#identity-leave-seal"));

        await("#risk-threat-1");
        screen.interact(() -> toggle("#step-witness"));
        until(() -> visible("#identity-known"));
        assertThat(node("#identity-name", TextInputControl.class).getText()).isEmpty();
    }

    @Test
    void hidesATypedIdentityWhenLockedByHandAndLocksAtOnceTheSecondTime() throws Exception {
        openArchive();
        typeAnIdentity();

        screen.robot().push(KeyCode.CONTROL, KeyCode.L);
        assertThat(visible("#identity-leaving")).isTrue();
        assertThat(seen("#identity-name")).isFalse();

        screen.robot().push(KeyCode.CONTROL, KeyCode.L);
        assertThat(has("#main-window")).isFalse();

        unlock(PASSPHRASE);
        await("#testimony-screen-notice-what");
        until(() -> node("#testimony-screen-notice-what", Label.class).getText().contains("gone"));
        until(() -> has("#identity-name"));
        assertThat(node("#identity-name", TextInputControl.class).getText()).isEmpty();
    }

    @Test
    void locksByItselfAtOnceWhateverIsTyped() throws Exception {
        openArchive();
        typeAnIdentity();

        screen.interact(() -> desktop.lock());

        assertThat(has("#main-window")).isFalse();
    }

    @Test
    void closesTheWindowOnlyOnceATypedIdentityIsSealedOrDropped() throws Exception {
        openArchive();
        typeAnIdentity();

        screen.interact(() -> close());
        assertThat(stage.isShowing()).isTrue();
        assertThat(visible("#identity-leaving")).isTrue();
        screen.interact(() -> press("#identity-leave-stay"));
        assertThat(stage.isShowing()).isTrue();

        screen.interact(() -> close());
        screen.interact(() -> press("#identity-leave-drop"));
        until(() -> !stage.isShowing());
        assertThat(has("#main-window")).isFalse();
    }

    @Test
    void keepsTheLanguageWhereSomebodyStaysWithATypedIdentity() throws Exception {
        openArchive();
        typeAnIdentity();

        screen.interact(() -> preferences.languageProperty().set(Locale.of("fr")));
        assertThat(visible("#identity-leaving")).isTrue();
        screen.interact(() -> press("#identity-leave-stay"));

        assertThat(preferences.languageProperty().get()).isEqualTo(Locale.ENGLISH);
        assertThat(node("#identity-name", TextInputControl.class).getText()).isEqualTo(NAME);
        assertThat(node("#language-switch", ComboBox.class).getValue()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void opensAnotherArchiveAtHomeAndNotWhereSomebodyWasInTheOneBefore() throws Exception {
        openArchive();
        screen.interact(() -> toggle("#rail-custody"));
        await("#custody");
        screen.interact(() -> desktop.lock());
        screen.interact(() -> press("#unlock-back"));
        await("#welcome-new");

        createArchive("Lantern Street");

        assertThat(has("#custody")).isFalse();
    }

    @Test
    void keepsTheKeyboardOnTheScreenWhenWhatHadItIsGone() throws Exception {
        openArchive();
        screen.interact(() -> press("#home-record"));
        await("#start-leave");

        screen.interact(() -> {
            node("#start-leave", Node.class).requestFocus();
            press("#start-leave");
        });

        until(() -> focusedId().equals("testimony-witness-filter"));
    }

    @Test
    void putsTheKeyboardIntoTheFirstFieldOfAStep() throws Exception {
        openArchive();
        record();
        screen.interact(() -> toggle("#step-risk"));
        until(() -> focusedId().equals("risk-threat-1"));
    }

    @Test
    void staysLockedInAnotherLanguage() throws Exception {
        openArchive();
        screen.interact(() -> desktop.lock());

        screen.interact(() ->
                node("#welcome-language", ComboBox.class).getSelectionModel().select(Locale.of("fr")));

        until(() -> has("#unlock-user")
                && node("#unlock-user", TextInputControl.class).getText().equals("amina"));
        assertThat(preferences.languageProperty().get()).isEqualTo(Locale.of("fr"));
    }

    @Test
    void answersAWrongPassphraseWithoutAHintAndStaysLocked() throws Exception {
        openArchive();
        screen.interact(() -> desktop.lock());

        unlock("something else entirely");
        until(() -> node("#unlock-notice", Node.class).isVisible());

        assertThat(node("#unlock-notice-what", Label.class).getText()).isEqualTo("That did not unlock the archive.");
        assertThat(has("#main-window")).isFalse();
    }

    @Test
    void makesALostIndexAnewInTheBackgroundOnceItIsOpen() throws Exception {
        openArchive();
        record();
        screen.interact(() -> desktop.lock());
        screen.interact(() -> type("#unlock-passphrase", PASSPHRASE));
        loseIndex();
        List<String> jobs = new java.util.concurrent.CopyOnWriteArrayList<>();
        screen.interact(() -> tasks.jobs().addListener((ListChangeListener<Job>)
                change -> change.getList().forEach(job -> jobs.add(job.title()))));

        screen.interact(() -> press("#unlock-open"));
        await("#main-window");
        until(() -> !jobs.isEmpty() && tasks.jobs().isEmpty());

        assertThat(jobs).containsOnly("Bringing the index up to date");
        screen.interact(() -> stage.getOnCloseRequest().handle(null));
        try (Archive archive =
                Archives.open(folderOfTheArchive(), "amina", PASSPHRASE.toCharArray(), Environment.system())) {
            assertThat(archive.searches().waiting()).isZero();
        }
    }

    @Test
    void mirrorsTheWindowInArabic() throws Exception {
        openArchive();

        screen.interact(() -> preferences.languageProperty().set(Locale.of("ar")));
        until(() -> has("#rail-home")
                && node("#root", Node.class).getNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT
                && has("#home-counts"));

        assertThat(node("#rail-home", javafx.scene.control.ToggleButton.class).getText())
                .isEqualTo("الرئيسية");
    }

    private Path folderOfTheArchive() throws Exception {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    /// Once the archive that was locked is closed.
    private void loseIndex() throws Exception {
        Path index = folderOfTheArchive().resolve("index");
        until(() -> {
            try (Archive closed =
                    Archives.open(folderOfTheArchive(), "amina", PASSPHRASE.toCharArray(), Environment.system())) {
                return !closed.closed();
            } catch (ArchiveException.InUse e) {
                return false;
            }
        });
        try (Stream<Path> files = Files.list(index)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    private void openArchive() throws Exception {
        await("#recent-harbour");
        screen.interact(() -> press("#recent-harbour"));
        await("#unlock-user");
        screen.interact(() -> type("#unlock-user", "amina"));
        unlock(PASSPHRASE);
        await("#home-counts");
    }

    private void createArchive(String called) throws Exception {
        screen.interact(() -> press("#welcome-new"));
        screen.interact(() -> {
            type("#create-name", called);
            type("#create-parent", folder.toString());
            press("#create-next");
        });
        screen.interact(() -> {
            type("#create-user", "amina");
            type("#create-passphrase", PASSPHRASE);
            type("#create-again", PASSPHRASE);
            press("#create-make");
        });
        await("#kit-without");
        screen.interact(() -> press("#kit-without"));
        screen.interact(() -> press("#kit-without-go"));
        await("#create-enter");
        screen.interact(() -> press("#create-enter"));
        await("#home-counts");
    }

    private void record() throws Exception {
        screen.interact(() -> press("#home-record"));
        await("#start-begin");
        screen.interact(() -> {
            choose("#start-category", 2);
            choose("#start-language", new LanguageTag("en"));
            press("#start-begin");
        });
        await("#account-editor");
        screen.interact(() -> node("#account-editor", TextArea.class).setText(WORDS));
    }

    private void typeAnIdentity() throws Exception {
        record();
        screen.interact(() -> toggle("#step-witness"));
        screen.interact(() -> type("#identity-name", NAME));
    }

    private void close() {
        WindowEvent event = new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST);
        stage.getOnCloseRequest().handle(event);
        if (!event.isConsumed()) {
            stage.hide();
        }
    }

    private void unlock(String passphrase) {
        screen.interact(() -> {
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

    private boolean visible(String selector) {
        return has(selector) && node(selector, Node.class).isVisible();
    }

    /// Whether it and everything around it is visible.
    private boolean seen(String selector) {
        Node node = stage.getScene().getRoot().lookup(selector);
        while (node != null && node.isVisible()) {
            node = node.getParent();
        }
        return node == null;
    }

    private String focusedId() {
        Node owner = stage.getScene().getFocusOwner();
        return owner == null ? "" : String.valueOf(owner.getId());
    }

    private void toggle(String selector) {
        node(selector, javafx.scene.control.ToggleButton.class).fire();
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
        screen.await(selector);
    }

    private void until(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        screen.until(condition);
    }
}
