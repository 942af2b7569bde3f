package org.cairn.ui.testimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Reference;
import org.cairn.ui.common.OnScreen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Writing an account, short and long.
@SuppressWarnings("NullAway.Init") // made before each test
class AccountStepTest {

    private static final int MANY = 2_000;

    @RegisterExtension
    final OnScreen screen = new OnScreen();

    private static StatementOnScreen taking;
    private StatementDraft draft;
    private RecordViewModel model;

    @BeforeAll
    static void makeAnArchive() throws Exception {
        taking = new StatementOnScreen();
    }

    @AfterAll
    static void lockIt() throws Exception {
        taking.close();
    }

    @BeforeEach
    void begin() {
        draft = taking.draft();
        screen.interact(() -> {
            model = new RecordViewModel(taking.desk, draft, Optional.empty(), 0);
            AccountStep step = new AccountStep(model, taking.desk);
            screen.show(step, 900, 700);
            step.begin();
        });
    }

    @AfterEach
    void end() {
        screen.interact(() -> model.close());
    }

    @Test
    void enterBeginsTheNextParagraphAndBackspaceJoinsItAgain() {
        // with a person's keyboard: the other tests push keys where they arrive
        screen.robot().write("1").push(KeyCode.ENTER).write("2");

        assertThat(texts()).containsExactly("1", "2");

        screen.robot().push(KeyCode.HOME).push(KeyCode.BACK_SPACE).write("|");

        assertThat(texts()).containsExactly("1 |2");
    }

    @Test
    void aParagraphCutInTheMiddleGoesOnAtTheBeginningOfItsRest() {
        screen.write("One two.");
        screen.push(4, KeyCode.LEFT);
        screen.push(KeyCode.ENTER);
        screen.write("|");

        assertThat(texts()).containsExactly("One ", "|two.");
    }

    @Test
    void theArrowsLeadFromParagraphToParagraph() {
        screen.write("1st");
        screen.push(KeyCode.ENTER);
        screen.write("2nd");

        screen.push(KeyCode.HOME);
        screen.push(KeyCode.UP);
        screen.write("!");

        assertThat(texts()).containsExactly("1st!", "2nd");
    }

    @Test
    void aQuestionAndWhatWasShownAreWrittenWithoutTheMouse() {
        screen.write("He.");
        screen.push(KeyCode.Q, KeyCode.CONTROL);
        screen.write("Who?");
        screen.push(KeyCode.ENTER);
        screen.push(KeyCode.E, KeyCode.CONTROL);
        screen.write("E-3 E-1");
        screen.push(KeyCode.ENTER);
        screen.push(KeyCode.DIGIT1, KeyCode.ALT);
        screen.write(" I.");

        Paragraph paragraph = draft.paragraphs.getFirst().paragraph();
        assertThat(paragraph.text()).isEqualTo("He. I.");
        assertThat(paragraph.question()).contains(new Paragraph.Question("Who?", Paragraph.Question.Type.OPEN));
        assertThat(paragraph.exhibits()).containsExactly(Reference.parse("E-0003"), Reference.parse("E-0001"));
        assertThat(paragraph.basis()).contains(Paragraph.Basis.SEEN);
    }

    @Test
    void drawsOnlyWhatIsOnTheScreenOfTwoThousandParagraphs() {
        fill(MANY);

        screen.interact(() -> assertThat(cells()).hasSizeBetween(3, 40));
    }

    @Test
    void enterInALongAccountStaysWhereOneWrites() {
        fill(MANY);
        screen.interact(() -> paper().writeIn(draft.paragraphs.get(1_000)));

        screen.write(" A?");
        screen.push(KeyCode.ENTER);
        screen.write("In.");

        assertThat(draft.paragraphs).hasSize(MANY + 1);
        assertThat(draft.paragraphs.get(1_000).textProperty().get()).endsWith("A?");
        assertThat(draft.paragraphs.get(1_001).textProperty().get()).isEqualTo("In.");
    }

    @Test
    void everyEnterAtTheEndOfALongerAccountLeadsOnwards() {
        for (int i = 1; i <= 40; i++) {
            String words = ("Paragraph " + i + " tells of a night. ").repeat(1 + i % 3);
            screen.interact(() -> editor().setText(words));
            screen.push(KeyCode.END, KeyCode.CONTROL);
            screen.push(KeyCode.ENTER);
            screen.interact(() -> assertThat(editor()).isNotNull().matches(TextArea::isFocused));
        }
        screen.write("The end.");

        assertThat(draft.paragraphs).hasSize(41);
        assertThat(draft.paragraphs.getLast().textProperty().get()).isEqualTo("The end.");
    }

    @Test
    void whoScrollsAwayAndTypesGoesOnWhereTheyWrote() {
        fill(MANY);
        screen.interact(() -> paper().writeIn(draft.paragraphs.getLast()));
        screen.interact(() -> assertThat(editor().isFocused()).isTrue());
        screen.write(" B");
        screen.interact(() -> paper().scrollTo(0));
        WaitForAsyncUtils.waitForFxEvents();

        screen.interact(() -> Event.fireEvent(paper(), typed("X")));
        screen.write("Y");

        assertThat(draft.paragraphs.getLast().textProperty().get()).endsWith(" BXY");
        assertThat(draft.paragraphs.getFirst().textProperty().get()).doesNotContain("X");
    }

    @Test
    void aParagraphScrolledAwayAndBackShowsItsOwnWords() {
        fill(300);
        for (int at : List.of(299, 0, 150, 20, 299, 0)) {
            screen.interact(() -> {
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
    void wordsOfArabicRunFromTheRightAlsoWithLatinNamesAmongThem() {
        screen.interact(() -> editor().setText("قال لي Dr. Brown إن الكلية ستنمو"));

        assertThat(editor().getNodeOrientation()).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);

        screen.interact(() -> editor().setText("He called it دائرة الأمن and left"));

        assertThat(editor().getNodeOrientation()).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
    }

    private void fill(int count) {
        List<ParagraphDraft> many = new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> new ParagraphDraft(("Paragraph " + i + " tells of a night. ").repeat(1 + i % 7)))
                .toList());
        screen.interact(() -> {
            draft.paragraphs.setAll(many);
            paper().writeIn(many.getFirst());
        });
    }

    private static KeyEvent typed(String letter) {
        return new KeyEvent(KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false);
    }

    private AccountPaper paper() {
        return (AccountPaper) screen.stage().getScene().lookup("#account");
    }

    private TextArea editor() {
        return (TextArea) screen.stage().getScene().lookup("#account-editor");
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
