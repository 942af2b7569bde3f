package org.cairn.ui.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.FormOffer;
import org.cairn.archive.KeptForm;
import org.cairn.archive.OwnForms;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.NotMapped;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FormWords;
import org.cairn.ui.common.Told;
import org.cairn.ui.questions.FormViewModel;
import org.jspecify.annotations.Nullable;

/// The forms of the archive, and one that is being looked at: kept already, or offered from a file.
final class FormsViewModel {

    /// Nobody writes a larger form; a larger file is something else.
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Desk desk;
    private final ObservableList<KeptForm> forms = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Looked> looked = new SimpleObjectProperty<>();
    private final ObjectProperty<RecordKind> kind = new SimpleObjectProperty<>(RecordKind.TESTIMONY);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    /// A form that is looked at.
    ///
    /// @param kept what it is called here, where it is kept
    /// @param preview the form as it will look, to be tried
    /// @param notMapped what of another tool's form has no place here
    record Looked(FormDefinition form, Optional<KeptForm> kept, FormViewModel preview, List<NotMapped> notMapped) {
        @Override
        public String toString() {
            return "Looked";
        }
    }

    FormsViewModel(Desk desk) {
        this.desk = desk;
    }

    ObservableList<KeptForm> forms() {
        return forms;
    }

    ObjectProperty<@Nullable Looked> lookedProperty() {
        return looked;
    }

    /// The kind of record that the questions of an offered form are added to.
    ObjectProperty<RecordKind> kindProperty() {
        return kind;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    void refresh() {
        desk.tasks()
                .fetch(
                        () -> desk.archive().ownForms().list().stream()
                                .filter(kept -> kept.form().script().isEmpty())
                                .toList(),
                        forms::setAll,
                        failure -> told.set(desk.errors().tell(failure)));
    }

    /// Looks at a form of the archive.
    void look(Reference reference) {
        desk.tasks()
                .fetch(
                        () -> desk.archive().ownForms().list().stream()
                                .filter(form -> form.reference().equals(reference))
                                .findFirst()
                                .map(kept -> looked(kept.form(), Optional.of(kept), List.of()))
                                .orElseThrow(() -> new ArchiveException.NotFound(reference)),
                        looked::set,
                        failure -> told.set(desk.errors().tell(failure)));
    }

    /// Reads a form from a file and shows it with what has no place here; nothing is kept yet.
    void offer(Path file) {
        told.set(null);
        desk.tasks().fetch(() -> read(file), looked::set, failure -> {
            looked.set(null);
            told.set(desk.errors().tell(failure));
        });
    }

    private Looked read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new ArchiveException.InvalidInput("", "formTooLarge");
            }
            Path name = file.getFileName();
            FormOffer offer = OwnForms.read(Files.readAllBytes(file), name == null ? "" : name.toString(), kind.get());
            return looked(offer.form(), Optional.empty(), offer.notMapped());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Looked looked(FormDefinition form, Optional<KeptForm> kept, List<NotMapped> notMapped) {
        FormWords words = new FormWords(desk.words(), desk.archive().ownForms());
        Map<String, Map<String, String>> terms = new HashMap<>();
        form.everyField().stream()
                .map(FormField::list)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(list -> terms.put(list, words.offered(list)));
        LocalDate today = LocalDate.ofInstant(
                desk.environment().clock().instant(), desk.words().zone());
        FormViewModel preview = new FormViewModel(
                form, new FilledForm("preview", Map.of()), list -> terms.getOrDefault(list, Map.of()), today);
        List<NotMapped> left = kept.isPresent()
                ? form.origin().map(origin -> origin.notMapped()).orElse(List.of())
                : notMapped;
        return new Looked(form, kept, preview, left);
    }

    /// Keeps the offered form.
    void keep() {
        Looked offered = looked.get();
        if (offered == null || offered.kept().isPresent()) {
            return;
        }
        FormDefinition form = ofKind(offered.form());
        change(form, "kept");
    }

    private FormDefinition ofKind(FormDefinition form) {
        boolean foreign = form.origin().isPresent();
        return !foreign
                ? form
                : new FormDefinition(
                        form.id(),
                        form.version(),
                        form.titles(),
                        form.language(),
                        Optional.of(kind.get()),
                        form.fields(),
                        form.lists(),
                        form.retired(),
                        form.origin());
    }

    /// Asks a kept form's questions, or asks them no longer.
    void ask(boolean yes) {
        Looked shown = looked.get();
        if (shown != null && shown.kept().isPresent()) {
            change(shown.form().retired(!yes), yes ? "asked" : "notAsked");
        }
    }

    private void change(FormDefinition form, String done) {
        busy.set(true);
        desk.tasks()
                .fetch(
                        () -> desk.archive().ownForms().add(form),
                        kept -> {
                            busy.set(false);
                            told.set(Told.success(desk.words()
                                    .of("questions")
                                    .text("told." + done, kept.reference(), kept.revision())));
                            refresh();
                            look(kept.reference());
                        },
                        failure -> {
                            busy.set(false);
                            told.set(desk.errors().tell(failure));
                        });
    }
}
