package org.cairn.ui.medical;

import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.cairn.archive.Drafts;
import org.cairn.archive.Kept;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.medical.Examination;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FormWords;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Screen;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Medical records: the list, one being written, one being read. Led to from a witness, a statement or a list.
public final class MedicalScreen implements Screen {

    /// What a place says to begin a record, before the reference of the witness if there is one.
    private static final String NEW = "new";
    private static final String DRAFT = "draft:";

    private final Desk desk;
    private final Messages area;
    private final StackPane root = new StackPane();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private @Nullable ExaminationViewModel writing;
    private @Nullable ExaminationView view;
    private @Nullable KeptView kept;
    private @Nullable Reference reading;

    public MedicalScreen(Desk desk) {
        this.desk = desk;
        this.area = desk.words().of("medical");
        root.setId("medical-screen");
    }

    /// The place where a new record is begun.
    public static Place beginning(Optional<Reference> witness) {
        return Place.of("medical", NEW + witness.map(who -> ":" + who).orElse(""));
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void arrive(Place place) {
        told.set(null);
        String words = place.words();
        if (place.reference().isPresent()) {
            read(place.reference().get(), Optional.empty());
        } else if (words.startsWith(NEW)) {
            begin(
                    MedicalDraftId.fresh(
                            Reference.tryParse(words.substring(Math.min(words.length(), NEW.length() + 1)))),
                    "case");
        } else if (words.startsWith(DRAFT)) {
            String[] parts = words.substring(DRAFT.length()).split("#", 2);
            MedicalDraftId.parse(parts[0])
                    .ifPresentOrElse(id -> begin(id, parts.length > 1 ? parts[1] : "case"), this::showList);
        } else if (writing == null) {
            showList();
        }
    }

    @Override
    public Place place() {
        ExaminationViewModel open = writing;
        ExaminationView shown = view;
        if (open != null && shown != null) {
            return Place.of("medical", DRAFT + open.id().text() + "#" + shown.step());
        }
        Reference read = reading;
        return read == null ? Place.of("medical") : Place.of("medical", read);
    }

    @Override
    public Runnable parting() {
        ExaminationViewModel open = writing;
        return open == null ? () -> {} : open.parting();
    }

    @Override
    public void close() {
        if (view != null) {
            view.close();
        }
        if (writing != null) {
            writing.close();
        }
        if (kept != null) {
            kept.close();
        }
        view = null;
        writing = null;
        kept = null;
        reading = null;
    }

    /// Goes on from where one was: what was unsaved is kept first.
    private void leaveThen(Runnable then) {
        Runnable last = parting();
        close();
        desk.tasks().keep(last, then, failure -> {
            told.set(desk.errors().tell(failure));
            then.run();
        });
    }

    private void showList() {
        leaveThen(() -> root.getChildren()
                .setAll(new MedicalListView(
                        desk,
                        told,
                        reference -> desk.go(Place.of("medical", reference)),
                        id -> begin(id, "case"),
                        () -> begin(MedicalDraftId.fresh(Optional.empty()), "case"))));
    }

    private void read(Reference reference, Optional<Told> first) {
        leaveThen(() -> desk.tasks().fetch(() -> opened(reference), opened -> show(opened, first), failure -> {
            told.set(desk.errors().tell(failure));
            showList();
        }));
    }

    /// A record with what its fields say.
    private record Opened(Revision revision, FormRecord record, Map<String, String> facts) {
        @Override
        public String toString() {
            return "Opened";
        }
    }

    private Opened opened(Reference reference) {
        Revision revision = desk.archive().records().open(reference);
        if (revision.record() instanceof FormRecord record && reference.kind() == RecordKind.MEDICAL) {
            return new Opened(
                    revision, record, new FormWords(desk.words(), desk.archive().ownForms()).facts(record));
        }
        throw new ArchiveException.NotFound(reference);
    }

    private void show(Opened opened, Optional<Told> first) {
        Revision revision = opened.revision();
        reading = revision.reference();
        KeptView fresh = new KeptView(
                desk,
                revision,
                opened.record(),
                opened.facts(),
                first,
                this::showList,
                () -> begin(MedicalDraftId.of(revision.reference(), revision.number()), "case"));
        kept = fresh;
        root.getChildren().setAll(fresh);
    }

    /// Begins, or goes on with what was saved.
    private void begin(MedicalDraftId id, String step) {
        leaveThen(() -> desk.tasks().fetch(() -> saved(id), record -> write(id, record, step), failure -> {
            told.set(desk.errors().tell(failure));
            showList();
        }));
    }

    private FormRecord saved(MedicalDraftId id) {
        Optional<Drafts.Draft> draft = desk.archive().drafts().load(id.text());
        if (draft.isPresent()) {
            return Drafts.<FormRecord>read(RecordKind.MEDICAL, draft.get().json());
        }
        return id.record()
                .map(reference -> desk.archive().records().open(reference).record())
                .filter(FormRecord.class::isInstance)
                .map(FormRecord.class::cast)
                .orElseGet(() -> blank(id));
    }

    private FormRecord blank(MedicalDraftId id) {
        return new FormRecord(
                RecordKind.MEDICAL,
                area.text("screen.untitled"),
                Examination.FORM,
                Protection.CONFIDENTIAL,
                Optional.empty(),
                id.witness(),
                Map.of(
                        "examination",
                        "MEDICO_LEGAL",
                        "language",
                        desk.words().locale().toLanguageTag()));
    }

    private void write(MedicalDraftId id, FormRecord record, String step) {
        ExaminationViewModel model = new ExaminationViewModel(desk, id, record);
        ExaminationView shown = new ExaminationView(model, desk, this::showList, this::wasKept);
        writing = model;
        view = shown;
        shown.go(step);
        root.getChildren().setAll(shown);
    }

    private void wasKept(Kept record) {
        writing = null;
        read(
                record.reference(),
                Optional.of(Told.success(area.text("screen.kept", record.reference(), record.revision()))));
    }
}
