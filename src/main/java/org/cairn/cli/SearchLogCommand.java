package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.archive.AskedSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What people searched for, where the archive's policy has that in the ledger.
@Command(name = "search-log", footer = "  cairn search-log --after 120 --json")
final class SearchLogCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Option(names = "--after", paramLabel = "N")
    private long after;

    @Option(names = "--limit", paramLabel = "N")
    private int limit = 1_000;

    @Override
    public Integer call() {
        Allowed.count("--limit", limit);
        return options.with(archive -> {
            Output output = options.output();
            List<AskedSearch> all = archive.searches().asked(after, limit);
            ObjectNode document = Output.object();
            ArrayNode lines = document.putArray("searches");
            for (AskedSearch one : all) {
                output.line("%6d  %s  %s  %s"
                        .formatted(
                                one.line(),
                                one.at(),
                                one.person(),
                                output.words().list(one.queries().stream())));
                ObjectNode line = lines.addObject()
                        .put("line", one.line())
                        .put("at", one.at().toString())
                        .put("person", one.person());
                ArrayNode queries = line.putArray("queries");
                one.queries().forEach(queries::add);
                one.items().ifPresent(items -> line.put("items", items));
            }
            output.aside("searchLog.total", all.size());
            output.document(document);
            return ExitCode.DONE;
        });
    }
}
