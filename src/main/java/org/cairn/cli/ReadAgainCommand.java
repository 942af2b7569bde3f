package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cairn.archive.Archive;
import org.cairn.archive.IntakeReport;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.archive.IntakeReport.Taken;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads evidence items again that could not be read whole.
@Command(
        name = "read-again",
        footer = {"  cairn read-again E-0001 E-0012", "  cairn read-again --unreadable"})
final class ReadAgainCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "REF", arity = "0..*")
    private List<String> references = List.of();

    @Option(names = "--unreadable")
    private boolean unreadable;

    @Override
    public Integer call() {
        if (references.isEmpty() && !unreadable) {
            throw new ArchiveException.InvalidInput("REF", "missing");
        }
        List<Reference> named =
                references.stream().map(text -> Allowed.reference("REF", text)).toList();
        return options.with(archive -> read(archive, named));
    }

    private int read(Archive archive, List<Reference> named) {
        Output output = options.output();
        List<Reference> all = Stream.concat(
                        named.stream(), unreadable ? archive.evidence().unreadable().stream() : Stream.empty())
                .distinct()
                .toList();
        IntakeLines lines = new IntakeLines(output);
        IntakeReport inside = inside(archive, all, output, lines);
        ObjectNode document = Output.object();
        ArrayNode again = document.putArray("again");
        int whole = 0;
        for (Reference reference : all) {
            Taken item = item(archive, reference);
            lines.read(item);
            whole += item.reading()
                            .map(Reading::status)
                            .filter(ReadingStatus.COMPLETE::equals)
                            .isPresent()
                    ? 1
                    : 0;
            again.add(IntakeLines.json(item));
        }
        inside.files().forEach(lines::read);
        ArrayNode found = document.putArray("inside");
        inside.files().forEach(file -> found.add(IntakeLines.json(file)));
        output.say("readAgain.done", all.size(), whole, inside.files().size());
        output.document(document);
        return ExitCode.DONE;
    }

    /// What came out of them before it was stopped is kept, and must be told.
    private static IntakeReport inside(Archive archive, List<Reference> all, Output output, IntakeLines lines) {
        try {
            return archive.evidence().readAgain(all, output.progress(), lines::kept);
        } catch (RuntimeException e) {
            throw new StoppedMidway(lines.sofar(), e);
        }
    }

    private static Taken item(Archive archive, Reference reference) {
        String name = archive.records().summary(reference).orElseThrow().title();
        return new Taken(
                name, Outcome.TAKEN, Optional.of(reference), archive.evidence().reading(reference), "");
    }
}
