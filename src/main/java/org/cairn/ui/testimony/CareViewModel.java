package org.cairn.ui.testimony;

import java.time.Clock;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.cairn.domain.Conduct;
import org.cairn.domain.Interview;
import org.jspecify.annotations.Nullable;

/// How the witness is cared for, with the note and the referral that are being typed in.
final class CareViewModel {

    private final ConductDraft draft;
    private final ObservableList<Interview.Presence> present;
    private final Clock clock;
    final StringProperty seen = new SimpleStringProperty("");
    final StringProperty done = new SimpleStringProperty("");
    final ObjectProperty<@Nullable String> referral = new SimpleObjectProperty<>();
    final BooleanProperty accepted = new SimpleBooleanProperty();
    final StringProperty followUp = new SimpleStringProperty("");

    /// @param present who else is in the room
    CareViewModel(ConductDraft draft, ObservableList<Interview.Presence> present, Clock clock) {
        this.draft = draft;
        this.present = present;
        this.clock = clock;
    }

    ConductDraft draft() {
        return draft;
    }

    /// Who else is in the room.
    ObservableList<Interview.Presence> present() {
        return present;
    }

    /// Notes the distress that is typed in, at this moment.
    void noteDistress() {
        if (seen.get().isBlank()) {
            return;
        }
        draft.distress.add(new Conduct.Distress(
                clock.instant(), seen.get().strip(), done.get().strip()));
        seen.set("");
        done.set("");
    }

    /// Adds the referral that is typed in.
    void addReferral() {
        String type = referral.get();
        if (type == null) {
            return;
        }
        draft.referrals.add(
                new Conduct.Referral(type, accepted.get(), followUp.get().strip()));
        referral.set(null);
        accepted.set(false);
        followUp.set("");
    }

    /// Adds what is typed in and was not added: who leaves the step means it.
    void leave() {
        noteDistress();
        addReferral();
    }
}
