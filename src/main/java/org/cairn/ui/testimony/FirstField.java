package org.cairn.ui.testimony;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;

/// Where the cursor goes when a step is entered.
final class FirstField {

    private FirstField() {}

    /// The first field or tick within a page, in the order it is read; where it has none, its first button.
    static Optional<Node> in(Node page) {
        return first(page, FirstField::field).or(() -> first(page, node -> node instanceof Button));
    }

    private static boolean field(Node node) {
        return node instanceof TextInputControl
                || node instanceof ComboBoxBase<?>
                || node instanceof CheckBox
                || node instanceof ToggleButton;
    }

    private static Optional<Node> first(Node page, Predicate<Node> wanted) {
        if (!page.isVisible() || page.isDisabled()) {
            return Optional.empty();
        }
        if (wanted.test(page)) {
            return Optional.of(page);
        }
        if (page instanceof ScrollPane pane) {
            return Optional.ofNullable(pane.getContent()).flatMap(content -> first(content, wanted));
        }
        return page instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> first(child, wanted).stream())
                        .findFirst()
                : Optional.empty();
    }
}
