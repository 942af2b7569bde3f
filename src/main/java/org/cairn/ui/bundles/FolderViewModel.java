package org.cairn.ui.bundles;

import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FolderWindow;
import org.cairn.ui.common.FolderWindow.Answer;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// The folder in which something was written, to be opened in the system's own window.
final class FolderViewModel {

    private final Desk desk;
    private final Messages own;
    private final FolderWindow window;
    private final Path folder;
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final BooleanProperty opening = new SimpleBooleanProperty();

    FolderViewModel(Desk desk, FolderWindow window, Path folder) {
        this.desk = desk;
        this.own = desk.words().of("bundles");
        this.window = window;
        this.folder = folder;
    }

    /// The folder itself.
    Path folder() {
        return folder;
    }

    /// Why it was not opened; nothing where it was.
    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Whether the system is at it.
    BooleanProperty openingProperty() {
        return opening;
    }

    /// Once, however often it is asked for while the system is at it.
    void open() {
        if (opening.get()) {
            return;
        }
        opening.set(true);
        told.set(null);
        desk.tasks().fetch(() -> window.open(folder), this::opened, failure -> {
            opening.set(false);
            told.set(desk.errors().tell(failure));
        });
    }

    private void opened(Answer answer) {
        opening.set(false);
        switch (answer) {
            case OPENED -> told.set(null);
            case GONE -> told.set(Told.warning(own.text("folder.gone"), own.text("folder.gone.do")));
            case CANNOT -> told.set(Told.warning(own.text("folder.cannot"), own.text("folder.cannot.do")));
        }
    }
}
