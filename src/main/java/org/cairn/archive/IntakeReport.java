package org.cairn.archive;

import java.util.List;
import java.util.Optional;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Reading;

/// What became of every file that was offered.
///
/// @param files one for each file, also for what was found inside others, in the order they came
/// @param stopped what ended it before its time, where something did: what had been kept by then is kept
/// @param number under which it can be asked for again; none where nothing was offered
public record IntakeReport(List<Taken> files, Optional<RuntimeException> stopped, Optional<Integer> number) {
    public IntakeReport {
        files = List.copyOf(files);
    }

    /// A report of what came out of files that were there.
    public IntakeReport(List<Taken> files, Optional<RuntimeException> stopped) {
        this(files, stopped, Optional.empty());
    }

    /// A report of what came to its end.
    public IntakeReport(List<Taken> files) {
        this(files, Optional.empty());
    }

    /// What became of a file.
    public enum Outcome {
        /// Its bytes are sealed and its record is kept.
        TAKEN,
        /// The archive has the very same bytes already; the offer was written down.
        DUPLICATE,
        /// It could not be opened; nothing of it is in the archive.
        NOT_TAKEN
    }

    /// One file.
    ///
    /// @param name the path as the person gave it, or the name inside its parent
    /// @param outcome what became of it
    /// @param reference its record, or that of the same bytes
    /// @param reading what could be read of it; empty while it waits
    /// @param reason why it was not taken, a code of the message files `reading`; empty where it was
    public record Taken(
            String name, Outcome outcome, Optional<Reference> reference, Optional<Reading> reading, String reason) {
        @Override
        public String toString() {
            return "Taken " + outcome;
        }
    }

    /// How many came out one way.
    public long count(Outcome outcome) {
        return files.stream().filter(file -> file.outcome() == outcome).count();
    }
}
