package org.cairn.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.archive.SubmissionReport.Attachment;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.exchange.Conversion.Converted;
import org.cairn.exchange.Offered.Submission;
import org.cairn.progress.Progress;

/// The pictures, sounds and other files that a submission names, taken in as evidence of its witness.
final class TakenAttachments {

    private final Intake intake;
    private final Path path;
    private final SubmissionTerms terms;
    private final Map<String, Path> besides;
    private final Set<Path> used;

    /// @param path the file of the submissions
    /// @param besides files that lie beside it, by their names
    /// @param used where those go that a submission named
    TakenAttachments(Intake intake, Path path, SubmissionTerms terms, Map<String, Path> besides, Set<Path> used) {
        this.intake = intake;
        this.path = path;
        this.terms = terms;
        this.besides = besides;
        this.used = used;
    }

    /// The values with the references of the files that were found.
    Map<String, Object> values(
            Submission submission,
            Converted converted,
            Reference witness,
            Protection protection,
            List<Attachment> attachments) {
        Map<String, Object> values = new TreeMap<>(converted.values());
        converted.attachments().forEach((where, named) -> {
            Optional<Reference> found = attachment(named, witness, protection);
            attachments.add(new Attachment(named, found));
            if (found.isEmpty() || !Misfits.put(values, where, found.get().toString())) {
                converted.asWritten().put(where, named);
            }
        });
        List<Object> more = new ArrayList<>();
        for (String named : submission.attachments()) {
            Optional<Reference> found = attachment(named, witness, protection);
            attachments.add(new Attachment(named, found));
            int place = more.size();
            more.add(found.<Map<String, Object>>map(reference -> Map.of("file", reference.toString()))
                    .orElse(Map.of()));
            if (found.isEmpty()) {
                converted.asWritten().put("martusAttachments[" + place + "].file", named);
            }
        }
        if (!more.isEmpty()) {
            values.put("martusAttachments", more);
        }
        return values;
    }

    private Optional<Reference> attachment(String named, Reference witness, Protection protection) {
        String last = named.replace('\\', '/').replaceFirst(".*/", "");
        Optional<Path> found = Optional.ofNullable(besides.get(last)).or(() -> TakenSubmissions.beside(path, named));
        return found.flatMap(there -> {
            used.add(there);
            IntakeTerms of = new IntakeTerms(
                    terms.source(),
                    terms.how(),
                    terms.by(),
                    Optional.empty(),
                    protection,
                    Optional.of(witness),
                    Set.of(),
                    false);
            return intake.take(List.of(there), of, Progress.none(), taken -> {}, coming -> {})
                    .files()
                    .getFirst()
                    .reference();
        });
    }
}
