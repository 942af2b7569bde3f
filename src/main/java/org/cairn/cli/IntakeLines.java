package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.cairn.archive.IntakeReport;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.archive.IntakeReport.Taken;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;

/// What became of each file, a line as soon as it is kept and another where it could not be read whole; at the end
/// the sum of it.
final class IntakeLines {

    private static final int REFERENCE = 9;

    private final Output output;
    private final Words words;
    private final ArrayNode kept = Output.array();

    IntakeLines(Output output) {
        this.output = output;
        this.words = output.words();
    }

    /// Tells of a file that is kept, was there already or cannot be taken: nothing will change that.
    void kept(Taken file) {
        line(file, words.text("import." + file.outcome()), file.reason());
        if (file.outcome() == Outcome.TAKEN) {
            kept.addObject().put("ref", reference(file)).put("name", file.name());
        }
    }

    /// Tells of a file that was read and of which something is missing.
    void read(Taken file) {
        file.reading()
                .filter(reading -> reading.status() != ReadingStatus.COMPLETE)
                .ifPresent(reading ->
                        line(file, words.word("status", reading.status().name()), reading.reason()));
    }

    private void line(Taken file, String outcome, String reason) {
        String why = reason.isEmpty() ? outcome : words.text("field", outcome, words.word("reason", reason));
        output.line(Columns.pad(reference(file), REFERENCE) + file.name().replace('\n', '\uFFFD') + "  " + why);
    }

    private static String reference(Taken file) {
        return file.reference().map(Reference::toString).orElse("-");
    }

    /// What was kept until it was stopped.
    ObjectNode sofar() {
        ObjectNode document = Output.object().put("taken", kept.size());
        document.set("kept", kept);
        return document;
    }

    /// Says how many came out each way.
    ObjectNode sum(IntakeReport report) {
        long notTaken = report.count(Outcome.NOT_TAKEN);
        long unread = report.files().stream().filter(IntakeLines::unread).count();
        output.say("import.done", report.count(Outcome.TAKEN), report.count(Outcome.DUPLICATE), notTaken, unread);
        report.number().ifPresent(number -> output.say("import.number", String.valueOf(number)));
        ObjectNode document = Output.object()
                .put("taken", report.count(Outcome.TAKEN))
                .put("duplicates", report.count(Outcome.DUPLICATE))
                .put("notTaken", notTaken)
                .put("notWhollyRead", unread);
        report.number().ifPresent(number -> document.put("intake", number));
        ArrayNode files = document.putArray("files");
        report.files().forEach(file -> files.add(json(file)));
        return document;
    }

    private static boolean unread(Taken file) {
        return file.reading()
                .map(Reading::status)
                .filter(status -> status != ReadingStatus.COMPLETE && status != ReadingStatus.EMPTY)
                .isPresent();
    }

    static ObjectNode json(Taken file) {
        ObjectNode node = Output.object();
        node.put("name", file.name()).put("outcome", file.outcome().name());
        file.reference().ifPresent(reference -> node.put("ref", reference.toString()));
        if (!file.reason().isEmpty()) {
            node.put("reason", file.reason());
        }
        file.reading().ifPresent(reading -> node.set("reading", ReadingJson.of(reading)));
        return node;
    }
}
