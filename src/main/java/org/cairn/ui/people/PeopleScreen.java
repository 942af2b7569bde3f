package org.cairn.ui.people;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.cairn.archive.Drafts;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FormRecord;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Screen;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// People and places, and what happened there: the lists, and one record being written.
public final class PeopleScreen implements Screen {

    private final Desk desk;
    private final StackPane root = new StackPane();
    private final ObjectProperty<RecordKind> kind = new SimpleObjectProperty<>(RecordKind.PERSON);
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private @Nullable WritingViewModel writing;

    public PeopleScreen(Desk desk) {
        this.desk = desk;
        root.setId("people-screen");
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void arrive(Place place) {
        told.set(null);
        Optional<Reference> reference = place.reference();
        if (reference.isPresent()) {
            write(reference.get().kind(), reference);
        } else if (RecordKind.ofCode(place.words()).isPresent()) {
            write(RecordKind.ofCode(place.words()).orElseThrow(), Optional.empty());
        } else if (writing == null) {
            showList();
        }
    }

    @Override
    public Place place() {
        WritingViewModel open = writing;
        if (open == null) {
            return Place.of("people");
        }
        return open.reference()
                .map(reference -> Place.of("people", reference))
                .orElseGet(() -> Place.of("people", open.kind().code()));
    }

    @Override
    public Runnable parting() {
        WritingViewModel open = writing;
        return open == null ? () -> {} : open.parting();
    }

    @Override
    public void close() {
        if (writing != null) {
            writing.close();
        }
        writing = null;
    }

    private void showList() {
        Runnable last = parting();
        close();
        desk.tasks()
                .keep(
                        last,
                        () -> root.getChildren()
                                .setAll(new PeopleListView(
                                        desk,
                                        kind,
                                        told,
                                        reference -> write(reference.kind(), Optional.of(reference)),
                                        () -> write(kind.get(), Optional.empty()))),
                        failure -> told.set(desk.errors().tell(failure)));
    }

    /// What is written, or was begun and not kept.
    private record Begun(FormRecord record, int basedOn) {}

    private void write(RecordKind of, Optional<Reference> reference) {
        kind.set(of);
        desk.tasks().fetch(() -> begun(of, reference), begun -> show(begun, reference), failure -> {
            told.set(desk.errors().tell(failure));
            showList();
        });
    }

    private Begun begun(RecordKind of, Optional<Reference> reference) {
        Optional<Revision> kept = reference.map(one -> desk.archive().records().open(one));
        Optional<FormRecord> draft = desk.archive()
                .drafts()
                .load(WritingViewModel.draft(of, reference))
                .map(saved -> Drafts.read(of, saved.json()));
        FormRecord record = draft.or(() -> kept.map(PeopleScreen::record)).orElseGet(() -> WritingViewModel.blank(of));
        return new Begun(record, kept.map(Revision::number).orElse(0));
    }

    private static FormRecord record(Revision revision) {
        if (revision.record() instanceof FormRecord form) {
            return form;
        }
        throw new ArchiveException.NotFound(revision.reference());
    }

    private void show(Begun begun, Optional<Reference> reference) {
        close();
        WritingViewModel fresh = new WritingViewModel(desk, begun.record(), reference, begun.basedOn());
        writing = fresh;
        root.getChildren().setAll(Headed.scrolling(new WritingView(fresh, desk, this::showList)));
    }
}
