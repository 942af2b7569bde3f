package org.cairn.ui.testimony;

import javafx.geometry.NodeOrientation;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.cairn.archive.ReadAloud;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;

/// A text to be read out to the witness, running the way its letters run; under it, in a plain word, that it must be
/// interpreted where it does not stand in their language.
final class SpokenLabel extends VBox {

    private final String key;
    private final Words words;
    private final Label text = new Label();
    private final Label interpreted = Headed.quiet("");

    /// @param id of the label with the words
    SpokenLabel(String id, String key, Spoken spoken, Words words) {
        super(4);
        this.key = key;
        this.words = words;
        text.setId(id);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        text.getStyleClass().add("spoken");
        interpreted.setId(id + "-interpreted");
        interpreted.setMinHeight(USE_PREF_SIZE);
        interpreted.managedProperty().bind(interpreted.visibleProperty());
        getChildren().addAll(text, interpreted);
        spoken.texts().subscribe(this::show);
    }

    private void show(ReadAloud texts) {
        texts.line(key).ifPresent(line -> {
            text.setText(line.words());
            text.setNodeOrientation(line.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
            interpreted.setText(words.of("testimony").text("spoken.interpret", words.language(texts.witness())));
            interpreted.setVisible(line.interpreted());
        });
    }
}
