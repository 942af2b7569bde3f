package org.cairn.ui.medical;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cairn.archive.Examinations;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.FormRecord;
import org.cairn.domain.ListQuery;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.domain.medical.BodyView;
import org.cairn.domain.medical.Examination;
import org.cairn.domain.medical.Finding;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FxTasks;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.ScreenEntry;
import org.cairn.ui.common.Words;
import org.cairn.ui.shell.MainWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kordamp.ikonli.material2.Material2AL;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The way of a clinician: a record is begun from a witness, findings are put on the body, and it is kept.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class ExaminationFlowTest {

    private final FxTasks tasks = new FxTasks();
    private Path folder;
    private OpenArchive open;
    private Reference witness;
    private MainWindow window;

    @Start
    void start(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("medical");
        open = new OpenArchive(folder);
        witness = open.witness();
        Desk desk = new Desk(
                open.archive,
                tasks,
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                new Preferences(),
                open.environment,
                place -> window.go(place));
        window = new MainWindow(
                desk, List.of(new ScreenEntry("medical", Material2AL.LIST, MedicalScreen::new)), () -> {});
        Scene scene = new Scene(window, 1000, 800);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    @AfterEach
    void stop(FxRobot robot) throws Exception {
        robot.interact(window::close);
        tasks.close();
        open.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    @Test
    void putsAFindingWhereTheMousePointsAndDragsIt(FxRobot robot) throws Exception {
        begin(robot);
        robot.clickOn(at("#body-pane", 0.64, 0.374));
        until("#med-finding-code");
        choose(robot, "med-finding-code", "FLANK_LUMBOTOMY_L");
        choose(robot, "med-finding-consistency", "HIGHLY_CONSISTENT");

        robot.drag("#mark-1").dropTo(at("#body-pane", 0.52, 0.12));
        waitFor(() -> head(1).contains("face"));
        keep(robot);

        Finding finding = kept().findings().getFirst();
        assertThat(finding.code()).isEqualTo("FLANK_LUMBOTOMY_L");
        assertThat(finding.region()).isEqualTo("FACE");
        assertThat(finding.mark().orElseThrow().y()).isBetween(0.08, 0.16);
    }

    @Test
    void putsNothingBesideTheBody(FxRobot robot) throws Exception {
        begin(robot);
        robot.clickOn(at("#body-pane", 0.03, 0.03));

        assertThat(robot.lookup("#finding-1").tryQuery()).isEmpty();
    }

    @Test
    void putsAndMovesAFindingWithTheKeyboardAlone(FxRobot robot) throws Exception {
        begin(robot);
        focus(robot, "#body-view-HANDS");
        robot.type(KeyCode.SPACE);
        choose(robot, "body-regions", "RIGHT_WRIST");
        focus(robot, "#body-add");
        robot.type(KeyCode.SPACE);
        until("#med-finding-code");
        choose(robot, "med-finding-code", "LIGATURE_MARK");
        double before = markY();
        focus(robot, "#mark-1");
        robot.type(KeyCode.DOWN);
        waitFor(() -> markY() > before);
        keep(robot);

        Finding finding = kept().findings().getFirst();
        assertThat(finding.region()).isEqualTo("RIGHT_WRIST");
        assertThat(finding.mark().orElseThrow().view()).isEqualTo(BodyView.HANDS);
    }

    @Test
    void takesUpAgainWhatWasWritten(FxRobot robot) throws Exception {
        begin(robot);
        step(robot, "history");
        until("#med-section-ALLEGATIONS");
        write(robot, "med-section-ALLEGATIONS", "I was told it was a check of my stomach.");
        waitFor(() -> !open.archive.drafts().list().isEmpty());

        robot.interact(() -> window.go(Place.of("medical", "new:" + witness)));
        until("#med-title");
        step(robot, "history");
        until("#med-section-ALLEGATIONS");

        assertThat(robot.lookup("#med-section-ALLEGATIONS")
                        .queryAs(TextInputControl.class)
                        .getText())
                .contains("check of my stomach");
    }

    @Test
    void saysCalmlyWhatCannotBeKeptYet(FxRobot robot) throws Exception {
        begin(robot);
        step(robot, "inside");
        until("#med-laboratory-add");
        fire(robot, "#med-laboratory-add");
        until("#med-lab-1-value");
        choose(robot, "med-lab-1-loinc", "718-7");
        write(robot, "med-lab-1-value", "13.80");
        fire(robot, "#examination-keep");
        waitFor(() -> robot.lookup("#examination-notice-what")
                .queryAs(Label.class)
                .getText()
                .contains("unit"));

        choose(robot, "med-lab-1-unit", "g/dL");
        keep(robot);

        assertThat(kept().laboratory().getFirst().value()).isEqualTo("13.80");
    }

    @Test
    void listsQuietlyWhatIsMissingAndLeadsThere(FxRobot robot) throws Exception {
        begin(robot);
        until("#med-missing-ALLEGATIONS");
        fire(robot, "#med-missing-ALLEGATIONS");
        until("#med-section-ALLEGATIONS");
    }

    private void begin(FxRobot robot) throws Exception {
        robot.interact(() -> window.go(Place.of("medical", "new:" + witness)));
        until("#med-title");
        write(robot, "med-title", "SYNTHETIC examination");
        step(robot, "body");
        until("#body-pane");
    }

    private void keep(FxRobot robot) throws Exception {
        fire(robot, "#examination-keep");
        until("#medical-kept");
        assertThat(robot.lookup("#medical-reference").queryAs(Label.class).getText())
                .isEqualTo(only().reference().toString());
    }

    private Summary only() {
        return open.archive
                .records()
                .list(RecordKind.MEDICAL, ListQuery.first(2))
                .items()
                .getFirst();
    }

    private Examination kept() {
        FormRecord record =
                (FormRecord) open.archive.records().open(only().reference()).record();
        assertThat(record.witness()).contains(witness);
        return Examinations.of(record).orElseThrow();
    }

    private void step(FxRobot robot, String step) {
        robot.interact(() -> ((ToggleButton) node("#med-step-" + step)).fire());
    }

    private void fire(FxRobot robot, String id) {
        robot.interact(() -> ((Button) node(id)).fire());
    }

    private void write(FxRobot robot, String id, String text) {
        robot.interact(() -> ((TextInputControl) node("#" + id)).setText(text));
    }

    private void focus(FxRobot robot, String id) {
        robot.interact(() -> node(id).requestFocus());
    }

    @SuppressWarnings("unchecked")
    private void choose(FxRobot robot, String id, String code) {
        robot.interact(() -> {
            ComboBox<Object> box = (ComboBox<Object>) node("#" + id);
            box.getItems().stream()
                    .filter(item -> item.equals(code)
                            || box.getConverter().toString(item).startsWith("right wrist")
                                    && code.equals("RIGHT_WRIST"))
                    .findFirst()
                    .ifPresent(box::setValue);
        });
    }

    /// A place on the drawing, which stands in the middle of its pane.
    private Point2D at(String id, double x, double y) {
        BodyPane pane = (BodyPane) node(id);
        double fits = Math.min(
                pane.getWidth() / pane.drawing().width(),
                pane.getHeight() / pane.drawing().height());
        double width = pane.drawing().width() * fits;
        double height = pane.drawing().height() * fits;
        return pane.localToScreen(
                (pane.getWidth() - width) / 2 + x * width, (pane.getHeight() - height) / 2 + y * height);
    }

    private String head(int number) {
        return ((Button) node("#finding-" + number)).getText();
    }

    private double markY() {
        return node("#mark-1").getLayoutY();
    }

    private Node node(String selector) {
        return Objects.requireNonNull(window.lookup(selector), selector);
    }

    private void until(String selector) throws Exception {
        waitFor(() -> window.lookup(selector) != null);
    }

    private static void waitFor(java.util.concurrent.Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(
                60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition).get());
        WaitForAsyncUtils.waitForFxEvents();
    }
}
