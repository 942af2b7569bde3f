package org.cairn.ui.testimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.cairn.archive.Linked;
import org.cairn.domain.AnswerLine;
import org.cairn.domain.ElementLink;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Testimony;
import org.cairn.domain.Translation;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A statement is read where somebody was sent, also in what was answered below the account.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class ReadAnswerTest {

    private Path folder;
    private OnADesk on;
    private Reference statement;
    private ReadView read;

    @Start
    void show(Stage stage) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("read");
        on = new OnADesk(folder);
        statement = on.open.sealedStatement(paragraphs());
        on.open
                .archive
                .elementLinks()
                .add(new ElementLink(
                        statement,
                        Optional.of(new Pinpoint.OfParagraph(statement, 25)),
                        "PAL.ACT.2",
                        ElementLink.Bearing.SUPPORTS));
        Revision revision = on.open.archive.records().open(statement);
        read = new ReadView(revision, (Testimony) revision.record(), List.of(form()), on.desk, new Nowhere());
        Scene scene = new Scene(read, 1100, 640);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        // the stage is every test's: another may have left it too small to see anything in
        stage.sizeToScene();
        stage.show();
    }

    @AfterEach
    void stop() throws Exception {
        on.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    @Test
    void showsTheAnswerThatSomebodyWasSentToAndMarksIt(FxRobot robot) throws Exception {
        robot.interact(() -> read.point(new Pinpoint.OfAnswer(statement, 4)));

        Node pointed = Objects.requireNonNull(read.lookup(".pointed"));
        ScrollPane scroll = robot.from(read).lookup(".scroll-pane").queryAll().stream()
                .map(ScrollPane.class::cast)
                .filter(pane -> pane.getContent().getStyleClass().contains("statement-text"))
                .findFirst()
                .orElseThrow();
        WaitForAsyncUtils.waitFor(
                30,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> isSeen(pointed, scroll)).get());
    }

    @Test
    void leadsFromALinkToTheParagraphThatItIsAt(FxRobot robot) {
        Hyperlink place = robot.from(read).lookup("#read-links .hyperlink").queryAs(Hyperlink.class);
        assertThat(place.getText()).isEqualTo(statement + " ¶25");
        assertThat(read.lookup(".pointed")).isNull();

        robot.interact(place::fire);

        assertThat(read.lookup(".pointed")).isNotNull();
    }

    @Test
    void aLinkThatWasMadeByMistakeIsDisputedOrWithdrawnWithTheKeyboardWhereTheStatementIsRead(FxRobot robot) {
        Reference link = link().revision().orElseThrow().reference();
        press(robot, "link-dispute-" + link);
        assertThat(link().link().orElseThrow().standing()).isEqualTo(ElementLink.Standing.DISPUTED);
        assertThat(texts()).contains("disputed", "It is written down how the link stands.");
        assertThat(focused()).isEqualTo("link-dispute-" + link);
        // who wrote it is not the one to say that it holds
        assertThat(read.lookup("#link-holds-" + link)).isNull();

        press(robot, "link-withdraw-" + link);
        assertThat(link().withdrawn()).isFalse();
        robot.interact(() ->
                robot.lookup("#link-why-" + link).queryAs(TextField.class).setText("the other paragraph was meant"));
        press(robot, "link-withdraw-" + link);

        assertThat(link().withdrawn()).isTrue();
        assertThat(texts()).anyMatch(said -> said.contains("the other paragraph was meant"));
        assertThat(read.lookup("#link-dispute-" + link)).isNull();
    }

    private Linked link() {
        return on.open.archive.elementLinks().of(statement).getFirst();
    }

    private String focused() {
        return read.getScene().getFocusOwner().getId();
    }

    private List<String> texts() {
        return read.lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .toList();
    }

    private void press(FxRobot robot, String button) {
        robot.interact(() -> Objects.requireNonNull(read.lookup("#" + button)).requestFocus());
        robot.type(KeyCode.SPACE);
        robot.interact(() -> {});
    }

    private static boolean isSeen(Node node, ScrollPane scroll) {
        Bounds window = scroll.localToScene(scroll.getBoundsInLocal());
        return window.contains(node.localToScene(node.getBoundsInLocal()));
    }

    private static String[] paragraphs() {
        return IntStream.range(0, 30).mapToObj(i -> "We walked on.").toArray(String[]::new);
    }

    private static AnsweredForm form() {
        return new AnsweredForm(
                "Intake",
                Optional.empty(),
                IntStream.rangeClosed(1, 60)
                        .mapToObj(i -> new AnsweredForm.Numbered(
                                i, new AnswerLine(0, "q" + i, "Question " + i, "answer " + i, false, false)))
                        .toList());
    }

    /// Nobody leaves in this test.
    private static final class Nowhere implements ReadView.Ways {
        @Override
        public void goOn(Revision statement) {}

        @Override
        public void follow(Revision statement, InterviewKind how) {}

        @Override
        public void translate(Revision revision, Testimony statement, Optional<Translation> from) {}

        @Override
        public void leave() {}
    }
}
