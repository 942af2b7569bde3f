package org.cairn.ui.search;

import java.util.Optional;
import javafx.scene.Node;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Screen;

/// Search: fed by its own field and by the one at the top of the window.
public final class SearchScreen implements Screen {

    private final SearchViewModel model;
    private final PreviewViewModel preview;
    private final SearchView view;

    public SearchScreen(Desk desk) {
        model = new SearchViewModel(desk);
        preview = new PreviewViewModel(
                desk, failure -> model.toldProperty().set(desk.errors().tell(failure)));
        view = new SearchView(desk, model, preview);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void arrive(Place place) {
        if (!place.words().isBlank()) {
            model.queryProperty().set(place.words());
            model.suggestions().clear();
        }
        model.run();
        view.ready();
    }

    @Override
    public Place place() {
        return new Place(
                "search",
                Optional.empty(),
                Optional.empty(),
                model.queryProperty().get().strip());
    }

    @Override
    public void close() {
        preview.close();
    }
}
