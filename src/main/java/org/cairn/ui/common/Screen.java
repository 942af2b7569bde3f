package org.cairn.ui.common;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;

/// One entry of the rail: made when first visited, kept while the archive is open, dropped when it is locked.
public interface Screen {

    /// What is shown.
    Node view();

    /// The person came here: show what the place says, and anything that is new.
    void arrive(Place place);

    /// Where the person is within this screen, to come back to after a lock or a change of language.
    Place place();

    /// Whether something here can be saved by nobody but the person, and would be lost by leaving now. Where it is so,
    /// the screen says so in its place, lets them decide, and goes on with the departure once they have.
    default boolean holdsBack(Departure departure) {
        return false;
    }

    /// What must still be kept before the archive closes, as an action that may run on any thread. Called on the
    /// JavaFX thread when the person leaves the program or locks it: take a copy of what is unsaved here.
    default Runnable parting() {
        return () -> {};
    }

    /// Files or folders were dropped on the window, and the person was led here.
    default void receive(List<Path> files) {}

    /// Stops timers and lets go of what it holds: the screen is not used again.
    default void close() {}
}
