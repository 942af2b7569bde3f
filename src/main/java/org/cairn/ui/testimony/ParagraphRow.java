package org.cairn.ui.testimony;

import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.Paragraph;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// One numbered paragraph: words to read until one writes in it.
///
/// Only the paragraph one writes in has a text area; a statement of three hundred paragraphs stays quick.
final class ParagraphRow extends HBox {

    /// What a paragraph asks of the statement around it.
    interface Account {
        void splitAfter(ParagraphRow row, String rest);

        void mergeBefore(ParagraphRow row);

        void writeIn(ParagraphRow row);

        void step(ParagraphRow row, int by);
    }

    private static final double LINE_SPARE = 22;

    private final ParagraphDraft draft;
    private final Account account;
    private final Words words;
    private final Messages area;
    private final Label number = new Label();
    private final Label shown = new Label();
    private final StackPane body = new StackPane();
    private final VBox column = new VBox(6);
    private final CodePicker<Paragraph.Basis> basis;
    private @Nullable TextArea editor;
    private NodeOrientation usual = NodeOrientation.INHERIT;

    ParagraphRow(ParagraphDraft draft, Account account, Words words) {
        this.draft = draft;
        this.account = account;
        this.words = words;
        this.area = words.of("testimony");
        getStyleClass().add("paragraph-row");
        number.getStyleClass().add("paragraph-number");
        shown.getStyleClass().add("paragraph-text");
        shown.setWrapText(true);
        shown.setFocusTraversable(true);
        shown.setMaxWidth(Double.MAX_VALUE);
        shown.setMinHeight(USE_PREF_SIZE);
        shown.setOnMousePressed(event -> account.writeIn(this));
        shown.focusedProperty().subscribe(focused -> {
            if (focused) {
                account.writeIn(this);
            }
        });
        basis = basisPicker();
        body.getChildren().add(shown);
        column.getChildren().add(body);
        HBox.setHgrow(column, Priority.ALWAYS);
        getChildren().addAll(number, column, basis);
        draft.textProperty().subscribe(this::show);
        draft.questionProperty().subscribe((was, is) -> {
            if ((was == null) != (is == null)) {
                showQuestion(is != null);
            }
        });
        showQuestion(draft.questionProperty().get() != null);
    }

    ParagraphDraft draft() {
        return draft;
    }

    /// Its number and the direction of the language of the account.
    void place(int index, NodeOrientation direction) {
        usual = direction;
        number.setText(words.number(index));
        shown.setId("paragraph-" + index);
        basis.setId("basis-" + index);
        shown.setAccessibleText(area.text("account.paragraph", index));
        show(draft.textProperty().get());
    }

    /// Begins to write here, or stops.
    void write(boolean on) {
        if (on && editor == null) {
            TextArea fresh = area();
            editor = fresh;
            body.getChildren().setAll(fresh);
            getStyleClass().add("writing");
            fresh.requestFocus();
            fresh.end();
        } else if (!on && editor != null) {
            editor.textProperty().unbindBidirectional(draft.textProperty());
            editor = null;
            body.getChildren().setAll(shown);
            getStyleClass().remove("writing");
        }
    }

    /// Puts the cursor before a character.
    void cursorAt(int position) {
        if (editor != null) {
            editor.positionCaret(position);
        }
    }

    /// Adds a line for what was asked, and goes there.
    void ask() {
        if (draft.questionProperty().get() == null) {
            draft.questionProperty().set("");
        }
        lookup(".question-words").requestFocus();
    }

    void setBasis(int index) {
        if (index < basis.getItems().size()) {
            basis.setValue(basis.getItems().get(index));
        }
    }

