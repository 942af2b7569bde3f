package org.cairn.ui.sound;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.LanguageTag;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// One piece of a transcript: when, who, the words, and the words in the other language.
final class SegmentRow extends HBox {

    private final SegmentDraft segment;
    private final TranscriptViewModel model;
    private final PlayerViewModel player;
    private final Messages own;
    private final TextField time = new TextField();
    private final Node text;
    private final Node translation;
    private final TextField speaker = new TextField();

    SegmentRow(SegmentDraft segment, TranscriptViewModel model, PlayerViewModel player, Words words) {
        this.segment = segment;
        this.model = model;
        this.player = player;
        this.own = words.of("sound");
        getStyleClass().add("segment");
        setSpacing(10);
        this.text = words(segment.text, "transcript.words", model.languageProperty());
        this.translation = words(segment.translation, "transcript.translation", model.intoProperty());
        translation.managedProperty().bind(model.intoProperty().isNotNull());
        translation.visibleProperty().bind(model.intoProperty().isNotNull());
        getChildren().addAll(when(), text, translation);
        if (model.mayWrite()) {
            getChildren()
                    .add(Glyphs.quiet(
                            "",
                            Material2AL.DELETE_OUTLINE,
                            own.text("transcript.remove"),
                            () -> model.remove(segment)));
        }
    }

    /// Its place, for whoever looks for it.
    void number(int place) {
        time.setId("segment-time-" + place);
        speaker.setId("segment-speaker-" + place);
        text.setId("segment-text-" + place);
        translation.setId("segment-translation-" + place);
    }

    /// Goes to its words.
    void write() {
        text.requestFocus();
    }

    private VBox when() {
        time.setPrefColumnCount(5);
        time.getStyleClass().add("segment-time");
        time.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        time.setEditable(model.mayWrite());
        time.setAccessibleText(own.text("transcript.second"));
        segment.second.subscribe(second -> time.setText(Clock.of(second.intValue())));
        time.setOnAction(event -> takeTime());
        time.focusedProperty().subscribe(focused -> {
            if (!focused) {
                takeTime();
            }
        });
        HBox row = new HBox(
                4,
                Glyphs.quiet(
                        "",
                        Material2MZ.PLAY_ARROW,
                        own.text("transcript.playFrom"),
                        () -> player.playFrom(segment.second.get())),
                time);
        speaker.setPromptText(own.text("transcript.speaker"));
        speaker.setAccessibleText(own.text("transcript.speaker"));
        speaker.setEditable(model.mayWrite());
        speaker.textProperty().bindBidirectional(segment.speaker);
        speaker.setPrefColumnCount(9);
        VBox when = new VBox(4, row, speaker);
        when.setMinWidth(USE_PREF_SIZE);
        return when;
    }

    /// What is no time leaves the one before.
    private void takeTime() {
        Clock.read(time.getText()).ifPresent(second -> {
            segment.second.set(second);
            model.order();
        });
        time.setText(Clock.of(segment.second.get()));
    }

    private Node words(StringProperty bound, String name, ObjectProperty<@Nullable LanguageTag> language) {
        if (!model.mayWrite()) {
            Label label = new Label();
            label.textProperty().bind(bound);
            label.setWrapText(true);
            label.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(label, Priority.ALWAYS);
            language.subscribe(tag -> label.setNodeOrientation(direction(tag)));
            return label;
        }
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(2);
        area.setPrefColumnCount(16);
        area.setPromptText(own.text(name));
        area.setAccessibleText(own.text(name));
        area.textProperty().bindBidirectional(bound);
        area.textProperty().subscribe(said -> area.setPrefRowCount(Math.clamp(said.length() / 40 + 2, 2, 8)));
        language.subscribe(tag -> area.setNodeOrientation(direction(tag)));
        HBox.setHgrow(area, Priority.ALWAYS);
        return area;
    }

    private static NodeOrientation direction(@Nullable LanguageTag tag) {
        return tag == null ? NodeOrientation.INHERIT : Direction.of(tag);
    }
}
