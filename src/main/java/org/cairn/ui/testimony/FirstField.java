package org.cairn.ui.testimony;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;

/// Where the cursor goes when a step is entered.
final class FirstField {

    private FirstField() {}

    /// The first field or tick within a page, in the order it is read.
    static Optional<Node> in(Node page) {
        if (!page.isVisible() || page.isDisabled()) {
            return Optional.empty();
        }
        if (page instanceof TextInputControl
                || page instanceof ComboBoxBase<?>
                || page instanceof CheckBox
                || page instanceof ToggleButton) {
            return Optional.of(page);
        }
        if (page instanceof ScrollPane pane) {
            return Optional.ofNullable(pane.getContent()).flatMap(FirstField::in);
        }
        return page instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> in(child).stream())
                        .findFirst()
                : Optional.empty();
    }
}
