package org.cairn.ui.testimony;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Witness;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Beginning a statement: of a new witness, who gets a pseudonym, or of one who has testified before.
public final class StartViewModel {

    private final Desk desk;
    private final Messages words;
    final BooleanProperty brief = new SimpleBooleanProperty(true);
    final ObjectProperty<@Nullable String> category = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable LanguageTag> language = new SimpleObjectProperty<>();
    /// The language that a new witness speaks, where it is not that of the account.
    final ObjectProperty<@Nullable LanguageTag> speaks = new SimpleObjectProperty<>();
    final ObjectProperty<Optional<FuzzyDate>> date = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty place = new SimpleStringProperty("");
    final StringProperty known = new SimpleStringProperty("");
    final BooleanProperty insider = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    public StartViewModel(Desk desk) {
        this.desk = desk;
        this.words = desk.words().of("testimony");
        // a statement is nearly always begun on the day it is taken
        date.set(Optional.of(FuzzyDate.of(LocalDate.ofInstant(
                desk.environment().clock().instant(), desk.words().zone()))));
    }

    /// What happened.
    public ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Begins, or says what is missing.
    public void start(Consumer<StatementDraft> begin) {
        told.set(null);
        if (!known.get().isBlank()) {
            startWithKnown(begin);
            return;
        }
        String chosen = category.get();
        LanguageTag spoken = language.get();
        if (chosen == null || spoken == null) {
            told.set(Told.warning(words.text("start.missing"), words.text("start.missing.do")));
            return;
        }
        LanguageTag theirs = Optional.ofNullable(speaks.get()).orElse(spoken);
        Witness witness = new Witness(chosen, theirs, Protection.CONFIDENTIAL, insider.get(), "");
        desk.tasks()
                .fetch(
                        () -> desk.archive().witnesses().keep(witness, Optional.empty()),
                        kept -> begin.accept(draft(kept.reference(), spoken, theirs)),
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private void startWithKnown(Consumer<StatementDraft> begin) {
        Optional<Reference> reference = Reference.tryParse(known.get());
        if (reference.isEmpty()) {
            notAWitness();
            return;
        }
        desk.tasks()
                .fetch(
                        () -> desk.archive().records().open(reference.get()).record(),
                        (ArchiveRecord record) -> {
                            if (record instanceof Witness witness) {
                                LanguageTag spoken =
                                        Optional.ofNullable(language.get()).orElse(witness.language());
                                begin.accept(draft(reference.get(), spoken, witness.language()));
                            } else {
                                notAWitness();
                            }
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private void notAWitness() {
        told.set(Told.warning(words.text("start.noReference"), words.text("start.noReference.do")));
    }

    private StatementDraft draft(Reference witness, LanguageTag spoken, LanguageTag theirs) {
        StatementDraft draft = new StatementDraft(witness);
        draft.kind.set(brief.get() ? InterviewKind.FIRST_ACCOUNT : InterviewKind.FULL_STATEMENT);
        draft.language.set(spoken);
        draft.speaks.set(theirs);
        draft.witnessReads.set(spoken.primary().equals(theirs.primary()));
        draft.date.set(date.get());
        draft.place.set(place.get().strip());
        draft.interviewer.set(desk.archive().user().name());
        return draft;
    }
}
