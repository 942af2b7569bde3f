package org.cairn.ui.testimony;

import javafx.geometry.NodeOrientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.cairn.domain.Paragraph;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Words;
import org.cairn.ui.sound.Clock;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/// One numbered paragraph on the screen: words to read until one writes in it.
///
/// Only the paragraph one writes in has a text area, and a row is used again for another paragraph once it has left the
/// screen: a statement of two thousand paragraphs stays quick.
final class ParagraphRow extends HBox {

    private final Account account;
    private final Words words;
    private final Messages area;
    private final Label number = new Label();
    private final Label shown = new Label();
    private final StackPane body = new StackPane();
    private final VBox column = new VBox(6);
    private final CodePicker<Paragraph.Basis> basis;
    private final Button moment;
    private Subscription watched = Subscription.EMPTY;
    private @Nullable ParagraphDraft draft;
    private @Nullable ParagraphEditor editor;
    private int place;
    private double measuredAt;
    private double measured;
    private NodeOrientation usual = NodeOrientation.INHERIT;

    ParagraphRow(Account account, Words words) {
        this.account = account;
        this.words = words;
        this.area = words.of("testimony");
        getStyleClass().add("paragraph-row");
        number.getStyleClass().add("paragraph-number");
        shown.getStyleClass().add("paragraph-text");
        shown.setWrapText(true);
        shown.setMaxWidth(Double.MAX_VALUE);
        shown.setMinHeight(USE_PREF_SIZE);
        // the list around it would take the focus away again
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            event.consume();
            ParagraphDraft here = draft;
            if (here != null && editor == null) {
                account.writeIn(here);
            }
        });
        basis = new CodePicker<>(
                "basis", java.util.List.of(Paragraph.Basis.values()), code -> words.vocabulary("basis", code.name()));
        basis.getStyleClass().add("basis-picker");
        basis.setPromptText(area.text("account.basis"));
        basis.setAccessibleText(area.text("account.basisName"));
        body.getChildren().add(shown);
        column.getChildren().add(body);
        HBox.setHgrow(column, Priority.ALWAYS);
        moment = Glyphs.button("", Material2MZ.PLAY_ARROW, "", () -> {
            ParagraphDraft here = draft;
            if (here != null) {
                account.hear(here);
            }
        });
        moment.getStyleClass().addAll("flat", "small", "moment");
        moment.setMinWidth(USE_PREF_SIZE);
        moment.setFocusTraversable(false);
        getChildren().addAll(number, column, moment, basis);
    }

    /// How high it is at a width. The list around it asks again for every row at every letter.
    double highAt(double width) {
        if (width != measuredAt) {
            measured = prefHeight(width);
            measuredAt = width;
        }
        return measured;
    }

    @Override
    public void requestLayout() {
        measuredAt = -1;
        super.requestLayout();
    }

    /// Shows a paragraph.
    ///
    /// @param index its number, from 1
    /// @param direction the direction of the language of the account
    void show(ParagraphDraft paragraph, int index, NodeOrientation direction) {
        if (draft == paragraph && place == index && usual == direction) {
            return;
        }
        usual = direction;
        place = index;
        number.setText(words.number(index));
        shown.setId("paragraph-" + index);
        basis.setId("basis-" + index);
        moment.setId("moment-" + index);
        shown.setAccessibleText(area.text("account.paragraph", index));
        if (draft == paragraph) {
            say(paragraph.textProperty().get());
            return;
        }
        clear();
        draft = paragraph;
        basis.valueProperty().bindBidirectional(paragraph.basisProperty());
        watched = Subscription.combine(
                paragraph.textProperty().subscribe(this::say),
                paragraph.secondProperty().subscribe(this::at),
                paragraph.questionProperty().subscribe(asked -> around(paragraph)),
                paragraph.showingProperty().subscribe(showing -> around(paragraph)));
    }

    /// Lets go of the paragraph it shows.
    void clear() {
        ParagraphEditor leaving = editor;
        if (leaving != null && leaving.isFocused()) {
            account.carry(leaving.getCaretPosition());
        }
        write(false);
        watched.unsubscribe();
        watched = Subscription.EMPTY;
        ParagraphDraft before = draft;
        if (before != null) {
            basis.valueProperty().unbindBidirectional(before.basisProperty());
            column.getChildren().setAll(body);
        }
        draft = null;
    }

    /// Makes room to write here, or stops.
    void write(boolean on) {
        ParagraphDraft here = draft;
        ParagraphEditor before = editor;
        if (on && here != null && before == null) {
            ParagraphEditor fresh = new ParagraphEditor(here, account, this::orientation);
            fresh.setAccessibleText(area.text("account.paragraphNamed", number.getText()));
            fresh.setId("account-editor");
            editor = fresh;
            body.getChildren().setAll(fresh);
            getStyleClass().add("writing");
        } else if (!on && before != null) {
            before.leave();
            editor = null;
            body.getChildren().setAll(shown);
            getStyleClass().remove("writing");
        }
    }

    /// Puts the cursor before a character, at the end where there is none so late.
    ///
    /// @return whether it is there now
    boolean focusAt(int position) {
        ParagraphEditor writing = editor;
        if (writing == null) {
            return false;
        }
        writing.requestFocus();
        writing.positionCaret(position);
        return writing.isFocused();
    }

    /// Goes to the line for what was asked, or for what was shown.
    void focusOn(String selector) {
        if (lookup(selector) instanceof javafx.scene.Node field) {
            field.requestFocus();
        }
    }

    /// Whether one writes in it now.
    boolean writes() {
        ParagraphEditor writing = editor;
        return writing != null && writing.isFocused();
    }

    void setBasis(int index) {
        if (index < basis.getItems().size()) {
            basis.setValue(basis.getItems().get(index));
        }
    }

    private void say(String text) {
        shown.setText(text.isBlank() ? area.text("account.empty") : text);
        shown.setOpacity(text.isBlank() ? 0.5 : 1);
        shown.setNodeOrientation(orientation(text));
    }

    /// A second that is of no recording kept here cannot be gone to.
    private void at(@Nullable Integer second) {
        boolean known = second != null && draft != null && draft.recording().isPresent();
        moment.setVisible(known);
        moment.setManaged(known);
        if (second != null && known) {
            moment.setText(Clock.of(second));
            moment.setAccessibleText(words.of("sound")
                    .text("paragraph.at", words.of("sound").text("transcript.playFrom"), Clock.of(second)));
        }
    }

    private NodeOrientation orientation(String text) {
        NodeOrientation own = Direction.of(text);
        return own == NodeOrientation.INHERIT ? usual : own;
    }

    /// The lines before and after the words: what was asked, what was shown.
    private void around(ParagraphDraft paragraph) {
        boolean asked = paragraph.questionProperty().get() != null;
        boolean was = column.getChildren().getFirst() instanceof QuestionRow;
        if (asked && !was) {
            column.getChildren().addFirst(new QuestionRow(paragraph, account, words));
        } else if (!asked && was) {
            column.getChildren().removeFirst();
        }
        boolean showing = paragraph.showingProperty().get();
        boolean shows = column.getChildren().getLast() instanceof ShownRow;
        if (showing && !shows) {
            column.getChildren().addLast(new ShownRow(paragraph, account, words));
        } else if (!showing && shows) {
            column.getChildren().removeLast();
        }
    }
}
