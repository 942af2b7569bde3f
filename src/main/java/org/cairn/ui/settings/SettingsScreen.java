package org.cairn.ui.settings;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Screen;

/// The settings screen.
public final class SettingsScreen implements Screen {

    private final SettingsView settings;
    private final ScrollPane view;

    public SettingsScreen(Desk desk) {
        this.settings = new SettingsView(desk, new UsersViewModel(desk));
        this.view = Headed.scrolling(settings);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void arrive(Place place) {
        settings.refresh();
    }

    @Override
    public Place place() {
        return Place.of("settings");
    }
}
