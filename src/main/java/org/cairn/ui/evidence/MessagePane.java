package org.cairn.ui.evidence;

import java.util.function.Consumer;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Words;

/// A message: its head, what is written in it as plain text, and what came with it. Nothing in it is fetched or opened.
final class MessagePane extends BorderPane {

    private static final double LINE = 46;
    private static final int SEEN = 3;

    MessagePane(Words words, ItemViewModel model, Item item, Consumer<Reference> open) {
        Messages own = words.of("evidence");
        setId("message-pane");
        VBox head = new VBox(Says.some("message", own, item, Says.MESSAGE));
        head.getStyleClass().add("message-head");
        setTop(head);
        setCenter(new TextPane(words, model, item));
        if (!item.inside().isEmpty()) {
            InsideView attached = new InsideView(words, item, open);
            attached.setId("message-attached");
            attached.setMaxHeight((Math.min(SEEN, item.inside().size()) + 1) * LINE + 24);
            attached.setMinHeight(2 * LINE);
            setBottom(attached);
        }
    }
}
