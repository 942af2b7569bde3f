package org.cairn.ui.testimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.geometry.NodeOrientation;
import javafx.scene.Scene;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.Environment;
import org.cairn.crypto.Argon2Cost;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Witness;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Writing an account, short and long.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class AccountStepTest {

    private static final int MANY = 2_000;

    private Path folder;
    private Archive archive;
    private Stage stage;
    private StatementDraft draft;

    @Start
    void start(Stage primary) throws Exception {
        Looks.prepare();
        folder = Files.createTempDirectory("account");
        stage = primary;
        Environment environment = new Environment(Clock.systemUTC(), new SecureRandom(), new Argon2Cost(8192, 1, 1));
        archive = Archives.create(
                folder.resolve("a.cairn"), "A", "amina", "lantern orchard gravel meadow".toCharArray(), environment);
        Reference witness = archive.witnesses()
                .keep(
                        new Witness("bystander", new LanguageTag("en"), Protection.CONFIDENTIAL, false, ""),
                        Optional.empty())
                .reference();
        draft = new StatementDraft(witness);
        draft.language.set(new LanguageTag("en"));
        Desk desk = new Desk(
                archive,
                new DirectTasks(),
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                new Preferences(),
                environment,
                place -> {});
        AccountStep step = new AccountStep(new RecordViewModel(desk, draft, Optional.empty(), 0), desk);
        stage.setScene(new Scene(step, 900, 700));
        stage.show();
        step.begin();
    }

    @AfterEach
    void stop() throws Exception {
        archive.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Test
    void enterBeginsTheNextParagraphAndBackspaceJoinsItAgain(FxRobot robot) {
        robot.write("1st").push(KeyCode.ENTER).write("2nd");

        assertThat(texts()).containsExactly("1st", "2nd");

        robot.push(KeyCode.HOME).push(KeyCode.BACK_SPACE).write("|");

        assertThat(texts()).containsExactly("1st |2nd");
    }

    @Test
    void aParagraphCutInTheMiddleGoesOnAtTheBeginningOfItsRest(FxRobot robot) {
        robot.write("One two.").type(KeyCode.LEFT, 4).type(KeyCode.ENTER).write("|");

        assertThat(texts()).containsExactly("One ", "|two.");
    }

    @Test
    void theArrowsLeadFromParagraphToParagraph(FxRobot robot) {
        robot.write("1st").push(KeyCode.ENTER).write("2nd");

        robot.push(KeyCode.HOME).push(KeyCode.UP).write("!");

        assertThat(texts()).containsExactly("1st!", "2nd");
    }

    @Test
    void aQuestionAndWhatWasShownAreWrittenWithoutTheMouse(FxRobot robot) {
        robot.write("He.");
        robot.push(KeyCode.CONTROL, KeyCode.Q).write("Who?").push(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.E).write("E-3 E-1").push(KeyCode.ENTER);
        robot.push(KeyCode.ALT, KeyCode.DIGIT1).write(" I.");

        Paragraph paragraph = draft.paragraphs.getFirst().paragraph();
        assertThat(paragraph.text()).isEqualTo("He. I.");
        assertThat(paragraph.question()).contains(new Paragraph.Question("Who?", Paragraph.Question.Type.OPEN));
        assertThat(paragraph.exhibits()).containsExactly(Reference.parse("E-0003"), Reference.parse("E-0001"));
        assertThat(paragraph.basis()).contains(Paragraph.Basis.SEEN);
    }

    @Test
    void drawsOnlyWhatIsOnTheScreenOfTwoThousandParagraphs(FxRobot robot) {
        fill(robot, MANY);

        robot.interact(() -> assertThat(cells()).hasSizeBetween(3, 40));
    }

    @Test
    void enterInALongAccountStaysWhereOneWrites(FxRobot robot) {
        fill(robot, MANY);
        robot.interact(() -> paper().writeIn(draft.paragraphs.get(1_000)));

        robot.write(" A?").push(KeyCode.ENTER).write("In.");

        assertThat(draft.paragraphs).hasSize(MANY + 1);
        assertThat(draft.paragraphs.get(1_000).textProperty().get()).endsWith("A?");
        assertThat(draft.paragraphs.get(1_001).textProperty().get()).isEqualTo("In.");
    }

    @Test
    void whoScrollsAwayAndTypesGoesOnWhereTheyWrote(FxRobot robot) {
        fill(robot, MANY);
        robot.interact(() -> paper().writeIn(draft.paragraphs.getLast()));
        robot.interact(() -> assertThat(editor().isFocused()).isTrue());
        robot.write(" B");
        robot.interact(() -> paper().scrollTo(0));
        WaitForAsyncUtils.waitForFxEvents();

        robot.interact(() -> Event.fireEvent(paper(), typed("X")));
        robot.write("Y");

        assertThat(draft.paragraphs.getLast().textProperty().get()).endsWith(" BXY");
        assertThat(draft.paragraphs.getFirst().textProperty().get()).doesNotContain("X");
    }

    @Test
    void aParagraphScrolledAwayAndBackShowsItsOwnWords(FxRobot robot) {
        fill(robot, 300);
        for (int at : List.of(299, 0, 150, 20, 299, 0)) {
            robot.interact(() -> {
                paper().scrollTo(at);
                paper().applyCss();
                paper().layout();
                cells().forEach(cell -> assertThat(cell.row().lookup("#paragraph-" + (cell.getIndex() + 1)))
                        .as("paragraph %d", cell.getIndex() + 1)
                        .matches(label -> !(label instanceof javafx.scene.control.Label words)
                                || words.getText()
                                        .equals(draft.paragraphs
                                                .get(cell.getIndex())
                                                .textProperty()
                                                .get())));
            });
        }
    }

    @Test
    void wordsOfArabicRunFromTheRightAlsoWithLatinNamesAmongThem(FxRobot robot) {
        robot.interact(() -> editor().setText("قال لي Dr. Brown إن الكلية ستنمو"));

        assertThat(editor().getNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);

        robot.interact(() -> editor().setText("He called it دائرة الأمن and left"));

        assertThat(editor().getNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
    }

    private void fill(FxRobot robot, int count) {
        List<ParagraphDraft> many = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> new ParagraphDraft(("Paragraph " + i + " tells of a night. ").repeat(1 + i % 7)))
                .toList());
        robot.interact(() -> {
            draft.paragraphs.setAll(many);
            paper().writeIn(many.getFirst());
        });
    }

    private static KeyEvent typed(String letter) {
        return new KeyEvent(KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false);
    }

    private AccountPaper paper() {
        return (AccountPaper) stage.getScene().lookup("#account");
    }

    private TextArea editor() {
        return (TextArea) stage.getScene().lookup("#account-editor");
    }

    private List<ParagraphCell> cells() {
        return paper().lookupAll(".paragraph-cell").stream()
                .map(ParagraphCell.class::cast)
                .filter(cell -> cell.isVisible() && !cell.isEmpty())
                .filter(cell -> cell.getParent() != null && cell.getParent().isVisible())
                .sorted(Comparator.comparing(ListCell::getIndex))
                .toList();
    }

    private List<String> texts() {
        return draft.paragraphs.stream()
                .map(paragraph -> paragraph.textProperty().get())
                .toList();
    }
}
