package org.cairn.ui.people;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.Drafts;
import org.cairn.archive.Kept;
import org.cairn.archive.KeptForm;
import org.cairn.domain.Answers;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.FormRecord;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FormWords;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.common.Told;
import org.cairn.ui.questions.FormViewModel;
import org.jspecify.annotations.Nullable;

/// A person, place, event or payment while it is written: saved every two seconds until it is kept.
final class WritingViewModel implements AutoCloseable {

    private static final Duration SAVE_EVERY = Duration.ofSeconds(2);

    private final Desk desk;
    private final FormRecord before;
    private final ObservableList<FormViewModel> forms = FXCollections.observableArrayList();
    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty witness = new SimpleStringProperty("");
    private final ObjectProperty<Protection> protection = new SimpleObjectProperty<>(Protection.CONFIDENTIAL);
    private final ObjectProperty<Optional<FuzzyDate>> date = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final Tasks.Timer timer;
    private Optional<Reference> reference;
    private int basedOn;
    private @Nullable FormRecord saved;

    WritingViewModel(Desk desk, FormRecord record, Optional<Reference> reference, int basedOn) {
        this.desk = desk;
        this.before = record;
        this.reference = reference;
        this.basedOn = basedOn;
        title.set(record.title().equals(UNTITLED) ? "" : record.title());
        record.witness().ifPresent(who -> witness.set(who.toString()));
        protection.set(record.protection());
        date.set(record.date());
        desk.tasks()
                .fetch(this::load, this::show, failure -> told.set(desk.errors().tell(failure)));
        this.timer = desk.tasks().every(SAVE_EVERY, this::save);
    }

    /// What a record is called while nobody gave it a title.
    static final String UNTITLED = "–";

    static FormRecord blank(RecordKind kind) {
        return new FormRecord(
                kind,
                UNTITLED,
                kind.code() + "/1",
                Protection.CONFIDENTIAL,
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }

    static String draft(RecordKind kind, Optional<Reference> reference) {
        return "people-" + reference.map(Reference::toString).orElse(kind.code());
    }

    RecordKind kind() {
        return before.kind();
    }

    Optional<Reference> reference() {
        return reference;
    }

    /// The program's own form first, then those that the organisation added.
    ObservableList<FormViewModel> forms() {
        return forms;
    }

    StringProperty titleProperty() {
        return title;
    }

    StringProperty witnessProperty() {
        return witness;
    }

    ObjectProperty<Protection> protectionProperty() {
        return protection;
    }

    ObjectProperty<Optional<FuzzyDate>> dateProperty() {
        return date;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    private record Sheet(FormDefinition form, FilledForm filled, Map<String, Map<String, String>> terms) {
        @Override
        public String toString() {
            return "Sheet";
        }
    }

    private List<Sheet> load() {
        FormWords words = new FormWords(desk.words(), desk.archive().ownForms());
        List<Sheet> sheets = new ArrayList<>();
        desk.archive()
                .ownForms()
                .named(before.form())
                .ifPresent(form -> sheets.add(sheet(form, new FilledForm(before.form(), before.fields()), words)));
        Map<String, FilledForm> answered = new HashMap<>();
        before.answers().map(Answers::forms).orElse(List.of()).forEach(filled -> {
            answered.put(filled.form().split("/", 2)[0], filled);
            desk.archive().ownForms().named(filled.form()).ifPresent(form -> sheets.add(sheet(form, filled, words)));
        });
        for (KeptForm kept : desk.archive().ownForms().of(kind())) {
            if (!answered.containsKey(kept.reference().toString())
                    && !kept.form().fields().isEmpty()) {
                sheets.add(sheet(kept.form(), new FilledForm(kept.name(), Map.of()), words));
            }
        }
        return sheets;
    }

    private static Sheet sheet(FormDefinition form, FilledForm filled, FormWords words) {
        Map<String, Map<String, String>> terms = new HashMap<>();
        form.everyField().stream()
                .map(FormField::list)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(list -> terms.put(list, words.offered(list)));
        return new Sheet(form, filled, terms);
    }

    private void show(List<Sheet> sheets) {
        LocalDate today = LocalDate.ofInstant(
                desk.environment().clock().instant(), desk.words().zone());
        forms.setAll(sheets.stream()
                .map(sheet -> new FormViewModel(
                        sheet.form(), sheet.filled(), list -> sheet.terms().getOrDefault(list, Map.of()), today))
                .toList());
    }

    /// The record that this amounts to now.
    private FormRecord record() {
        Map<String, Object> fields = new HashMap<>(before.fields());
        Optional<Answers> answers = before.answers();
        for (FormViewModel model : forms) {
            FilledForm filled = model.filled();
            if (filled.form().equals(before.form())) {
                fields = new HashMap<>(filled.values());
                // the fields of the program's forms are free: what does not fit is kept where it was typed
                filled.asWritten().forEach(fields::putIfAbsent);
            } else {
                answers = Answers.with(answers, filled);
            }
        }
        return new FormRecord(
                kind(),
                title.get().isBlank() ? UNTITLED : title.get().strip(),
                before.form(),
                protection.get(),
                date.get(),
                Reference.tryParse(witness.get()),
                fields,
                answers);
    }

    private boolean untouched(FormRecord now) {
        return now.equals(before) || forms.isEmpty() || Objects.equals(now, saved);
    }

    private void save() {
        FormRecord now = record();
        if (!untouched(now) && !busy.get()) {
            saved = now;
            String id = draft(kind(), reference);
            desk.tasks()
                    .keep(
                            () -> desk.archive().drafts().save(id, Drafts.write(now)),
                            () -> {},
                            failure -> told.set(desk.errors().tell(failure)));
        }
    }

    /// What must still be saved before the archive closes.
    Runnable parting() {
        FormRecord now = record();
        String id = draft(kind(), reference);
        return untouched(now) ? () -> {} : () -> desk.archive().drafts().save(id, Drafts.write(now));
    }

    /// Keeps it, as the next revision where it was kept before.
    void keep(Runnable then) {
        if (!witness.get().isBlank() && Reference.tryParse(witness.get()).isEmpty()) {
            told.set(Told.warning(desk.words().of("questions").text("people.noWitness"), ""));
            return;
        }
        FormRecord now = record();
        String id = draft(kind(), reference);
        busy.set(true);
        desk.tasks()
                .fetch(
                        () -> {
                            Kept kept = reference.isPresent()
                                    ? desk.archive().records().revise(reference.get(), now, basedOn)
                                    : desk.archive().records().keep(now);
                            desk.archive().drafts().discard(id);
                            return kept;
                        },
                        kept -> {
                            busy.set(false);
                            saved = now;
                            reference = Optional.of(kept.reference());
                            basedOn = kept.revision();
                            then.run();
                        },
                        failure -> {
                            busy.set(false);
                            told.set(desk.errors().tell(failure));
                        });
    }

    @Override
    public void close() {
        timer.close();
    }
}
