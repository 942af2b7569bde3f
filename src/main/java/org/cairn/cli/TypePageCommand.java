package org.cairn.cli;

import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Kept;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Keeps what a person read on a page that no machine can read.
@Command(
        name = "type-page",
        footer = {"  cairn type-page E-0012 --page 3 --language ug --file page3.txt"})
final class TypePageCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "REF")
    @SuppressWarnings("NullAway.Init")
    private String reference;

    @Option(names = "--page", paramLabel = "N")
    private int page = 1;

    @Option(names = "--language", paramLabel = "xx", required = true)
    @SuppressWarnings("NullAway.Init")
    private String language;

    @Option(names = "--file", paramLabel = "FILE", required = true)
    @SuppressWarnings("NullAway.Init")
    private String file;

    @Override
    public Integer call() {
        Reference known = Allowed.reference("REF", reference);
        LanguageTag written = OcrCommand.language(language);
        String text = GivenText.all(file);
        return options.with(archive -> keep(archive, known, written, text));
    }

    private int keep(Archive archive, Reference known, LanguageTag written, String text) {
        int revision = archive.records().open(known).number();
        Kept kept = archive.recognition().type(known, page, text, written, revision);
        Output output = options.output();
        output.say("typePage.kept", known.toString(), page, kept.revision());
        output.document(Output.object()
                .put("reference", known.toString())
                .put("page", page)
                .put("revision", kept.revision())
                .put("hash", kept.hash().hex()));
        return ExitCode.DONE;
    }
}
