package org.cairn.ui.documents;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// A list's line that is as high as the texts in it need, and as wide as the list.
///
/// The toolkit's own answer leaves the texts' wrapping out, and is kept from before the style sheet was heard or the
/// window was made narrower: such a line would be cut off at its top and bottom.
public class FittedCell<T extends @Nullable Object> extends ListCell<T> {

    protected FittedCell() {
        setPrefWidth(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        Node content = getGraphic();
        return content == null
                ? super.computePrefHeight(width)
                : snappedTopInset() + snapSizeY(content.prefHeight(content.prefWidth(-1))) + snappedBottomInset();
    }
}
