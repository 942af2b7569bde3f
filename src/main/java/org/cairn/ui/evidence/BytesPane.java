package org.cairn.ui.evidence;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;

/// What cannot be shown: why, and its first bytes.
final class BytesPane extends VBox {

    BytesPane(Words words, ItemViewModel model, Item item) {
        Messages own = words.of("evidence");
        setId("bytes-pane");
        getStyleClass().add("tab-page");
        String state = item.reading().map(read -> read.status().name()).orElse("WAITING");
        Label hex = new Label();
        hex.setId("bytes-head");
        hex.getStyleClass().addAll("mono", "hex");
        hex.setNodeOrientation(javafx.geometry.NodeOrientation.LEFT_TO_RIGHT);
        model.viewing().head(hex::setText);
        getChildren()
                .addAll(
                        Headed.card(
                                own.text("bytes.title"), Headed.quiet(own.text("bytes." + state)), more(words, item)),
                        Headed.card(own.text("bytes.head"), hex));
    }

    private static Label more(Words words, Item item) {
        Messages reading = words.of("reading");
        String reason = item.reading().map(read -> read.reason()).orElse("");
        String told = reading.has("reason." + reason) ? reading.text("reason." + reason) : "";
        Label label = Headed.quiet(told);
        label.setManaged(!told.isEmpty());
        return label;
    }
}
