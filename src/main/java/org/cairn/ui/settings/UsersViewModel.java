package org.cairn.ui.settings;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.cairn.archive.User;
import org.cairn.domain.Role;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Who may open this archive, and letting somebody in.
public final class UsersViewModel {

    private final Desk desk;
    private final Messages words;
    private final ObservableList<User> users = FXCollections.observableArrayList();
    private final StringProperty name = new SimpleStringProperty("");
    private final ObservableSet<Role> roles = FXCollections.observableSet(EnumSet.noneOf(Role.class));
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    public UsersViewModel(Desk desk) {
        this.desk = desk;
        this.words = desk.words().of("shell");
    }

    /// Whether the person may let others in.
    public boolean mayAdd() {
        return desk.archive().user().roles().contains(Role.OWNER);
    }

    /// Everybody who may open the archive.
    public ObservableList<User> users() {
        return users;
    }

    /// The name of somebody new.
    public StringProperty nameProperty() {
        return name;
    }

    /// The roles of somebody new.
    public ObservableSet<Role> roles() {
        return roles;
    }

    /// Whether somebody is being added.
    public BooleanProperty busyProperty() {
        return busy;
    }

    /// What happened.
    public ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Reads the list again.
    public void refresh() {
        desk.tasks()
                .fetch(
                        () -> desk.archive().users().list(),
                        (List<User> found) -> users.setAll(found),
                        failure -> told.set(desk.errors().tell(failure)));
    }

    /// Lets somebody in. The characters are wiped in every case.
    public void add(char[] passphrase) {
        String who = name.get().strip();
        Set<Role> given = Set.copyOf(roles);
        if (who.isEmpty() || given.isEmpty() || passphrase.length == 0) {
            Arrays.fill(passphrase, '\0');
            told.set(Told.warning(words.text("settings.user.missing"), words.text("settings.user.missing.do")));
            return;
        }
        busy.set(true);
        desk.tasks()
                .run(
                        () -> {
                            try {
                                desk.archive().users().add(who, given, passphrase);
                            } finally {
                                Arrays.fill(passphrase, '\0');
                            }
                        },
                        () -> {
                            busy.set(false);
                            name.set("");
                            roles.clear();
                            told.set(Told.success(words.text("settings.user.added", who)));
                            refresh();
                        },
                        failure -> {
                            busy.set(false);
                            told.set(desk.errors().tell(failure));
                        });
    }
}
