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
    private final Label text = new Label();

    /// One text by itself, with a word where it must be interpreted.
    ///
    /// @param id of the label with the words
    SpokenLabel(String id, String key, Spoken spoken, Words words) {
        this(id, key, spoken);
        getChildren().add(note(id + "-interpreted", key, spoken, words));
    }

    private SpokenLabel(String id, String key, Spoken spoken) {
        super(4);
        this.key = key;
        text.setId(id);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        text.getStyleClass().add("spoken");
        getChildren().add(text);
        spoken.texts().subscribe(this::show);
    }

    /// One of several, small: that they must be interpreted is said once for all of them.
    static SpokenLabel among(String id, String key, Spoken spoken) {
        SpokenLabel label = new SpokenLabel(id, key, spoken);
        label.getStyleClass().add("spoken-small");
        return label;
    }

    /// That a text is not there in the witness's language; nothing where it is.
    static Label note(String id, String key, Spoken spoken, Words words) {
        Label note = Headed.quiet("");
        note.setId(id);
        note.setMinHeight(USE_PREF_SIZE);
        note.managedProperty().bind(note.visibleProperty());
        spoken.texts().subscribe(texts -> {
            note.setText(words.of("testimony").text("spoken.interpret", words.language(texts.witness())));
            note.setVisible(texts.line(key).filter(ReadAloud.Line::interpreted).isPresent());
        });
        return note;
    }

    private void show(ReadAloud texts) {
        texts.line(key).ifPresent(line -> {
            text.setText(line.words());
            text.setNodeOrientation(line.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
        });
    }
}
