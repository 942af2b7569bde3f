package org.cairn.domain.custody;

import java.time.Instant;
import java.util.Optional;
import org.cairn.domain.Protection;

/// One taking in of files and folders that were offered at once.
///
/// @param number counted from 1
/// @param by who took them in
/// @param program what took them in, with its version
/// @param protection how closely they were to be kept: the list of what was offered is kept no less closely
/// @param files how many files were offered
/// @param ended when it ended; empty while it goes on
public record IntakeRun(
        int number,
        Instant begun,
        String by,
        String program,
        Protection protection,
        int files,
        Optional<Instant> ended,
        Ending ending) {

    /// How it ended.
    public enum Ending {
        /// It goes on.
        GOING_ON,
        /// It came to every file.
        WHOLE,
        /// Somebody stopped it.
        CANCELLED,
        /// The disk was full.
        STORAGE_FULL,
        /// A fault stopped it.
        STOPPED,
        /// The program or the machine ended in the middle of it; found at the next opening.
        INTERRUPTED
    }

    @Override
    public String toString() {
        return "IntakeRun " + number;
    }
}
