package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.ReportPapers;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.IntakeAccount;
import org.cairn.domain.custody.IntakeAccount.Line;
import org.cairn.domain.custody.IntakeAccount.Sum;
import org.cairn.domain.custody.IntakeRun;
import org.cairn.domain.custody.OfferedFile.Fate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists what was taken in at once, accounts for every file of one, or writes the report of it that is signed.
@Command(
        name = "intake-report",
        footer = {"  cairn intake-report", "  cairn intake-report 3", "  cairn intake-report 3 --out reports/ --lang fr"
        })
final class IntakeReportCommand implements Callable<Integer> {

    private static final int REFERENCE = 9;

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "NUMBER", arity = "0..1")
    private @Nullable Integer number;

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    @Option(names = "--limit", paramLabel = "N")
    private int limit = 100;

    @Option(names = "--offset", paramLabel = "N")
    private int offset;

    @Override
    public Integer call() {
        Allowed.count("--limit", limit);
        Allowed.offset("--offset", offset);
        if (number == null) {
            return options.with(this::list);
        }
        int asked = number;
        Path folder = out;
        return options.with(archive -> folder == null ? tell(archive, asked) : write(archive, asked, folder));
    }

    private int list(Archive archive) {
        Output output = options.output();
        ArrayNode all = Output.array();
        List<IntakeRun> runs = archive.intakes().list(offset, limit);
        if (runs.isEmpty()) {
            output.say("intakes.none");
        }
        for (IntakeRun run : runs) {
            output.line(output.words()
                    .text(
                            "intakes.line",
                            String.valueOf(run.number()),
                            run.begun().toString(),
                            run.by(),
                            run.files(),
                            output.words().word("intake-ending", run.ending().name())));
            all.add(json(run));
        }
        output.document(Output.object().set("intakes", all));
        return ExitCode.DONE;
    }

    private int tell(Archive archive, int asked) {
        Output output = options.output();
        IntakeAccount account = archive.intakes().account(asked, output.progress());
        ObjectNode document = json(account.run());
        document.set("offered", json(account.offered()));
        for (Fate fate : Fate.values()) {
            document.set(name(fate), json(account.offered(fate)));
        }
        document.set("inside", json(account.inside()));
        document.put("withheld", account.withheld());
        document.put("headLine", account.headLine()).put("head", account.head().hex());
        ArrayNode lines = document.putArray("lines");
        for (Line line : account.lines()) {
            output.line(text(output.words(), line));
            lines.add(json(line));
        }
        output.say(
                "intakes.sum",
                account.offered().files(),
                account.offered(Fate.TAKEN).files(),
                account.offered(Fate.DUPLICATE).files(),
                account.offered(Fate.NOT_TAKEN).files(),
                account.offered(Fate.NOT_REACHED).files(),
                output.words().word("intake-ending", account.run().ending().name()));
        output.document(document);
        return ExitCode.DONE;
    }

    private int write(Archive archive, int asked, Path folder) {
        Output output = options.output();
        ReportPapers papers = archive.intakes().write(asked, folder, options.locale(), output.progress());
        output.say("intakes.written", papers.pdf().toString(), papers.data().toString());
        output.document(Output.object()
                .put("intake", asked)
                .put("pdf", papers.pdf().toString())
                .put("csv", papers.data().toString()));
        return ExitCode.DONE;
    }

    private static String text(Words words, Line line) {
        String reference = line.file().item().map(Reference::toString).orElse("-");
        String state = line.withheld()
                ? words.text("intakes.withheld")
                : line.reading()
                        .map(read -> words.word("status", read.status().name()))
                        .orElseGet(
                                () -> words.text("import." + line.file().fate().name()));
        String reason = reason(line);
        String said = reason.isEmpty() ? state : words.text("field", state, words.word("reason", reason));
        return "  ".repeat(line.depth()) + Columns.pad(reference, REFERENCE)
                + line.file().path() + "  " + said;
    }

    private static String reason(Line line) {
        String own = line.file().reason();
        return own.isEmpty() ? line.reading().map(read -> read.reason()).orElse("") : own;
    }

    private static ObjectNode json(IntakeRun run) {
        ObjectNode node = Output.object();
        node.put("intake", run.number())
                .put("begun", run.begun().toString())
                .put("by", run.by())
                .put("program", run.program())
                .put("files", run.files())
                .put("ending", run.ending().name());
        run.ended().ifPresent(ended -> node.put("ended", ended.toString()));
        return node;
    }

    private static String name(Fate fate) {
        return switch (fate) {
            case TAKEN -> "taken";
            case DUPLICATE -> "duplicates";
            case NOT_TAKEN -> "notTaken";
            case NOT_REACHED -> "notReached";
        };
    }

    private static ObjectNode json(Sum sum) {
        return Output.object().put("files", sum.files()).put("bytes", sum.bytes());
    }

    private static ObjectNode json(Line line) {
        ObjectNode node = Output.object();
        node.put("depth", line.depth()).put("fate", line.file().fate().name());
        if (line.withheld()) {
            return node.put("withheld", true);
        }
        node.put("path", line.file().path()).put("bytes", line.file().bytes());
        line.file().fingerprint().map(Fingerprint::hex).ifPresent(hash -> node.put("sha256", hash));
        line.file().item().ifPresent(item -> node.put("ref", item.toString()));
        if (!reason(line).isEmpty()) {
            node.put("reason", reason(line));
        }
        line.reading()
                .ifPresent(read -> node.put("status", read.status().name())
                        .put("expected", read.expected())
                        .put("found", read.found()));
        return node;
    }
}
