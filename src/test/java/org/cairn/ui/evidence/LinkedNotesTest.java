package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.ElementLink;
import org.cairn.domain.ElementLink.Bearing;
import org.cairn.domain.ElementLink.Standing;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Reference;
import org.cairn.ui.common.LinkActions;
import org.cairn.ui.common.LinkRights;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What an item bears on stands beside the notes on it, with the way to the place, and is disputed or withdrawn there.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class LinkedNotesTest {

    private Path folder;
    private OnADesk on;
    private Reference item;
    private Reference link;
    private final List<Pinpoint> shown = new ArrayList<>();

    @Start
    void show(Stage stage) throws Exception {
        folder = Files.createTempDirectory("links");
        on = new OnADesk(folder);
        item = on.open
                .take(OpenArchive.file(folder, "paper.txt", "The lantern went out.\n"))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        link = on.open
                .archive
                .elementLinks()
                .add(new ElementLink(
                                item, Optional.of(new Pinpoint.OfParagraph(item, 1)), "PAL.PURP", Bearing.CONTRADICTS)
                        .because("the year is wrong"))
                .reference();
        WorkViewModel model = new WorkViewModel(on.desk, item, () -> {}, () -> {});
        stage.setScene(new Scene(new NotesView(on.desk.words(), model, Optional::empty, shown::add), 800, 700));
        stage.show();
    }

    @AfterEach
    void stop() throws Exception {
        on.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    private List<String> texts(FxRobot robot) {
        return robot.lookup("#link-" + link + " .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .toList();
    }

    private ElementLink now() {
        return on.open.archive.elementLinks().of(item).getFirst().link().orElseThrow();
    }

    @Test
    void showsWhichElementWhichWayWhereAndWhy(FxRobot robot) {
        assertThat(texts(robot))
                .contains(
                        "PAL.PURP",
                        "contradicts",
                        "purpose of removing organs, whether or not they were removed",
                        "the year is wrong");
        Hyperlink place = robot.lookup("#link-" + link + " .hyperlink").queryAs(Hyperlink.class);
        assertThat(place.getText()).isEqualTo(item + " ¶1");
        robot.interact(place::fire);
        assertThat(shown).containsExactly(new Pinpoint.OfParagraph(item, 1));
    }

    @Test
    void letsOnlySomebodyElseSayThatItHolds(FxRobot robot) {
        assertThat(robot.lookup("#link-holds-" + link).tryQuery()).isEmpty();
        List<Standing> said = new ArrayList<>();
        LinkRights ofAnother = new LinkRights(Set.of(), Set.of(link));
        LinkActions actions = new LinkActions(
                link, ofAnother, on.desk.words(), (one, standing) -> said.add(standing), (one, why) -> {});

        robot.interact(() -> actions.getChildren().stream()
                .filter(button -> ("link-holds-" + link).equals(button.getId()))
                .map(Button.class::cast)
                .forEach(Button::fire));

        assertThat(said).containsExactly(Standing.REVIEWED);
        assertThat(actions.getChildren()).noneMatch(button -> ("link-withdraw-" + link).equals(button.getId()));
    }

    @Test
    void saysHowItStandsAndWithdrawsIt(FxRobot robot) {
        robot.clickOn("#link-dispute-" + link);
        robot.interact(() -> {});
        assertThat(now().standing()).isEqualTo(Standing.DISPUTED);
        assertThat(texts(robot)).contains("disputed");

        robot.interact(
                () -> robot.lookup("#link-why-" + link).queryAs(TextField.class).setText("of another hospital"));
        robot.clickOn("#link-withdraw-" + link);
        robot.interact(() -> {});
        assertThat(now().withdrawn()).contains("of another hospital");
        assertThat(texts(robot)).anyMatch(said -> said.contains("of another hospital"));
        assertThat(robot.lookup("#link-withdraw-" + link).tryQuery()).isEmpty();
    }
}
