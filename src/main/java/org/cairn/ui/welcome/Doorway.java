package org.cairn.ui.welcome;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.cairn.archive.Archive;
import org.cairn.archive.Environment;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.common.Words;

/// What the pages before an archive work with.
///
/// @param beforeOpening waits, in the background, until an archive that is being locked is closed
/// @param opened what happens with an archive that was unlocked
public record Doorway(
        Tasks tasks,
        Words words,
        Preferences preferences,
        Environment environment,
        Runnable beforeOpening,
        Consumer<Archive> opened) {

    /// An archive that is locked, and who has it open.
    public record Locked(Path folder, String user) {
        @Override
        public String toString() {
            return "Locked";
        }
    }
}
