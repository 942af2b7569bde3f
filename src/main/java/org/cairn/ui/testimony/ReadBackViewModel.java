package org.cairn.ui.testimony;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.domain.AccountAsRead.Change;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Interview;
import org.cairn.domain.LanguageTag;
import org.cairn.ui.common.Desk;

/// Reading the account back to the witness: when it begins and ends, and what was changed in between.
final class ReadBackViewModel {

    private final StatementDraft statement;
    private final ReadBackDraft draft;
    private final Desk desk;
    private final Spoken spoken;
    private final Runnable save;
    private final ObservableList<Change> changes = FXCollections.observableArrayList();

    /// @param save writes down at once what must survive whatever happens next
    ReadBackViewModel(Desk desk, StatementDraft statement, Spoken spoken, Runnable save) {
        this.desk = desk;
        this.statement = statement;
        this.draft = statement.readBack;
        this.spoken = spoken;
        this.save = save;
    }

    ReadBackDraft draft() {
        return draft;
    }

    Spoken spoken() {
        return spoken;
    }

    /// What was changed, added or taken out since the reading began, as of the last look.
    ObservableList<Change> changes() {
        return changes;
    }

    /// Begins, with what is known already: who interprets reads, else who asks; today.
    void begin() {
        Instant now = desk.environment().clock().instant();
        draft.begin(statement.written(), now);
        Optional<Interview.Interpreter> interpreter =
                statement.interpreters.stream().findFirst();
        if (draft.by.get().isBlank()) {
            draft.by.set(interpreter.map(Interview.Interpreter::code).orElseGet(() -> statement.interviewer.get()));
        }
        if (draft.language.get() == null) {
            draft.language.set(interpreter
                    .map(Interview.Interpreter::from)
                    .filter(language -> !language.equals(LanguageTag.UNDETERMINED))
                    .or(statement::spokenTo)
                    .orElse(LanguageTag.UNDETERMINED));
        }
        if (draft.date.get().isEmpty()) {
            draft.date.set(Optional.of(
                    FuzzyDate.of(LocalDate.ofInstant(now, desk.words().zone()))));
        }
        spoken.note("readBack");
        look();
        save.run();
    }

    /// It was read to the end.
    void end() {
        draft.ended.set(Optional.of(desk.environment().clock().instant()));
        save.run();
    }

    /// Looks at what was changed.
    void look() {
        List<Change> now = draft.changes(statement.written(), Optional.ofNullable(statement.language.get()));
        if (!now.equals(changes)) {
            changes.setAll(now);
        }
    }

    /// Notes what the witness said of a change.
    void because(Change change, String why) {
        draft.because(change, statement.written(), why);
    }
}
