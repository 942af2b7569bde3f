package org.cairn.ui.bundles;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FolderWindow;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Screen;
import org.cairn.ui.documents.BundleInHand;

/// Bundles: the list, a draft on the desk, a bundle that was kept.
public final class BundlesScreen implements Screen {

    private final Desk desk;
    private final StackPane root = new StackPane();
    private final BundlesViewModel list;
    private final BundlesView listView;
    private final WrittenPlaces places;
    private Optional<DraftView> draft = Optional.empty();
    private Optional<CheckViewModel> checking = Optional.empty();
    private Place current = Place.of("bundles");

    public BundlesScreen(Desk desk) {
        this(desk, FolderWindow.ofSystem());
    }

    /// @param window how folders are opened
    BundlesScreen(Desk desk, FolderWindow window) {
        this.desk = desk;
        this.places = new WrittenPlaces(window);
        this.list = new BundlesViewModel(desk);
        this.listView = new BundlesView(desk, list, places, this::openDraft);
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
        } else if (FinishedPlace.isCheck(place)) {
            check(FinishedPlace.file(place));
            return;
        } else if (FinishedPlace.isTime(place)) {
            time(FinishedPlace.file(place));
            return;
        } else if (place.words().startsWith(BundleInHand.PREFIX)) {
            DraftView view = new DraftView(desk, places, this::back);
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

    private void check(Optional<Path> file) {
        CheckViewModel model = new CheckViewModel(desk);
        checking = Optional.of(model);
        root.getChildren().setAll(new CheckView(desk, model, places, this::back));
        file.ifPresent(model::check);
    }

    private void time(Optional<Path> file) {
        TimeViewModel model = new TimeViewModel(desk);
        root.getChildren().setAll(new TimeView(desk, model, places, this::back));
        file.ifPresent(model::open);
    }

    private void back() {
        desk.go(Place.of("bundles"));
    }

    private void openDraft(String id) {
        desk.go(Place.of("bundles", id));
    }

    private void leave() {
        draft.ifPresent(DraftView::close);
        draft = Optional.empty();
        checking.ifPresent(CheckViewModel::close);
        checking = Optional.empty();
    }
}
