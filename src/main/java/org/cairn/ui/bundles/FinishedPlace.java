package org.cairn.ui.bundles;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.cairn.ui.common.Place;

/// Where something is done with a finished bundle, which is a file outside of the archive.
final class FinishedPlace {

    private static final String SCREEN = "bundles";
    private static final String CHECK = "check";
    private static final String TIME = "time";

    private FinishedPlace() {}

    /// Where a bundle that is yet to be chosen is checked.
    static Place check() {
        return Place.of(SCREEN, CHECK);
    }

    static Place check(Path pdf) {
        return Place.of(SCREEN, CHECK + ":" + pdf);
    }

    /// Where the time of a bundle that is yet to be chosen is asked for.
    static Place time() {
        return Place.of(SCREEN, TIME);
    }

    static Place time(Path pdf) {
        return Place.of(SCREEN, TIME + ":" + pdf);
    }

    static boolean isCheck(Place place) {
        return is(place, CHECK);
    }

    static boolean isTime(Place place) {
        return is(place, TIME);
    }

    private static boolean is(Place place, String what) {
        return place.words().equals(what) || place.words().startsWith(what + ":");
    }

    /// The file that a place is about.
    static Optional<Path> file(Place place) {
        int colon = place.words().indexOf(':');
        try {
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(Path.of(place.words().substring(colon + 1)));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
