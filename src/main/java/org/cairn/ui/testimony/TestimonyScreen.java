package org.cairn.ui.testimony;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.cairn.archive.Drafts;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Testimony;
import org.cairn.domain.Translation;
import org.cairn.ui.common.Departure;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FormWords;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Screen;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Testimonies: the list, a statement being taken, a statement being read.
public final class TestimonyScreen implements Screen, ReadView.Ways {

    private static final String DRAFT = "draft:";
    /// Behind the step in a place: an identity that was typed there is gone.
    private static final String LOST = "#lost";

    private final Desk desk;
    private final TestimonyListViewModel list;
    private final BorderPane view = new BorderPane();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private @Nullable RecordViewModel recording;
    private @Nullable TranslationViewModel translating;
    private @Nullable RecordView recordView;
    private @Nullable Reference reading;

    public TestimonyScreen(Desk desk) {
        this.desk = desk;
        this.list = new TestimonyListViewModel(desk);
        view.setTop(new Notice("testimony-screen-notice", told, desk.words().of("shell")));
        showList();
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void arrive(Place place) {
        told.set(null);
        Optional<Reference> asked = place.reference();
        if (asked.isPresent() && asked.get().kind() == RecordKind.TESTIMONY) {
            endRecording();
            read(asked.get(), place.pinpoint());
        } else if (asked.isPresent() && asked.get().kind() == RecordKind.WITNESS) {
            list.witnessProperty().set(asked.get().toString());
            showList();
        } else if (place.words().equals("new")) {
            showStart();
        } else if (place.words().startsWith(DRAFT)) {
            String[] parts = place.words().substring(DRAFT.length()).split("#", 3);
            DraftId.parse(parts[0])
                    .ifPresentOrElse(
                            id -> resume(id, parts.length > 1 ? parts[1] : "account", parts.length > 2),
                            this::showList);
        } else if (recording == null) {
            showList();
        }
    }

    @Override
    public Place place() {
        RecordViewModel open = recording;
        if (open != null) {
            RecordView shown = recordView;
            String step = shown == null ? "" : "#" + shown.step();
            return Place.of("testimony", DRAFT + open.draftId() + step + (unsealed() ? LOST : ""));
        }
        Reference read = reading;
        return read == null ? Place.of("testimony") : Place.of("testimony", read);
    }

    @Override
    public boolean holdsBack(Departure departure) {
        RecordView shown = recordView;
        boolean staysHere = departure.to().filter(this::staysHere).isPresent();
        return shown != null && !staysHere && shown.holdsBack(departure);
    }

    /// Whether arriving at a place leaves the statement being taken on the screen.
    private boolean staysHere(Place place) {
        return place.equals(Place.of("testimony"));
    }

    private boolean unsealed() {
        RecordView shown = recordView;
        return shown != null && shown.unsealed();
    }

    @Override
    public Runnable parting() {
        RecordViewModel open = recording;
        TranslationViewModel beside = translating;
        if (beside != null) {
            return beside.parting();
        }
        return open == null ? () -> {} : open.parting();
    }

    @Override
    public void close() {
        RecordView shown = recordView;
        if (shown != null) {
            shown.close();
        }
        if (translating != null) {
            translating.close();
        }
        if (recording != null) {
            recording.close();
        }
    }

    @Override
    public void goOn(Revision revision) {
        resume(new DraftId(revision.reference(), revision.number()), "account", false);
    }

    @Override
    public void follow(Revision revision, InterviewKind how) {
        if (revision.record() instanceof Testimony before) {
            StatementDraft draft = new StatementDraft(before.witness());
            draft.kind.set(how);
            draft.language.set(before.language());
            draft.protection.set(before.protection());
            draft.interviewer.set(desk.archive().user().name());
            draft.follow(revision.reference());
            if (how == InterviewKind.CORRECTION) {
                draft.beginWith(before);
            }
            record(draft, Optional.empty(), 0);
        }
    }

    @Override
    public void translate(Revision revision, Testimony statement, Optional<Translation> from) {
        endRecording();
        TranslationViewModel model = new TranslationViewModel(desk, revision, statement, from);
        translating = model;
        Reference reference = revision.reference();
        view.setCenter(new TranslationView(
                model,
                desk,
                () -> {
                    endRecording();
                    read(reference, Optional.empty());
                },
                kept -> {
                    endRecording();
                    read(kept, Optional.empty());
                }));
    }

    @Override
    public void leave() {
        showList();
    }

    private void showList() {
        endRecording();
        reading = null;
        list.refresh();
        view.setCenter(new TestimonyListView(
                list,
                desk,
                reference -> read(reference, Optional.empty()),
                id -> resume(id, "account", false),
                this::showStart));
    }

    private void showStart() {
        endRecording();
        reading = null;
        StartView start = new StartView(desk, this::showList, draft -> record(draft, Optional.empty(), 0));
        view.setCenter(start);
        start.begin();
    }

    private void read(Reference reference, Optional<Pinpoint> pinpoint) {
        desk.tasks()
                .fetch(
                        () -> opened(reference),
                        read -> {
                            reading = reference;
                            ReadView reader =
                                    new ReadView(read.revision(), read.statement(), read.answered(), desk, this);
                            view.setCenter(reader);
                            pinpoint.ifPresent(reader::point);
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    /// A statement with its answers in words.
    private record Opened(Revision revision, Testimony statement, List<AnsweredForm> answered) {}

    private Opened opened(Reference reference) {
        Revision revision = desk.archive().records().open(reference);
        if (!(revision.record() instanceof Testimony statement)) {
            throw new ArchiveException.NotFound(reference);
        }
        FormWords words = new FormWords(desk.words(), desk.archive().ownForms());
        return new Opened(revision, statement, AnsweredForm.of(statement.answers(), words));
    }

    /// Goes on with what was saved; with the kept record where nothing later was saved.
    ///
    /// @param lost whether an identity was typed there that is gone
    private void resume(DraftId id, String step, boolean lost) {
        desk.tasks()
                .fetch(
                        () -> saved(id),
                        statement -> {
                            record(StatementDraft.of(statement), id.statement(), id.revision());
                            RecordView shown = recordView;
                            if (shown != null && !step.equals(shown.step())) {
                                shown.go(step);
                            }
                            if (lost) {
                                told.set(Told.warning(
                                        desk.words().of("testimony").text("identity.lost", id.of()),
                                        desk.words().of("testimony").text("identity.lost.do")));
                            }
                        },
                        failure -> {
                            told.set(desk.errors().tell(failure));
                            showList();
                        });
    }

    private Testimony saved(DraftId id) {
        Optional<Drafts.Draft> draft = desk.archive().drafts().load(id.text());
        if (draft.isPresent()) {
            return Drafts.<Testimony>read(RecordKind.TESTIMONY, draft.get().json());
        }
        if (id.statement().isPresent() && desk.archive().records().open(id.of()).record() instanceof Testimony kept) {
            return kept;
        }
        return new StatementDraft(id.of())
                .statement(desk.words().of("testimony").text("untitled", id.of()));
    }

    private void record(StatementDraft draft, Optional<Reference> reference, int revision) {
        endRecording();
        reading = null;
        RecordViewModel model = new RecordViewModel(desk, draft, reference, revision);
        recording = model;
        RecordView shown = new RecordView(model, desk, this::showList, statement -> {
            recording = null;
            read(statement, Optional.empty());
        });
        recordView = shown;
        view.setCenter(shown);
    }

    private void endRecording() {
        TranslationViewModel beside = translating;
        if (beside != null) {
            Runnable unsaved = beside.parting();
            beside.close();
            translating = null;
            desk.tasks()
                    .keep(unsaved, () -> {}, failure -> told.set(desk.errors().tell(failure)));
        }
        RecordViewModel open = recording;
        if (open == null) {
            return;
        }
        Runnable last = open.parting();
        open.close();
        recording = null;
        if (recordView != null) {
            recordView.close();
            recordView = null;
        }
        desk.tasks().keep(last, list::refresh, failure -> told.set(desk.errors().tell(failure)));
    }
}
