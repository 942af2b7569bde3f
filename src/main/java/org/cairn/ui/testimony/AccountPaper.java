package org.cairn.ui.testimony;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.util.Duration;
import org.cairn.domain.LanguageTag;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;

/// The paper of an account: its paragraphs one below the other, of which only those on the screen are drawn.
final class AccountPaper extends ListView<ParagraphDraft> implements Account {

    /// What the scroll bar takes, whether it is there or not: words must not wrap otherwise once it comes.
    private static final double BAR = 16;

    /// What stands beside the words: number, how they are known, padding.
    private static final double BESIDE = 240;
    private static final double AROUND = 26;
    /// How high a paragraph of one line is.
    static final double LINE = 44;
    private static final int JUMPS = 5;
    private static final Duration ONE_PULSE = Duration.millis(20);

    private final RecordViewModel model;
    private final StatementDraft draft;
    private final Words words;
    private ParagraphDraft writing;
    private int carried = -1;
    private final Text measure = new Text();

    AccountPaper(RecordViewModel model, Words words) {
        super(model.draft().paragraphs);
        this.model = model;
        this.draft = model.draft();
        this.words = words;
        this.writing = draft.paragraphs.getLast();
        setId("account");
        getStyleClass().add("account-paper");
        setAccessibleText(words.of("testimony").text("step.account"));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.getTarget() == this) {
                event.consume();
                writeIn(Optional.ofNullable(getFocusModel().getFocusedItem()).orElse(writing));
            }
        });
        measure.setFont(Font.font("DejaVu Sans", 15));
        measure.setLineSpacing(3);
        setCellFactory(list -> new ParagraphCell(this, words));
        // every paragraph may wrap otherwise
        widthProperty().subscribe((was, is) -> refresh());
    }

    @Override
    public ExhibitsViewModel exhibits() {
        return model.exhibits();
    }

    /// The paragraph one writes in, or wrote in last.
    ParagraphDraft writing() {
        return writing;
    }

    @Override
    public void carry(int caret) {
        carried = caret;
        goOnLater();
    }

    /// The paragraph one writes in has got another row: the cursor goes there with it.
    void shownAgain(ParagraphRow row) {
        if (carried >= 0) {
            goOn(row);
            goOnLater();
        }
    }

    /// A row cannot be gone to before it is on the screen, or may have come before the old one was let go.
    private void goOnLater() {
        Platform.runLater(() -> visible(writing).ifPresent(this::goOn));
    }

    /// Not where somebody has gone to another field since.
    private void goOn(ParagraphRow row) {
        if (carried < 0 || getScene() == null) {
            return;
        }
        if (elsewhere(getScene().getFocusOwner()) || row.focusAt(carried)) {
            carried = -1;
        }
    }

    private boolean elsewhere(@Nullable Node focused) {
        return focused instanceof TextInputControl
                && !(focused instanceof ParagraphEditor)
                && focused.getScene() == getScene();
    }

    /// About how high a paragraph is that is not on the screen: enough to know how long the account is, and so cheap
    /// that it can be asked at every letter.
    double estimate(ParagraphDraft paragraph) {
        measure.setText(paragraph.textProperty().get());
        measure.setWrappingWidth(Math.max(60, room() - BESIDE));
        double lines = paragraph.questionProperty().get() == null ? 0 : LINE;
        lines += paragraph.showingProperty().get() ? LINE : 0;
        return Math.max(LINE, Math.ceil(measure.getLayoutBounds().getHeight()) + AROUND) + lines;
    }

    /// How wide a paragraph can be.
    double room() {
        return Math.max(0, getWidth() - snappedLeftInset() - snappedRightInset() - BAR);
    }

    /// The direction of the language of the account.
    NodeOrientation direction() {
        LanguageTag language = draft.language.get();
        return language == null ? NodeOrientation.INHERIT : Direction.of(language);
    }

    /// The row of the paragraph one writes in, brought onto the screen where it is not there.
    Optional<ParagraphRow> row() {
        return bringUp(writing);
    }

    /// Writes on at the end of a paragraph.
    @Override
    public void writeIn(ParagraphDraft paragraph) {
        writeAt(paragraph, paragraph.textProperty().get().length());
    }

    void writeAt(ParagraphDraft paragraph, int position) {
        ParagraphDraft before = writing;
        writing = paragraph;
        if (before != paragraph) {
            visible(before).ifPresent(row -> row.write(false));
        }
        carried = position;
        Optional<ParagraphRow> row = bringUp(paragraph);
        row.ifPresent(there -> there.write(true));
        if (row.filter(there -> there.focusAt(position)).isPresent()) {
            carried = -1;
        } else {
            goOnLater();
        }
        bringUpLater(paragraph, position, JUMPS);
    }

    /// A row near the end of a long account may be put aside again while the list finds out how long it has become:
    /// once it is drawn, the cursor is looked after again, unless somebody writes elsewhere by then.
    private void bringUpLater(ParagraphDraft paragraph, int position, int times) {
        PauseTransition drawn = new PauseTransition(ONE_PULSE);
        drawn.setOnFinished(over -> {
            boolean there = visible(paragraph).filter(ParagraphRow::writes).isPresent();
            boolean leave = getScene() == null || elsewhere(getScene().getFocusOwner());
            if (writing != paragraph || times == 0 || there || leave) {
                return;
            }
            carried = position;
            bringUp(paragraph).ifPresent(row -> {
                row.write(true);
                goOn(row);
            });
            bringUpLater(paragraph, position, times - 1);
        });
        drawn.play();
    }

    @Override
    public void splitAfter(ParagraphDraft paragraph, String rest) {
        ParagraphDraft fresh = paragraph.partWith(rest);
        draft.paragraphs.add(draft.paragraphs.indexOf(paragraph) + 1, fresh);
        writeAt(fresh, 0);
    }

    @Override
    public void mergeBefore(ParagraphDraft paragraph) {
        int at = draft.paragraphs.indexOf(paragraph);
        if (at == 0) {
            return;
        }
        ParagraphDraft before = draft.paragraphs.get(at - 1);
        if (!before.joins(paragraph)) {
            model.toldProperty().set(Told.info(words.of("testimony").text("account.apart")));
            return;
        }
        String later = paragraph.textProperty().get();
        visible(paragraph).ifPresent(row -> row.write(false));
        before.join(paragraph);
        draft.paragraphs.remove(at);
        writeAt(before, before.textProperty().get().length() - later.length());
    }

    @Override
    public void hear(ParagraphDraft paragraph) {
        model.listening().hear(paragraph);
    }

    @Override
    public void step(ParagraphDraft paragraph, int by) {
        int to = draft.paragraphs.indexOf(paragraph) + by;
        if (to >= 0 && to < draft.paragraphs.size()) {
            writeIn(draft.paragraphs.get(to));
        }
    }

    private Optional<ParagraphRow> bringUp(ParagraphDraft paragraph) {
        applyCss();
        layout();
        Optional<ParagraphRow> there = wholly(paragraph);
        if (there.isPresent() || getScene() == null) {
            return there.or(() -> visible(paragraph));
        }
        // heights above it are estimated until they are seen: the first jump may fall short
        for (int i = 0; i < JUMPS && visible(paragraph).isEmpty(); i++) {
            scrollTo(draft.paragraphs.indexOf(paragraph));
            applyCss();
            layout();
            if (visible(paragraph).isEmpty() && paragraph == draft.paragraphs.getLast()) {
                toTheEnd();
            }
        }
        return visible(paragraph);
    }

    /// Where the heights above were estimated too low, a jump to the last paragraph stops short of it.
    private void toTheEnd() {
        if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            flow.setPosition(1);
            applyCss();
            layout();
        }
    }

    /// The row of a paragraph that is on the screen with its beginning.
    private Optional<ParagraphRow> wholly(ParagraphDraft paragraph) {
        return cells(paragraph)
                .filter(cell -> {
                    double top = cell.getBoundsInParent().getMinY() + offset(cell);
                    return top >= -1 && top + Math.min(cell.getHeight(), getHeight() / 2) <= getHeight();
                })
                .map(ParagraphCell::row)
                .findFirst();
    }

    private double offset(ParagraphCell cell) {
        return sceneToLocal(cell.getParent().localToScene(0, 0)).getY();
    }

    private Optional<ParagraphRow> visible(ParagraphDraft paragraph) {
        return cells(paragraph).map(ParagraphCell::row).findFirst();
    }

    /// A list measures with a cell that nobody sees.
    private java.util.stream.Stream<ParagraphCell> cells(ParagraphDraft paragraph) {
        return lookupAll(".paragraph-cell").stream()
                .filter(ParagraphCell.class::isInstance)
                .map(ParagraphCell.class::cast)
                .filter(cell -> cell.getItem() == paragraph && cell.isVisible())
                .filter(cell -> cell.getParent() != null && cell.getParent().isVisible());
    }
}
