package org.cairn.archive;

import java.util.List;
import java.util.Optional;
import org.cairn.domain.NotMapped;
import org.cairn.domain.Reference;
import org.cairn.domain.SubmissionMapping.Mapped;
import org.cairn.store.RecordJson;

/// What became of everything that was offered of another tool, submission by submission.
///
/// @param forms forms that were offered or found and are kept
/// @param lines one for each submission and for each file that holds none, in the order they came
public record SubmissionReport(List<FormLine> forms, List<Line> lines) {

    public SubmissionReport {
        forms = List.copyOf(forms);
        lines = List.copyOf(lines);
    }

    /// What became of a submission.
    public enum Outcome {
        /// It is a statement now.
        TAKEN,
        /// It is a statement now that follows an earlier one, which it changes.
        CORRECTION,
        /// It is here already.
        ALREADY_HERE,
        /// It could not be taken: the reasons say why.
        REFUSED,
        /// A file that is no submission, and that none names.
        UNUSED,
        /// Here it ended before its time: what comes after was not looked at. The reasons say why.
        STOPPED
    }

    /// A form.
    ///
    /// @param file the file it was in; empty where it was made from submissions
    /// @param id what its tool calls it
    public record FormLine(String file, String id, Reference reference, int revision, List<NotMapped> notMapped) {
        @Override
        public String toString() {
            return reference.toString();
        }
    }

    /// A file that a submission names.
    ///
    /// @param reference its record; none where it was not beside the submission
    public record Attachment(String name, Optional<Reference> reference) {
        @Override
        public String toString() {
            return "Attachment";
        }
    }

    /// A submission.
    ///
    /// @param file what its file is called
    /// @param place which one of the file it is, from 1; 0 for the file as a whole
    /// @param title what it calls itself
    /// @param testimony the statement it is now, or was already
    /// @param witness the pseudonym of who it is of
    /// @param source the record of its file
    /// @param form the form whose answers it holds: `F-0001/2`
    /// @param reasons why it was refused: codes, each followed by what it is about
    /// @param mapped answers that a statement has a place of its own for
    /// @param notMapped what has no place, or does not fit the one it has; it is kept as it was written, and in its
    /// file
    public record Line(
            String file,
            int place,
            String title,
            Outcome outcome,
            Optional<Reference> testimony,
            Optional<Reference> witness,
            Optional<Reference> source,
            Optional<String> form,
            List<String> reasons,
            List<Mapped> mapped,
            List<NotMapped> notMapped,
            List<Attachment> attachments) {

        static Line refused(String file, int place, String title, List<String> reasons) {
            return without(file, place, title, Outcome.REFUSED, reasons);
        }

        static Line without(String file, int place, String title, Outcome outcome, List<String> reasons) {
            return new Line(
                    file,
                    place,
                    title,
                    outcome,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    reasons,
                    List.of(),
                    List.of(),
                    List.of());
        }

        @Override
        public String toString() {
            return "Line " + outcome;
        }
    }

    /// How many came out one way.
    public long count(Outcome outcome) {
        return lines.stream().filter(line -> line.outcome() == outcome).count();
    }

    /// The report for a script.
    public String json() {
        return RecordJson.write(this);
    }
}
