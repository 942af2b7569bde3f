package org.cairn.ui.sound;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.domain.Transcript;

/// A piece of what is said, while it is written down.
final class SegmentDraft {

    final IntegerProperty second = new SimpleIntegerProperty();
    final StringProperty speaker = new SimpleStringProperty("");
    final StringProperty text = new SimpleStringProperty("");
    final StringProperty translation = new SimpleStringProperty("");

    SegmentDraft(int begin, String who) {
        second.set(begin);
        speaker.set(who);
    }

    static SegmentDraft of(Transcript.Segment segment) {
        SegmentDraft draft = new SegmentDraft(segment.second(), segment.speaker());
        draft.text.set(segment.text());
        draft.translation.set(segment.translation());
        return draft;
    }

    boolean blank() {
        return text.get().isBlank() && translation.get().isBlank();
    }

    Transcript.Segment segment() {
        return new Transcript.Segment(
                Math.max(0, second.get()),
                speaker.get().strip(),
                text.get().strip(),
                translation.get().strip());
    }

    @Override
    public String toString() {
        return "SegmentDraft";
    }
}
