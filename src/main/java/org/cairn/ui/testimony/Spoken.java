package org.cairn.ui.testimony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import org.cairn.archive.ReadAloud;
import org.cairn.archive.Scripts;
import org.cairn.domain.Interview;
import org.cairn.domain.LanguageTag;
import org.cairn.ui.common.Desk;
import org.jspecify.annotations.Nullable;

/// What is read out to the witness, in their language where there are words in it, else in that of whoever interprets;
/// and that it was read.
final class Spoken {

    private final Desk desk;
    private final StatementDraft draft;
    private final Supplier<Optional<LanguageTag>> language;
    private final ReadOnlyObjectWrapper<ReadAloud> texts;

    /// In the language of the witness.
    Spoken(Desk desk, StatementDraft draft) {
        this(desk, draft, draft::spokenTo, List.of(draft.speaks, draft.language));
    }

    /// In a language of its own.
    Spoken(Desk desk, StatementDraft draft, ObservableValue<@Nullable LanguageTag> language) {
        this(desk, draft, () -> Optional.ofNullable(language.getValue()), List.of(language));
    }

    private Spoken(
            Desk desk,
            StatementDraft draft,
            Supplier<Optional<LanguageTag>> language,
            List<ObservableValue<@Nullable LanguageTag>> changing) {
        this.desk = desk;
        this.draft = draft;
        this.language = language;
        this.texts = new ReadOnlyObjectWrapper<>(Scripts.aloudWithoutArchive(witness(), otherwise()));
        changing.forEach(one -> one.subscribe((was, is) -> look()));
        draft.interpreters.addListener((ListChangeListener<Interview.Interpreter>) change -> look());
        look();
    }

    /// The texts as they are now.
    ReadOnlyObjectProperty<ReadAloud> texts() {
        return texts.getReadOnlyProperty();
    }

    /// The oath that an interpreter takes: in the language they share with the interviewer.
    Optional<ReadAloud.Line> oath() {
        return Scripts.aloudWithoutArchive(mine(), List.of()).line("oath");
    }

    /// Notes that a text was read out, as it stood on the screen.
    void note(String key) {
        texts.get().line(key).ifPresent(line -> draft.conduct.read(line.readOut()));
    }

    /// Notes that an interpreter took the oath.
    void noteOath() {
        oath().ifPresent(line -> draft.conduct.read(line.readOut()));
    }

    private void look() {
        LanguageTag into = witness();
        List<LanguageTag> from = otherwise();
        desk.tasks().fetch(() -> desk.archive().scripts().aloud(into, from), texts::set, failure -> {
            // the program's own words are there without the archive
            texts.set(Scripts.aloudWithoutArchive(into, from));
        });
    }

    private LanguageTag witness() {
        return language.get().orElseGet(this::mine);
    }

    private List<LanguageTag> otherwise() {
        List<LanguageTag> all = new ArrayList<>();
        draft.interpreters.forEach(interpreter -> all.add(interpreter.to()));
        all.add(mine());
        return all;
    }

    private LanguageTag mine() {
        return new LanguageTag(desk.words().locale().toLanguageTag());
    }
}
