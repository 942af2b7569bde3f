package org.cairn.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.Choices;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ListQuery;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.served.ServedBundle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// The whole job, shown on synthetic data.
@Command(name = "demo", footer = "  cairn demo /tmp/cairn-demo")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "DIR", arity = "0..1")
    private Path folder = Path.of(Sample.FOLDER);

    /// Under which everything is made.
    Path folder() {
        return folder;
    }

    @Override
    public Integer call() {
        Output output = options.output();
        Path sample = Sample.in(folder);
        if (Files.exists(sample)) {
            output.aside("demo.there", sample.toString());
            throw new ArchiveException.AlreadyThere();
        }
        try (Archive archive = Archives.create(
                sample,
                "Sample inquiry (synthetic)",
                Sample.USER,
                Sample.PASSPHRASE.toCharArray(),
                options.environment())) {
            show(archive, output);
        }
        output.say("demo.archive", sample.toString());
        output.say("demo.passphrase", Sample.USER, Sample.PASSPHRASE);
        return ExitCode.DONE;
    }

    private void show(Archive archive, Output output) {
        SampleArchive sample = new SampleArchive(archive);
        SampleArchive.Recorded recorded = sample.record(output.progress());
        output.say("demo.record", recorded.statements(), recorded.witnesses(), recorded.languages());
        output.say("demo.import", recorded.evidence());
        archive.searches().catchUp(output.progress());
        sample.queries().forEach(query -> search(archive, query, output));
        BundleDraft draft = sample.bundle();
        refuse(archive, sample, draft, output);
        ServedBundle served = archive.bundles().write(draft, Choices.NONE, folder.resolve("bundle"), output.progress());
        output.line("");
        output.say("demo.bundle", served.pdf().toString(), served.pages(), served.exhibits());
        output.document(Output.object()
                .put("archive", Sample.in(folder).toString())
                .put("user", Sample.USER)
                .put("passphrase", Sample.PASSPHRASE)
                .put("pdf", served.pdf().toString())
                .put("pages", served.pages())
                .put("exhibits", served.exhibits()));
    }

    private static void search(Archive archive, String query, Output output) {
        output.line("");
        output.say("demo.search", query);
        SearchRequest three =
                new SearchRequest(query, SearchRequest.Filter.NONE, SearchRequest.Sort.RELEVANCE, 3, 0, 2);
        SearchAnswer answer = archive.searches().search(three);
        SearchCommand.show(answer, output);
    }

    /// Shows that consent is enforced: what was withdrawn cannot leave.
    private static void refuse(Archive archive, SampleArchive sample, BundleDraft draft, Output output) {
        withdrawn(archive, draft).ifPresent(statement -> {
            var preflight = archive.bundles().preflight(sample.forbidden(draft, statement), Choices.NONE);
            output.line("");
            preflight.gaps().forEach(gap -> output.say("demo.refused", GapSentence.of(output.words(), gap)));
        });
    }

    private static java.util.Optional<Reference> withdrawn(Archive archive, BundleDraft draft) {
        return archive.records().list(RecordKind.TESTIMONY, ListQuery.first(1_000)).items().stream()
                .filter(statement -> statement
                        .concerns()
                        .flatMap(witness -> archive.witnesses()
                                .standing(
                                        witness,
                                        java.util.Optional.of(statement.reference()),
                                        draft.scope(),
                                        draft.recipient())
                                .decision())
                        .filter(decision -> decision == ConsentDecision.WITHDRAWN)
                        .isPresent())
                .map(Summary::reference)
                .findFirst();
    }
}
