package org.cairn.ui.testimony;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.cairn.ui.sound.PlayerViewModel;
import org.jspecify.annotations.Nullable;

/// Listening to a recording from where a paragraph begins, while the account is written.
final class Listening implements AutoCloseable {

    private final Desk desk;
    private final RecorderViewModel recorder;
    private final ObjectProperty<@Nullable Told> told;
    private final ObjectProperty<@Nullable PlayerViewModel> player = new SimpleObjectProperty<>();

    /// @param recorder whose recording that still goes on cannot be listened to
    Listening(Desk desk, RecorderViewModel recorder, ObjectProperty<@Nullable Told> told) {
        this.desk = desk;
        this.recorder = recorder;
        this.told = told;
    }

    /// The recording that is listened to; null while none is.
    ObjectProperty<@Nullable PlayerViewModel> playerProperty() {
        return player;
    }

    /// Plays a recording from where a paragraph begins.
    void hear(ParagraphDraft paragraph) {
        Reference recording = paragraph.recording().orElse(null);
        Integer second = paragraph.secondProperty().get();
        if (recording == null || second == null) {
            return;
        }
        if (recorder.current().equals(Optional.of(recording))) {
            told.set(Told.info(desk.words().of("sound").text("recorder.stillGoing")));
            return;
        }
        PlayerViewModel open = player.get();
        if (open == null || !open.recording().equals(recording)) {
            close();
            open = new PlayerViewModel(desk, recording);
            player.set(open);
        }
        open.playFrom(second);
    }

    /// Puts the player away.
    @Override
    public void close() {
        PlayerViewModel open = player.get();
        if (open != null) {
            open.close();
        }
        player.set(null);
    }
}
