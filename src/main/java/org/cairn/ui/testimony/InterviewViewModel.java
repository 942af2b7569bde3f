package org.cairn.ui.testimony;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.domain.Conduct;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Interview;
import org.cairn.domain.LanguageTag;
import org.jspecify.annotations.Nullable;

/// How a statement is taken, with the interpreter and the person present that are being typed in.
final class InterviewViewModel {

    private final StatementDraft draft;
    private final Spoken spoken;
    final StringProperty interpreter = new SimpleStringProperty("");
    final ObjectProperty<@Nullable LanguageTag> from = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LanguageTag> to = new SimpleObjectProperty<>();
    final BooleanProperty sworn = new SimpleBooleanProperty();
    final BooleanProperty tiesAsked = new SimpleBooleanProperty();
    final StringProperty present = new SimpleStringProperty("");
    final StringProperty role = new SimpleStringProperty("");

    final StringProperty priorTo = new SimpleStringProperty("");
    final ObjectProperty<Optional<FuzzyDate>> priorWhen = new SimpleObjectProperty<>(Optional.empty());
    final BooleanProperty priorWritten = new SimpleBooleanProperty();
    final StringProperty priorNote = new SimpleStringProperty("");

    InterviewViewModel(StatementDraft draft, Spoken spoken) {
        this.draft = draft;
        this.spoken = spoken;
        draft.speaks.subscribe((was, is) -> proposePair());
        draft.language.subscribe((was, is) -> proposePair());
        proposePair();
    }

    /// Between the witness and whoever writes, where nothing else was chosen.
    private void proposePair() {
        if (from.get() == null) {
            from.set(draft.speaks.get());
        }
        if (to.get() == null && !Objects.equals(draft.speaks.get(), draft.language.get())) {
            to.set(draft.language.get());
        }
    }

    /// Names an interpreter who is known already, where nobody was named here.
    void propose(String name) {
        if (draft.interpreters.isEmpty() && interpreter.get().isBlank()) {
            interpreter.set(name);
        }
    }

    Spoken spoken() {
        return spoken;
    }

    StatementDraft draft() {
        return draft;
    }

    /// Adds the interpreter who is typed in.
    void addInterpreter() {
        if (interpreter.get().isBlank()) {
            return;
        }
        draft.interpreters.add(new Interview.Interpreter(
                interpreter.get().strip(),
                Optional.ofNullable(from.get()).orElse(LanguageTag.UNDETERMINED),
                Optional.ofNullable(to.get()).orElse(LanguageTag.UNDETERMINED),
                sworn.get(),
                tiesAsked.get()));
        if (sworn.get()) {
            spoken.noteOath();
        }
        interpreter.set("");
        from.set(null);
        to.set(null);
        proposePair();
        List.of(sworn, tiesAsked).forEach(tick -> tick.set(false));
    }

    /// Adds the person present who is typed in.
    void addPresent() {
        if (present.get().isBlank()) {
            return;
        }
        draft.present.add(
                new Interview.Presence(present.get().strip(), role.get().strip()));
        present.set("");
        role.set("");
    }

    /// Adds the earlier account that is typed in.
    void addPrior() {
        if (priorTo.get().isBlank()) {
            return;
        }
        draft.conduct.priorAccounts.add(new Conduct.PriorAccount(
                priorTo.get().strip(),
                priorWhen.get(),
                priorWritten.get(),
                priorNote.get().strip()));
        List.of(priorTo, priorNote).forEach(field -> field.set(""));
        priorWhen.set(Optional.empty());
        priorWritten.set(false);
    }

    /// Adds whoever is typed in and was not added: who leaves the step means it.
    void leave() {
        addInterpreter();
        addPresent();
        addPrior();
    }
}
