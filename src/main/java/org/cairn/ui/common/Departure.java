package org.cairn.ui.common;

import java.util.Optional;

/// Somebody is about to leave what is on the screen: for another place, by locking, by closing the window.
///
/// @param to the place they go to, where they stay in the open archive
/// @param hiding whether nothing of the screen may be seen while they decide: they lock
/// @param onward goes on leaving
/// @param stay called where they stay after all
public record Departure(Optional<Place> to, boolean hiding, Runnable onward, Runnable stay) {

    /// To another place of the open archive.
    public static Departure to(Place place, Runnable onward, Runnable stay) {
        return new Departure(Optional.of(place), false, onward, stay);
    }

    /// Out of everything that is shown, in plain sight: another language, the end of the program.
    public static Departure out(Runnable onward, Runnable stay) {
        return new Departure(Optional.empty(), false, onward, stay);
    }

    /// By locking.
    public static Departure locking(Runnable onward) {
        return new Departure(Optional.empty(), true, onward, () -> {});
    }

    @Override
    public String toString() {
        return "Departure";
    }
}
