package org.cairn.ui.home;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Screen;

/// The first screen.
public final class HomeScreen implements Screen {

    private final HomeViewModel model;
    private final ScrollPane view;

    public HomeScreen(Desk desk) {
        this.model = new HomeViewModel(desk);
        this.view = Headed.scrolling(new HomeView(model, desk));
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void arrive(Place place) {
        model.refresh();
    }

    @Override
    public Place place() {
        return Place.of("home");
    }
}
