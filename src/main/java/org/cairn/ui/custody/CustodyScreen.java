package org.cairn.ui.custody;

import javafx.scene.Node;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Screen;

/// The custody screen.
public final class CustodyScreen implements Screen {

    private final CustodyViewModel model;
    private final CustodyView view;

    public CustodyScreen(Desk desk) {
        this.model = new CustodyViewModel(desk);
        this.view = new CustodyView(model, desk);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void arrive(Place place) {
        place.reference().ifPresent(reference -> model.subjectProperty().set(reference.toString()));
        model.refresh();
    }

    @Override
    public Place place() {
        return Reference.tryParse(model.subjectProperty().get())
                .map(reference -> Place.of("custody", reference))
                .orElse(Place.of("custody"));
    }
}
