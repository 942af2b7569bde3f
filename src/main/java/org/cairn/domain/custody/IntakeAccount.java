package org.cairn.domain.custody;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.OfferedFile.Fate;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;

/// What became of every byte of one intake, as things stand at a moment.
///
/// @param lines every file that was offered, each followed by what came out of it
/// @param archive the archive's random number
/// @param headLine the last line of the ledger
/// @param head its hash
public record IntakeAccount(
        IntakeRun run,
        List<Line> lines,
        String archive,
        long headLine,
        Fingerprint head,
        Instant asOf,
        String askedBy) {

    public IntakeAccount {
        lines = List.copyOf(lines);
    }

    /// One file: offered, or found inside one that was.
    ///
    /// @param depth in how many files it lay; 0 where it was itself offered
    /// @param file what became of it; of a file that is kept more closely than the person may see, only its fate
    /// @param reading what could be read of it; empty while it waits, and where nothing was taken
    /// @param withheld whether it is kept more closely than the person may see
    public record Line(int depth, OfferedFile file, Optional<Read> reading, boolean withheld) {

        /// Whether a person has to look at it: it was not taken, or not read whole, or not all of it came out.
        public boolean needsPerson() {
            return !withheld
                    && switch (file.fate()) {
                        case NOT_REACHED, NOT_TAKEN -> true;
                        case DUPLICATE -> false;
                        case TAKEN -> reading.map(Read::lacking).orElse(true);
                    };
        }

        /// Whether it was itself offered.
        public boolean offered() {
            return depth == 0;
        }

        @Override
        public String toString() {
            return "Line " + file.fate();
        }
    }

    /// How far a file could be read.
    ///
    /// @param expected how many files it says it holds
    /// @param found how many of them were taken out
    public record Read(ReadingStatus status, String reason, int expected, int found) {

        /// What matters of a reading.
        public static Read of(Reading reading) {
            return new Read(reading.status(), reading.reason(), reading.childrenExpected(), reading.childrenFound());
        }

        boolean lacking() {
            return status != ReadingStatus.COMPLETE || found < expected;
        }

        @Override
        public String toString() {
            return "Read " + status;
        }
    }

    /// How many files, and how many bytes.
    public record Sum(long files, long bytes) {}

    /// What was offered, all together: as many as the fates have together.
    public Sum offered() {
        return sum(Line::offered);
    }

    /// What was offered and came out one way.
    public Sum offered(Fate fate) {
        return sum(line -> line.offered() && line.file().fate() == fate);
    }

    /// What came out of the files that were offered.
    public Sum inside() {
        return sum(line -> !line.offered());
    }

    /// How many lines tell only that something is there.
    public long withheld() {
        return lines.stream().filter(Line::withheld).count();
    }

    /// What was taken and could be read that far; empty for what waits.
    public Sum read(Optional<ReadingStatus> status) {
        return sum(line -> line.file().fate() == Fate.TAKEN
                && !line.withheld()
                && line.reading().map(Read::status).equals(status));
    }

    /// The items of it.
    public List<Reference> items() {
        return lines.stream().flatMap(line -> line.file().item().stream()).toList();
    }

    private Sum sum(Predicate<Line> which) {
        List<Line> some = lines.stream().filter(which).toList();
        return new Sum(
                some.size(),
                some.stream().mapToLong(line -> line.file().bytes()).sum());
    }

    @Override
    public String toString() {
        return "IntakeAccount " + run.number();
    }
}
