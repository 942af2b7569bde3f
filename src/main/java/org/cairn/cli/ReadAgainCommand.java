package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.cairn.archive.Archive;
import org.cairn.archive.IntakeReport;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.archive.IntakeReport.Taken;
import org.cairn.archive.Unlocked;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Reads evidence items again that could not be read whole.
@Command(
        name = "read-again",
        footer = {
            "  cairn read-again E-0001 E-0012",
            "  cairn read-again --unreadable",
            "  cairn read-again --locked --password-file word.txt"
        })
final class ReadAgainCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "REF", arity = "0..*")
    private List<String> references = List.of();

    @Option(names = "--unreadable")
    private boolean unreadable;

    @Option(names = "--locked")
    private boolean locked;

    @Option(names = "--password-file", paramLabel = "FILE")
    private @Nullable String passwordFile;

    @Override
    public Integer call() {
        if (references.isEmpty() && !unreadable && !locked) {
            throw new ArchiveException.InvalidInput("REF", "missing");
        }
        List<Reference> named =
                references.stream().map(text -> Allowed.reference("REF", text)).toList();
        return options.with(archive -> read(archive, named));
    }

    private int read(Archive archive, List<Reference> named) {
        Output output = options.output();
        List<Reference> all = all(archive, named);
        IntakeLines lines = new IntakeLines(output);
        Unlocked unlocked = again(archive, all, output, lines);
        IntakeReport inside = unlocked.inside();
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
        if (passwordFile != null) {
            ArrayNode opened = document.putArray("opened");
            unlocked.opened().forEach(reference -> opened.add(reference.toString()));
            output.say("unlock.done", unlocked.opened().size(), all.size());
        }
        output.document(document);
        return ExitCode.DONE;
    }

    private List<Reference> all(Archive archive, List<Reference> named) {
        List<Reference> all = new ArrayList<>(named);
        if (unreadable) {
            all.addAll(archive.evidence().unreadable());
        }
        if (locked) {
            all.addAll(archive.evidence().locked());
        }
        return all.stream().distinct().toList();
    }

    /// What came out of them before it was stopped is kept, and must be told.
    private Unlocked again(Archive archive, List<Reference> all, Output output, IntakeLines lines) {
        if (passwordFile == null) {
            return new Unlocked(
                    List.of(), told(lines, () -> archive.evidence().readAgain(all, output.progress(), lines::kept)));
        }
        char[] password = GivenText.firstLine(passwordFile);
        try {
            return told(lines, () -> archive.evidence().unlock(all, password, output.progress(), lines::kept));
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    private static <T> T told(IntakeLines lines, Supplier<T> reading) {
        try {
            return reading.get();
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
