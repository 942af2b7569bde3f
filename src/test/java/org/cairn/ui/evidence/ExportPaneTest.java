package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.Reference;
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

/// What a person reads and ticks before an original leaves.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class ExportPaneTest {

    private Path folder;
    private OnADesk on;
    private Reference witness;
    private Reference item;
    private ItemViewModel model;
    private ExportPane pane;

    @Start
    void start(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("export");
        on = new OnADesk(folder);
        witness = on.open.witness();
        item = ExportViewModelTest.paperOf(on.open, witness, folder);
        model = new ItemViewModel(on.desk);
        model.open(item, Optional.empty(), Sought.NOTHING);
        pane = new ExportPane(on.desk.words(), model, () -> Optional.of(folder.resolve("out")));
        Scene scene = new Scene(pane, 900, 500);
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

    @Test
    void showsTheConditionsInWordsAndWritesOnceTheyAreTicked(FxRobot robot) {
        on.open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.CONDITIONAL, "NO_FACE", "only in Geneva");
        robot.interact(model::askToExport);
        assertThat(words()).contains(item.toString(), witness.toString(), "face not shown", "only in Geneva");
        assertThat(node("#export-write").isDisabled()).isTrue();

        robot.interact(() -> ((CheckBox) node("#export-met")).setSelected(true));
        robot.interact(() -> ((ButtonBase) node("#export-write")).fire());

        assertThat(folder.resolve("out").resolve(item + "_paper.txt")).exists();
        assertThat(pane.isVisible()).isFalse();
    }

    @Test
    void saysWhatIsMissingForTheUseAndNoLongerForOneThatWasAllowed(FxRobot robot) {
        on.open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.REFUSED);
        on.open.decided(witness, "MEDIA", ConsentDecision.GRANTED);
        robot.interact(model::askToExport);
        assertThat(words()).contains(item + ": " + witness + " refused: Submission to a court or tribunal");
        assertThat(node("#export-write").isDisabled()).isTrue();

        robot.interact(() -> choose("MEDIA"));

        assertThat(words()).doesNotContain("refused");
        assertThat(node("#export-write").isDisabled()).isFalse();
    }

    @Test
    void goesAwayOnEscapeAndLeavesNothingBehind(FxRobot robot) {
        robot.interact(model::askToExport);
        robot.interact(() -> {}); // the keyboard is in the first field by now
        assertThat(node("#export-scope").isFocused()).isTrue();

        robot.push(KeyCode.ESCAPE);

        assertThat(pane.isVisible()).isFalse();
        assertThat(model.exportProperty().get()).isNull();
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @SuppressWarnings("unchecked")
    private void choose(String scope) {
        ((ComboBox<String>) node("#export-scope")).setValue(scope);
    }

    private Node node(String selector) {
        return pane.lookup(selector);
    }

    private String words() {
        return node("#export-standing").lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .reduce("", (all, next) -> all + "\n" + next);
    }
}
