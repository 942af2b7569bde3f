package org.cairn.ui.testimony;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.i18n.Messages;

/// How long a witness has been sitting here: it begins with the first words, and a break is suggested after fifty
/// minutes without one.
final class Sitting {

    private static final long BREAK_AFTER = 50;

    /// After a day it is another sitting.
    private static final long LONGEST = 24 * 60;

    private final StatementDraft draft;
    private final Messages words;
    private final StringProperty rest = new SimpleStringProperty("");

    Sitting(StatementDraft draft, Messages words) {
        this.draft = draft;
        this.words = words;
    }

    /// That it is long since the last break, in words; empty where it is not.
    StringProperty restProperty() {
        return rest;
    }

    /// Looks at the clock.
    ///
    /// @param fresh whether the statement was never kept: only then do its first words begin the interview
    void look(Instant now, boolean fresh) {
        boolean begun = draft.paragraphs.stream().anyMatch(paragraph -> !paragraph.blank());
        if (begun && fresh && draft.conduct.started.get().isEmpty()) {
            draft.conduct.started.set(Optional.of(now));
        }
        Optional<Instant> since = draft.breaks.isEmpty()
                ? draft.conduct.started.get()
                : Optional.of(draft.breaks.getLast().at());
        long minutes =
                since.map(from -> Duration.between(from, now).toMinutes()).orElse(0L);
        boolean goesOn = !draft.pausing() && draft.conduct.ended.get().isEmpty() && minutes < LONGEST;
        rest.set(goesOn && minutes >= BREAK_AFTER ? words.text("account.withoutBreak", minutes) : "");
    }
}
