package org.cairn.ui.settings;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Screen;

/// The settings screen.
public final class SettingsScreen implements Screen {

    private final UsersViewModel users;
    private final ScrollPane view;

    public SettingsScreen(Desk desk) {
        this.users = new UsersViewModel(desk);
        this.view = Headed.scrolling(new SettingsView(desk, users));
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void arrive(Place place) {
        users.refresh();
    }

    @Override
    public Place place() {
        return Place.of("settings");
    }
}
