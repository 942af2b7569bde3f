package org.cairn.ui.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.ElementLink;
import org.cairn.domain.Note;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.ui.alike.AlikeScreen;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Screen;
import org.cairn.ui.documents.Sought;

/// Evidence: the list, the item that was opened from it or from anywhere else, and items that look alike.
public final class EvidenceScreen implements Screen {

    private static final Set<RecordKind> NOTED = Set.of(RecordKind.NOTE, RecordKind.ASSESSMENT, RecordKind.LINK);

    private final StackPane root = new StackPane();
    private final EvidenceListViewModel list;
    private final IntakeViewModel intake;
    private final Desk desk;
    private final EvidenceListView listView;
    private final AlikeScreen alike;
    private Optional<ItemViewModel> item = Optional.empty();
    private Place current = Place.of("evidence");

    public EvidenceScreen(Desk desk) {
        this.desk = desk;
        list = new EvidenceListViewModel(desk);
        intake = new IntakeViewModel(desk, list::reload);
        listView = new EvidenceListView(desk, list, intake, reference -> desk.go(Place.to(reference)));
        alike = new AlikeScreen(desk);
        root.setId("evidence-screen");
        root.getChildren().add(listView);
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void arrive(Place place) {
        current = place;
        Optional<Reference> reference = place.reference();
        item.ifPresent(ItemViewModel::setAside);
        close();
        if (AlikeScreen.isHere(place)) {
            show(alike);
            alike.arrive(place);
        } else if (reference.filter(one -> NOTED.contains(one.kind())).isPresent()) {
            goToSubject(reference.get());
        } else if (reference.isPresent()) {
            // a model and a view for each item: nothing of the one before can linger
            ItemViewModel fresh = new ItemViewModel(desk);
            item = Optional.of(fresh);
            show(new ItemView(desk, fresh, () -> desk.go(Place.of("evidence"))));
            fresh.open(reference.get(), place.pinpoint(), Sought.of(place.words()));
        } else {
            show(listView);
            list.reload();
        }
    }

    /// What is said about a record is read beside the record, at its place.
    private void goToSubject(Reference said) {
        desk.tasks()
                .fetch(
                        () -> desk.archive().records().open(said).record(),
                        record -> desk.go(exact(record)
                                .map(Place::to)
                                .or(() -> record.about().map(Place::to))
                                .orElse(Place.of("evidence"))),
                        failure -> {
                            show(listView);
                            list.toldProperty().set(desk.errors().tell(failure));
                        });
    }

    /// The place in what it is about.
    private static Optional<Pinpoint> exact(ArchiveRecord record) {
        return switch (record) {
            case Note note -> note.place();
            case ElementLink link -> link.pinpoint();
            default -> Optional.empty();
        };
    }

    @Override
    public void receive(List<Path> files) {
        intake.offer(files);
    }

    @Override
    public Place place() {
        return current;
    }

    @Override
    public Runnable parting() {
        return item.map(ItemViewModel::parting).orElse(() -> {});
    }

    @Override
    public void close() {
        item.ifPresent(ItemViewModel::close);
        item = Optional.empty();
        alike.close();
    }

    private void show(Node node) {
        root.getChildren().set(0, node);
    }
}
