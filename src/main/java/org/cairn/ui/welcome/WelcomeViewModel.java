package org.cairn.ui.welcome;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.archive.Archives;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Which archive to open: the ones opened last, or a folder somebody picks.
public final class WelcomeViewModel {

    private static final String ENDING = ".cairn";

    private final Doorway doorway;
    private final Messages words;
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    public WelcomeViewModel(Doorway doorway) {
        this.doorway = doorway;
        this.words = doorway.words().of("shell");
    }

    /// The archives opened last, latest first.
    public List<Path> recent() {
        return List.copyOf(doorway.preferences().recent());
    }

    /// What is wrong with a folder that was picked.
    public ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// The folder to unlock, when the picked one is an archive; else it is said that it is none.
    public Optional<Path> pick(Path folder) {
        if (Archives.isArchive(folder)) {
            told.set(null);
            return Optional.of(folder);
        }
        told.set(Told.warning(words.text("welcome.noArchive"), words.text("welcome.noArchive.do")));
        return Optional.empty();
    }

    /// Takes an archive off the list; nothing happens to the archive.
    public void forget(Path folder) {
        doorway.preferences().forget(folder);
    }

    /// What a folder is called on the list.
    static String shortName(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
    }
}
