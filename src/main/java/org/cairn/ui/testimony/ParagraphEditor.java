package org.cairn.ui.testimony;

import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.NodeOrientation;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;

/// Where one writes a paragraph: as high as its words, running the way its letters run.
final class ParagraphEditor extends TextArea {

    private static final double LINE_SPARE = 22;

    private final ParagraphDraft draft;
    private final Account account;
    private final Text measure = new Text();

    /// @param orientation the way a text runs in this account
    ParagraphEditor(ParagraphDraft draft, Account account, Function<String, NodeOrientation> orientation) {
        this.draft = draft;
        this.account = account;
        getStyleClass().add("paragraph-area");
        setWrapText(true);
        textProperty().bindBidirectional(draft.textProperty());
        setNodeOrientation(orientation.apply(getText()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        measure.fontProperty().bind(fontProperty());
        measure.setLineSpacing(3);
        // a size changed while its parent lays itself out would be overlooked
        widthProperty().addListener(any -> Platform.runLater(this::grow));
        fontProperty().addListener(any -> grow());
        textProperty().addListener(any -> {
            setNodeOrientation(orientation.apply(getText()));
            grow();
        });
        grow();
    }

    /// Stops writing into the paragraph.
    void leave() {
        textProperty().unbindBidirectional(draft.textProperty());
    }

    private void grow() {
        measure.setText(getText() + " ");
        measure.setWrappingWidth(Math.max(60, (getWidth() <= 0 ? 800 : getWidth()) - 26));
        double height = Math.ceil(measure.getLayoutBounds().getHeight()) + LINE_SPARE;
        setMinHeight(height);
        setPrefHeight(height);
    }

    private void key(KeyEvent event) {
        int caret = getCaretPosition();
        boolean selected = getSelection().getLength() > 0;
        if (event.getCode() == KeyCode.ENTER && !event.isShiftDown() && !event.isShortcutDown()) {
            event.consume();
            String rest = getText(caret, getLength());
            deleteText(caret, getLength());
            account.splitAfter(draft, rest.stripLeading());
        } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
            event.consume();
            replaceSelection("\n");
        } else if (event.getCode() == KeyCode.BACK_SPACE && caret == 0 && !selected) {
            event.consume();
            account.mergeBefore(draft);
        } else if (event.getCode() == KeyCode.UP && caret == 0) {
            event.consume();
            account.step(draft, -1);
        } else if (event.getCode() == KeyCode.DOWN && caret == getLength()) {
            event.consume();
            account.step(draft, 1);
        } else if (event.getCode() == KeyCode.TAB && !event.isShortcutDown()) {
            event.consume();
            account.step(draft, event.isShiftDown() ? -1 : 1);
        }
    }
}
