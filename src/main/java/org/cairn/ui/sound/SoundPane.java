package org.cairn.ui.sound;

import java.nio.IntBuffer;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.audio.Footage;
import org.cairn.ui.common.Words;

/// A recording to be listened to and written down.
public final class SoundPane extends VBox {

    private static final double LOWEST = 140;
    private static final double SHARE = 0.36;

    private final PlayerViewModel player;

    /// @param film what is seen besides, where it is a film that can be decoded here
    public SoundPane(
            PlayerViewModel player, TranscriptViewModel transcript, Optional<FilmViewModel> film, Words words) {
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
        film.ifPresent(seen -> getChildren().add(screen(seen, words)));
        getChildren().addAll(view, beside);
        player.open();
    }

    private StackPane screen(FilmViewModel film, Words words) {
        ImageView picture = new ImageView();
        picture.setId("film-picture");
        picture.setPreserveRatio(true);
        // what is written down beside it needs room too
        picture.fitHeightProperty().bind(heightProperty().map(all -> Math.max(LOWEST, all.doubleValue() * SHARE)));
        picture.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        picture.setAccessibleText(words.of("sound").text("film.name"));
        picture.imageProperty().bind(film.pictureProperty().map(SoundPane::drawn));
        StackPane screen = new StackPane(picture);
        screen.getStyleClass().add("film-screen");
        // a film is never mirrored, whatever the language of the window
        screen.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        screen.setMinHeight(LOWEST);
        film.open();
        return screen;
    }

    private static Image drawn(IntBuffer dots) {
        return new WritableImage(
                new PixelBuffer<>(Footage.WIDTH, Footage.HEIGHT, dots, PixelFormat.getIntArgbPreInstance()));
    }

    /// What is listened to with it.
    public PlayerViewModel player() {
        return player;
    }
}
