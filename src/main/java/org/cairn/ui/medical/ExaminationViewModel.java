package org.cairn.ui.medical;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.ConsentStanding;
import org.cairn.archive.Drafts;
import org.cairn.archive.Examinations;
import org.cairn.archive.Kept;
import org.cairn.domain.Answers;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FormRecord;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.medical.Examination;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Writing a medical record: saved by itself every two seconds, kept as a revision when asked.
final class ExaminationViewModel {

    private static final Duration SAVE_EVERY = Duration.ofSeconds(2);

    private final Desk desk;
    private final Messages area;
    private final MedicalDraftId id;
    private final Entries entries;
    private final StringProperty title;
    private final StringProperty witness;
    private final ObjectProperty<Protection> protection;
    private final ObjectProperty<Optional<FuzzyDate>> date;
    private final ObservableList<String> missing = FXCollections.observableArrayList();
    private final StringProperty saved = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final Tasks.Timer timer;
    private final Optional<Answers> answers;
    private FormRecord lastSaved;
    private boolean saving;
    private boolean ended;

    /// @param id what it is saved as
    /// @param record what it goes on from
    ExaminationViewModel(Desk desk, MedicalDraftId id, FormRecord record) {
        this.desk = desk;
        this.area = desk.words().of("medical");
        this.id = id;
        this.entries = Entries.of(record.fields());
        this.title = new SimpleStringProperty(record.title());
        this.witness = new SimpleStringProperty(
                record.witness().map(Reference::toString).orElse(""));
        this.protection = new SimpleObjectProperty<>(record.protection());
        this.date = new SimpleObjectProperty<>(record.date());
        this.answers = record.answers();
        this.lastSaved = record();
        look();
        this.timer = desk.tasks().every(SAVE_EVERY, this::save);
    }

    Entries entries() {
        return entries;
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

    /// Codes of what a careful report still lacks.
    ObservableList<String> missing() {
        return missing;
    }

    StringProperty savedProperty() {
        return saved;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    MedicalDraftId id() {
        return id;
    }

    /// What it amounts to now.
    FormRecord record() {
        String name = title.get().isBlank()
                ? area.text("screen.untitled")
                : title.get().strip();
        return new FormRecord(
                RecordKind.MEDICAL,
                name,
                Examination.FORM,
                protection.get(),
                date.get(),
                Reference.tryParse(witness.get()).filter(who -> who.kind() == RecordKind.WITNESS),
                entries.fields(),
                answers);
    }

    /// Saves what changed since the last time; called by itself every two seconds.
    void save() {
        FormRecord now = record();
        if (saving || ended || busy.get() || now.equals(lastSaved)) {
            return;
        }
        saving = true;
        desk.tasks()
                .keep(
                        () -> desk.archive().drafts().save(id.text(), Drafts.write(now)),
                        () -> {
                            saving = false;
                            lastSaved = now;
                            saved.set(area.text(
                                    "screen.saved",
                                    desk.words()
                                            .moment(desk.environment().clock().instant())));
                            look();
                        },
                        failure -> {
                            saving = false;
                            told.set(desk.errors().tell(failure));
                        });
    }

    /// What must still be saved before the archive closes.
    Runnable parting() {
        FormRecord now = record();
        boolean nothingNew = ended || now.equals(lastSaved);
        return () -> {
            if (!nothingNew) {
                desk.archive().drafts().save(id.text(), Drafts.write(now));
            }
        };
    }

    /// Keeps it as a revision; the draft has then done its work.
    void keep(Consumer<Kept> then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        told.set(null);
        FormRecord now = record();
        desk.tasks()
                .fetch(
                        () -> kept(now),
                        kept -> {
                            busy.set(false);
                            close();
                            then.accept(kept);
                        },
                        failure -> {
                            busy.set(false);
                            told.set(desk.errors().tell(failure));
                        });
    }

    private Kept kept(FormRecord now) {
        Kept kept = id.record()
                .map(reference -> desk.archive().records().revise(reference, now, id.revision()))
                .orElseGet(() -> desk.archive().records().keep(now));
        desk.archive().drafts().discard(id.text());
        return kept;
    }

    /// Looks again at what is missing; what cannot be read yet is said when it is kept.
    void look() {
        FormRecord now = record();
        try {
            List<String> lacks = Examinations.of(now)
                    .map(examination -> Examinations.missing(now, examination, scope -> standing(now, scope)))
                    .orElse(List.of());
            missing.setAll(lacks);
        } catch (ArchiveException.InvalidInput unfinished) {
            // half a number, while it is typed: the list stays as it was
            return;
        }
    }

    private ConsentStanding standing(FormRecord now, String scope) {
        return desk.archive()
                .witnesses()
                .standing(now.witness().orElseThrow(), Optional.empty(), scope, Optional.empty());
    }

    /// Stops saving by itself.
    void close() {
        ended = true;
        timer.close();
    }
}
