package org.cairn.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.archive.Handover;
import org.cairn.domain.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Gives the original bytes of an item back, or its pages as another program lays them out.
@Command(name = "export", footer = "  cairn export E-0012 --out handover/")
final class ExportCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "REF")
    @SuppressWarnings("NullAway.Init")
    private String reference;

    @Option(names = "--out", required = true, paramLabel = "DIR")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--scope", paramLabel = "USE")
    private String scope = Handover.TO_A_TRIBUNAL.scope();

    @Option(names = "--recipient", paramLabel = "WHO")
    private @Nullable String recipient;

    @Option(names = "--conditions-met")
    private boolean conditionsMet;

    @Option(names = "--pages")
    private boolean pages;

    @Override
    public Integer call() {
        Reference known = Allowed.reference("REF", reference);
        return options.with(archive -> {
            Output output = options.output();
            Handover handover = new Handover(scope, Optional.ofNullable(recipient), conditionsMet);
            Path written = pages
                    ? archive.renditions().export(known, out, handover, output.progress())
                    : archive.evidence().export(known, out, handover, output.progress());
            output.say("export.done", written.toString());
            output.document(Output.object().put("ref", known.toString()).put("file", written.toString()));
            return ExitCode.DONE;
        });
    }
}
