package org.cairn.ui.bundles;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Screen;
import org.cairn.ui.documents.BundleInHand;

/// Bundles: the list, a draft on the desk, a bundle that was kept.
public final class BundlesScreen implements Screen {

    private final Desk desk;
    private final StackPane root = new StackPane();
    private final BundlesViewModel list;
    private final BundlesView listView;
    private Optional<DraftView> draft = Optional.empty();
    private Place current = Place.of("bundles");

    public BundlesScreen(Desk desk) {
        this.desk = desk;
        this.list = new BundlesViewModel(desk);
        this.listView = new BundlesView(desk, list, this::openDraft);
        root.setId("bundles-screen");
    }

    @Override
    public Node view() {
        return root;
    }

    @Override
    public void arrive(Place place) {
        leave();
        current = place;
        if (place.words().equals("new")) {
            list.begin(this::openDraft);
        } else if (place.words().startsWith(BundleInHand.PREFIX)) {
            DraftView view = new DraftView(desk, () -> desk.go(Place.of("bundles")));
            draft = Optional.of(view);
            root.getChildren().setAll(view);
            view.open(place.words());
            return;
        }
        root.getChildren().setAll(listView);
        Optional<Reference> serving = place.reference().filter(reference -> reference.kind() == RecordKind.SERVING);
        serving.ifPresentOrElse(list::reload, list::reload);
        place.reference().ifPresent(listView::showWhenLoaded);
    }

    @Override
    public Place place() {
        return current;
    }

    @Override
    public Runnable parting() {
        return draft.flatMap(DraftView::saving).orElse(() -> {});
    }

    @Override
    public void close() {
        leave();
    }

    private void openDraft(String id) {
        desk.go(Place.of("bundles", id));
    }

    private void leave() {
        draft.ifPresent(DraftView::close);
        draft = Optional.empty();
    }
}
