package org.cairn.ui.sound;

import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.ui.common.Words;

/// A recording to be listened to and written down.
public final class SoundPane extends VBox {

    private final PlayerViewModel player;

    public SoundPane(PlayerViewModel player, TranscriptViewModel transcript, Words words) {
        this.player = player;
        setId("sound-pane");
        getStyleClass().add("sound-pane");
        setSpacing(14);
        PlayerView view = new PlayerView(player, words);
        view.hearKeysIn(this);
        TranscriptView beside = new TranscriptView(transcript, player, words);
        VBox.setVgrow(beside, Priority.ALWAYS);
        Runnable mark = () -> view.marks()
                .setAll(transcript.segments().stream()
                        .map(segment -> segment.second.get())
                        .toList());
        transcript.segments().subscribe(mark);
        mark.run();
        getChildren().addAll(view, beside);
        player.open();
    }

    /// What is listened to with it.
    public PlayerViewModel player() {
        return player;
    }
}
