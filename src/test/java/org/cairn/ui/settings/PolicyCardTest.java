package org.cairn.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.stage.Stage;
import org.cairn.domain.Role;
import org.cairn.ui.common.Looks;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The owner has searches written down; everybody else sees whether they are.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class PolicyCardTest {

    private Path folder;
    private OnADesk on;
    private Stage stage;

    @Start
    void show(Stage shown) throws Exception {
        Looks.prepare();
        stage = shown;
        folder = Files.createTempDirectory("policy");
        on = new OnADesk(folder);
        showCard();
        stage.show();
        stage.requestFocus();
    }

    private void showCard() {
        PolicyCard card = new PolicyCard(on.with(on.direct));
        stage.setScene(new Scene(card, 600, 300));
        card.look();
    }

    @AfterEach
    void stop() throws Exception {
        on.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    private static CheckBox box(FxRobot robot) {
        return robot.lookup("#policy-searches").queryAs(CheckBox.class);
    }

    @Test
    void letsTheOwnerChangeItAndOthersOnlySeeIt(FxRobot robot) {
        assertThat(box(robot).isSelected()).isFalse();
        robot.clickOn("#policy-searches");
        robot.interact(() -> {});
        assertThat(on.open.archive.policies().searchesInLedger()).isTrue();
        robot.clickOn("#policy-log");
        assertThat(on.led).containsExactly(org.cairn.ui.common.Place.of("custody", "searches"));

        on.open.reopenAs("layla", Set.of(Role.ANALYST));
        robot.interact(this::showCard);
        robot.interact(() -> {});
        assertThat(box(robot).isSelected()).isTrue();
        assertThat(box(robot).isDisabled()).isTrue();
    }
}
