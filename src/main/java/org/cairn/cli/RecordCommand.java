package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Forms;
import org.cairn.archive.Kept;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.RecordKind;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Keeps records from JSON forms.
@Command(
        name = "record",
        description = "Keeps a testimony, witness, consent, risk, medical record, person, place, event or payment.",
        footer = {
            "",
            "Examples: cairn record --template testimony > form.json",
            "          cairn record form.json --seal --archive camp.cairn --user amina --passphrase-file pass.txt"
        })
final class RecordCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(
            paramLabel = "FORM.json",
            arity = "0..*",
            description = "forms, kept in this order; - reads standard input")
    private List<String> files = List.of();

    @Option(names = "--seal", description = "seals a testimony at once")
    private boolean seal;

    @Option(names = "--template", paramLabel = "KIND", description = "prints an empty form with comments")
    private @Nullable String template;

    @Override
    public Integer call() {
        if (template != null) {
            RecordKind kind = RecordKind.ofCode(template)
                    .orElseThrow(() -> new ArchiveException.InvalidInput("--template", "unknownValue"));
            Cairn.out().print(Forms.template(kind));
            return ExitCode.DONE;
        }
        if (files.isEmpty()) {
            throw new ArchiveException.InvalidInput("FORM.json", "missing");
        }
        List<String> forms = files.stream().map(RecordCommand::read).toList();
        return options.with(archive -> keep(archive, forms));
    }

    private int keep(Archive archive, List<String> forms) {
        Output output = options.output();
        ArrayNode kept = Output.array();
        for (String form : forms) {
            Kept one = archive.forms().take(form, seal);
            output.say("record.kept", one.reference().toString(), one.revision());
            kept.addObject()
                    .put("reference", one.reference().toString())
                    .put("revision", one.revision())
                    .put("hash", one.hash().hex());
        }
        output.document(kept.size() == 1 ? kept.get(0) : Output.object().set("kept", kept));
        return ExitCode.DONE;
    }

    static String read(String file) {
        try {
            return file.equals("-")
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }
}
