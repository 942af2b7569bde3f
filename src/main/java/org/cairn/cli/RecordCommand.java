package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Holding;
import org.cairn.archive.Kept;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Keeps records from JSON forms.
@Command(
        name = "record",
        footer = {
            "  cairn record --template testimony > form.json",
            "  cairn record form.json --seal --archive camp.cairn --user amina"
        })
final class RecordCommand implements Callable<Integer> {

    /// Evidence comes in by `import`: its bytes belong to it. What is said about records has commands of its own, and
    /// so have searches and words that mean the same.
    private static final Set<RecordKind> OF_THEIR_OWN = EnumSet.of(
            RecordKind.EVIDENCE,
            RecordKind.NOTE,
            RecordKind.ASSESSMENT,
            RecordKind.SEARCH,
            RecordKind.LIST,
            RecordKind.SYNONYMS,
            RecordKind.SERVING,
            RecordKind.LINK);

    static final List<String> TEMPLATES = Arrays.stream(RecordKind.values())
            .filter(kind -> !OF_THEIR_OWN.contains(kind))
            .map(RecordKind::code)
            .toList();

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "FORM.json", arity = "0..*")
    private List<String> files = List.of();

    @Option(names = "--seal")
    private boolean seal;

    @Option(names = "--template", paramLabel = "KIND")
    private @Nullable String template;

    @Override
    public Integer call() {
        if (template != null) {
            Cairn.out().print(new Template(options.output().words()).of(template()));
            return ExitCode.DONE;
        }
        if (files.isEmpty()) {
            throw new ArchiveException.InvalidInput("FORM.json", "missing");
        }
        List<String> forms = files.stream().map(GivenText::all).toList();
        return options.with(archive -> keep(archive, forms));
    }

    /// Keeps form after form; what was kept before one that fails stays kept, and is told.
    private int keep(Archive archive, List<String> forms) {
        Output output = options.output();
        ArrayNode kept = Output.array();
        for (int i = 0; i < forms.size(); i++) {
            try {
                kept.add(keep(archive, output, forms.get(i)));
            } catch (RuntimeException e) {
                throw stopped(kept, i, e);
            }
        }
        output.document(kept.size() == 1 ? kept.get(0) : Output.object().set("kept", kept));
        return ExitCode.DONE;
    }

    private ObjectNode keep(Archive archive, Output output, String form) {
        Kept one = archive.forms().take(form, seal, options.locale());
        output.say("record.kept", one.reference().toString(), one.revision());
        ObjectNode document = Output.object()
                .put("reference", one.reference().toString())
                .put("revision", one.revision())
                .put("hash", one.hash().hex());
        if (!one.wordsOnly().isEmpty()) {
            output.warn("record.wordsOnly", String.join(", ", one.wordsOnly()));
            one.wordsOnly().forEach(document.putArray("datesNotUnderstood")::add);
        }
        if (one.reference().kind() == RecordKind.CONSENT) {
            tellWhoHoldsIt(archive.witnesses().holdingAfter(List.of(one.reference())), output, document);
        }
        return document;
    }

    /// Whoever takes something back must be told which bundles hold it already.
    private static void tellWhoHoldsIt(Holding holding, Output output, ObjectNode document) {
        if (holding.nowhere()) {
            return;
        }
        List<String> bundles =
                holding.bundles().stream().map(Reference::toString).toList();
        bundles.forEach(document.putArray("bundles")::add);
        document.put("bundlesUnseen", holding.unseen());
        if (!bundles.isEmpty()) {
            output.say("record.heldBy", String.join(", ", bundles));
        }
        if (holding.unseen() > 0) {
            output.say("record.heldUnseen", holding.unseen());
        }
    }

    private StoppedMidway stopped(ArrayNode kept, int place, RuntimeException reason) {
        ObjectNode document = Output.object();
        document.set("kept", kept);
        ArrayNode notKept = Output.array();
        files.subList(place, files.size()).forEach(notKept::add);
        options.output().warn("record.notKept", files.size() - place, files.get(place));
        document.put("failed", files.get(place)).set("notKept", notKept);
        return new StoppedMidway(document, reason);
    }

    private RecordKind template() {
        String given = Allowed.oneOf(TEMPLATES, "--template", String.valueOf(template));
        return Allowed.kind("--template", given);
    }
}
