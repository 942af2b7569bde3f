package org.cairn.ui.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.archive.Unlocked;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// A password being tried on an item that is locked, and on the others if the person wants that.
final class UnlockViewModel {

    private final Desk desk;
    private final Reference item;
    private final Runnable opened;
    private final StringProperty word = new SimpleStringProperty("");
    private final BooleanProperty everywhere = new SimpleBooleanProperty();
    private final BooleanProperty trying = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    /// @param opened shows the item anew
    UnlockViewModel(Desk desk, Reference item, Runnable opened) {
        this.desk = desk;
        this.item = item;
        this.opened = opened;
    }

    StringProperty wordProperty() {
        return word;
    }

    /// Whether it is tried on whatever else is locked.
    BooleanProperty everywhereProperty() {
        return everywhere;
    }

    BooleanProperty tryingProperty() {
        return trying;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Tries the word, which is forgotten here at once.
    void unlock() {
        if (word.get().isEmpty() || trying.get()) {
            return;
        }
        char[] password = word.get().toCharArray();
        boolean others = everywhere.get();
        word.set("");
        told.set(null);
        trying.set(true);
        desk.tasks()
                .start(
                        text("unlock.job"),
                        progress -> {
                            try {
                                return desk.archive()
                                        .evidence()
                                        .unlock(items(others), password, progress, inside -> {});
                            } finally {
                                Arrays.fill(password, '\0');
                            }
                        },
                        this::tried,
                        failure -> {
                            trying.set(false);
                            told.set(desk.errors().tell(failure));
                        });
    }

    private List<Reference> items(boolean others) {
        return Stream.concat(Stream.of(item), others ? desk.archive().evidence().locked().stream() : Stream.empty())
                .distinct()
                .toList();
    }

    private void tried(Unlocked unlocked) {
        trying.set(false);
        if (unlocked.opened().contains(item)) {
            opened.run();
            return;
        }
        int others = unlocked.opened().size();
        told.set(
                others == 0
                        ? Told.warning(text("unlock.wrong"), text("unlock.wrong.do"))
                        : Told.info(text("unlock.others", others)));
    }

    private String text(String key, Object... arguments) {
        return desk.words().of("evidence").text(key, arguments);
    }
}
