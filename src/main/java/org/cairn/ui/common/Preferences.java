package org.cairn.ui.common;

import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What the person likes: language, light or dark, when to lock, and which archives they opened last.
///
/// Paths of archives only: no user, no name of an archive, nothing from inside one.
public final class Preferences {

    /// Light or dark.
    public enum Theme {
        LIGHT,
        DARK
    }

    private static final int REMEMBERED = 8;

    private final ObjectProperty<Locale> language = new SimpleObjectProperty<>(Locale.ENGLISH);
    private final ObjectProperty<Theme> theme = new SimpleObjectProperty<>(Theme.LIGHT);
    private final IntegerProperty lockAfterMinutes = new SimpleIntegerProperty(10);
    private final ObservableList<Path> recent = FXCollections.observableArrayList();

    /// The language of the program, one of [org.cairn.i18n.Messages#LANGUAGES].
    public ObjectProperty<Locale> languageProperty() {
        return language;
    }

    /// Light or dark.
    public ObjectProperty<Theme> themeProperty() {
        return theme;
    }

    /// After how many idle minutes the archive is locked, from 1.
    public IntegerProperty lockAfterMinutesProperty() {
        return lockAfterMinutes;
    }

    /// The archives opened last, latest first.
    public ObservableList<Path> recent() {
        return recent;
    }

    /// Remembers an archive as the latest.
    public void opened(Path folder) {
        recent.remove(folder);
        recent.addFirst(folder);
        if (recent.size() > REMEMBERED) {
            recent.remove(REMEMBERED, recent.size());
        }
    }

    /// Forgets an archive.
    public void forget(Path folder) {
        recent.remove(folder);
    }
}