    private TextArea area() {
        TextArea writing = new TextArea();
        writing.setId("account-editor");
        writing.getStyleClass().add("paragraph-area");
        writing.setWrapText(true);
        writing.setAccessibleText(area.text("account.paragraphNamed", number.getText()));
        writing.textProperty().bindBidirectional(draft.textProperty());
        writing.setNodeOrientation(orientation(draft.textProperty().get()));
        writing.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(writing, event));
        Text measure = new Text();
        measure.fontProperty().bind(writing.fontProperty());
        measure.setLineSpacing(3);
        Runnable grow = () -> {
            measure.setText(writing.getText() + " ");
            measure.setWrappingWidth(Math.max(60, (writing.getWidth() <= 0 ? 800 : writing.getWidth()) - 26));
            double height = Math.ceil(measure.getLayoutBounds().getHeight()) + LINE_SPARE;
            writing.setMinHeight(height);
            writing.setPrefHeight(height);
        };
        // a size changed while its parent lays itself out would be overlooked
        writing.widthProperty().addListener(any -> Platform.runLater(grow));
        writing.fontProperty().addListener(any -> grow.run());
        writing.textProperty().addListener(any -> {
            writing.setNodeOrientation(orientation(writing.getText()));
            grow.run();
        });
        grow.run();
        return writing;
    }

    private void key(TextArea writing, KeyEvent event) {
        int caret = writing.getCaretPosition();
        boolean selected = writing.getSelection().getLength() > 0;
        if (event.getCode() == KeyCode.ENTER && !event.isShiftDown() && !event.isShortcutDown()) {
            event.consume();
            String rest = writing.getText(caret, writing.getLength());
            writing.deleteText(caret, writing.getLength());
            account.splitAfter(this, rest.stripLeading());
        } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
            event.consume();
            writing.replaceSelection("\n");
        } else if (event.getCode() == KeyCode.BACK_SPACE && caret == 0 && !selected) {
            event.consume();
            account.mergeBefore(this);
        } else if (event.getCode() == KeyCode.UP && caret == 0) {
            account.step(this, -1);
        } else if (event.getCode() == KeyCode.DOWN && caret == writing.getLength()) {
            account.step(this, 1);
        } else if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            event.consume();
            account.step(this, event.isShiftDown() ? -1 : 1);
        }
    }

    private void show(String text) {
        shown.setText(text.isBlank() ? area.text("account.empty") : text);
        shown.setOpacity(text.isBlank() ? 0.5 : 1);
        shown.setNodeOrientation(orientation(text));
    }

    private NodeOrientation orientation(String text) {
        NodeOrientation own = Direction.of(text);
        return own == NodeOrientation.INHERIT ? usual : own;
    }

    private CodePicker<Paragraph.Basis> basisPicker() {
        CodePicker<Paragraph.Basis> picker = new CodePicker<>(
                "basis", java.util.List.of(Paragraph.Basis.values()), code -> words.vocabulary("basis", code.name()));
        picker.getStyleClass().add("basis-picker");
        picker.setPromptText(area.text("account.basis"));
        picker.setAccessibleText(area.text("account.basisName"));
        picker.valueProperty().bindBidirectional(draft.basisProperty());
        return picker;
    }

    private void showQuestion(boolean asked) {
        column.getChildren().removeIf(node -> node.getStyleClass().contains("question-row"));
        if (!asked) {
            return;
        }
        TextField question = new TextField(draft.questionProperty().get());
        question.setId("question-words");
        question.getStyleClass().add("question-words");
        question.setPromptText(area.text("account.question"));
        question.setAccessibleText(area.text("account.question"));
        question.textProperty()
                .subscribe((was, is) ->
                        draft.questionProperty().set(Optional.ofNullable(is).orElse("")));
        question.setOnAction(event -> account.writeIn(this));
        HBox.setHgrow(question, Priority.ALWAYS);
        CodePicker<Paragraph.Question.Type> type = new CodePicker<>(
                "question-type",
                Vocabulary.codes("question-type").stream()
                        .map(Paragraph.Question.Type::valueOf)
                        .toList(),
                code -> words.vocabulary("question-type", code.name()));
        type.setAccessibleText(area.text("account.questionType"));
        type.getStyleClass().add("basis-picker");
        type.valueProperty().bindBidirectional(draft.questionTypeProperty());
        HBox row = new HBox(
                6,
                question,
                type,
                Glyphs.quiet(
                        "question-remove",
                        Material2AL.CLOSE,
                        area.text("account.questionRemove"),
                        () -> draft.questionProperty().set(null)));
        row.getStyleClass().add("question-row");
        column.getChildren().addFirst(row);
    }
}
