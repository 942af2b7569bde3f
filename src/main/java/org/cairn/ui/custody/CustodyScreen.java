package org.cairn.ui.custody;

import javafx.scene.Node;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Screen;

/// The custody screen.
public final class CustodyScreen implements Screen {

    /// What a [Place] says to lead to what was searched for.
    private static final String SEARCHES = "searches";

    private final CustodyViewModel model;
    private final SearchLogViewModel searches;
    private final CustodyView view;

    public CustodyScreen(Desk desk) {
        this.model = new CustodyViewModel(desk);
        this.searches = new SearchLogViewModel(desk);
        this.view = new CustodyView(model, searches, desk);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void arrive(Place place) {
        place.reference().ifPresent(reference -> model.subjectProperty().set(reference.toString()));
        model.refresh();
        searches.refresh();
        view.turn(place.words().equals(SEARCHES) && place.reference().isEmpty());
    }

    @Override
    public Place place() {
        if (view.onSearches()) {
            return Place.of("custody", SEARCHES);
        }
        return Reference.tryParse(model.subjectProperty().get())
                .map(reference -> Place.of("custody", reference))
                .orElse(Place.of("custody"));
    }
}
