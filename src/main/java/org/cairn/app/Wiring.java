package org.cairn.app;

import java.util.List;
import org.cairn.ui.common.ScreenEntry;

/// Which screens there are, in the order of the rail.
final class Wiring {

    private Wiring() {}

    static List<ScreenEntry> screens() {
        return List.of();
    }
}
