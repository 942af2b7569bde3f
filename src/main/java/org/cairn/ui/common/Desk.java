package org.cairn.ui.common;

import java.util.function.Consumer;
import org.cairn.archive.Archive;
import org.cairn.archive.Environment;

/// What a screen works with: the open archive, words, a way to start work and a way to go elsewhere.
///
/// One for each unlocking and language; nothing of it outlives a lock.
public final class Desk {

    private final Archive archive;
    private final Tasks tasks;
    private final Words words;
    private final ErrorMessages errors;
    private final Preferences preferences;
    private final Environment environment;
    private final Consumer<Place> navigation;

    public Desk(
            Archive archive,
            Tasks tasks,
            Words words,
            Preferences preferences,
            Environment environment,
            Consumer<Place> navigation) {
        this.archive = archive;
        this.tasks = tasks;
        this.words = words;
        this.errors = new ErrorMessages(words);
        this.preferences = preferences;
        this.environment = environment;
        this.navigation = navigation;
    }

    /// The open archive.
    public Archive archive() {
        return archive;
    }

    /// How work is started.
    public Tasks tasks() {
        return tasks;
    }

    /// How things are said.
    public Words words() {
        return words;
    }

    /// How failures are told.
    public ErrorMessages errors() {
        return errors;
    }

    /// What the person likes.
    public Preferences preferences() {
        return preferences;
    }

    /// The time, and chance.
    public Environment environment() {
        return environment;
    }

    /// Goes elsewhere.
    public void go(Place place) {
        navigation.accept(place);
    }
}
