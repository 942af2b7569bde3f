package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.ReportPapers;
import org.cairn.archive.SavedSearches;
import org.cairn.archive.SignedStatement;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchStatement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// States, signed, what a search found or that it found nothing; or checks such a statement.
@Command(
        name = "search-statement",
        footer = {
            "  cairn search-statement 'hangar AND kidney' --out statements/",
            "  cairn search-statement --saved S-0001 --out statements/ --lang fr",
            "  cairn search-statement --check search-statement-20261129-101500.json"
        })
final class SearchStatementCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Mixin
    private final NarrowingOptions narrowing = new NarrowingOptions();

    @Parameters(paramLabel = "QUERY", arity = "0..*")
    private String[] words = {};

    @Option(names = "--saved", paramLabel = "S-0001")
    private @Nullable String saved;

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    @Option(names = "--check", paramLabel = "FILE")
    private @Nullable Path file;

    @Override
    public Integer call() {
        if (file != null) {
            return check(file);
        }
        Path folder = Optional.ofNullable(out).orElseThrow(() -> new ArchiveException.InvalidInput("--out", "missing"));
        SearchRequest.Filter filter = narrowing.filter(options.locale());
        return options.with(archive -> write(archive, folder, filter));
    }

    private int write(Archive archive, Path folder, SearchRequest.Filter filter) {
        Output output = options.output();
        Optional<Reference> search = Optional.ofNullable(saved).map(given -> Allowed.reference("--saved", given));
        SearchRequest request = search.map(reference -> SavedSearches.request(
                        archive.savedSearches().open(reference).search()))
                .orElseGet(
                        () -> new SearchRequest(String.join(" ", words), filter, SearchRequest.Sort.REFERENCE, 0, 0, 0)
                                .in(options.locale()));
        SearchStatement statement;
        try {
            statement = archive.searchStatements().state(request, search, output.progress());
        } catch (ArchiveException.QueryNotUnderstood e) {
            output.complain(SearchCommand.pointed(request.query(), e));
            throw e;
        }
        ReportPapers papers = archive.searchStatements().write(statement, folder, options.locale());
        told(output, statement);
        output.say("statement.written", papers.pdf().toString(), papers.data().toString());
        output.document(json(statement)
                .put("pdf", papers.pdf().toString())
                .put("signed", papers.data().toString()));
        return ExitCode.DONE;
    }

    private static void told(Output output, SearchStatement statement) {
        output.say(
                "statement.found",
                statement.items(),
                statement.records(),
                statement.standing().asOf().toString(),
                statement.standing().askedBy());
        output.say(
                "search.unseen",
                statement.unseen().unread(),
                statement.unseen().awaitingOcr(),
                statement.unseen().noPermission());
    }

    private static ObjectNode json(SearchStatement statement) {
        ObjectNode document = Output.object()
                .put("query", statement.query())
                .put("items", statement.items())
                .put("passages", statement.passages())
                .put("records", statement.records())
                .put("asOf", statement.standing().asOf().toString())
                .put("askedBy", statement.standing().askedBy())
                .put("archive", statement.standing().archive())
                .put("headLine", statement.standing().headLine())
                .put("head", statement.standing().head().hex());
        statement.synonyms().ifPresent(lists -> document.put("synonyms", lists.hex()));
        document.set("unseen", SearchCommand.json(statement.unseen()));
        return document;
    }

    /// The signature needs no archive; with one, its ledger says whether the statement was made there, and by whom.
    private int check(Path given) {
        Optional<SignedStatement> read = SignedStatement.check(bytes(given));
        if (read.isEmpty()) {
            options.output().say("statement.broken");
            options.output().document(Output.object().put("whole", false));
            return ExitCode.CHECK_FAILED;
        }
        SignedStatement signed = read.get();
        Output output = options.output();
        output.say("statement.whole");
        output.line("  " + signed.statement().query());
        told(output, signed.statement());
        String key = HexFormat.of().formatHex(signed.signer());
        output.say("statement.signer", key);
        ObjectNode document = json(signed.statement())
                .put("whole", true)
                .put("hash", signed.hash().hex())
                .put("signer", key);
        return options.archive == null ? done(output, document) : inLedger(output, document, signed);
    }

    private int inLedger(Output output, ObjectNode document, SignedStatement signed) {
        return options.with(archive -> {
            Optional<CustodyEvent> line = archive.searchStatements().line(signed);
            document.put("inLedger", line.isPresent());
            line.ifPresent(told -> document.put("line", told.sequence()));
            line.ifPresentOrElse(
                    told -> output.say(
                            "statement.line",
                            told.sequence(),
                            told.actor(),
                            told.at().toString()),
                    () -> output.say("statement.noLine"));
            done(output, document);
            return line.isPresent() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
        });
    }

    private static int done(Output output, ObjectNode document) {
        output.document(document);
        return ExitCode.DONE;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }
}
