package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.archive.AskedSearch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// What people searched for, where the archive's policy has that in the ledger.
@Command(
        name = "search-log",
        footer = {"  cairn search-log --after 120 --json", "  cairn search-log --person layla"})
final class SearchLogCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Option(names = "--after", paramLabel = "N")
    private long after;

    @Option(names = "--person", paramLabel = "NAME")
    private @Nullable String person;

    @Option(names = "--limit", paramLabel = "N")
    private int limit = 1_000;

    @Override
    public Integer call() {
        Allowed.count("--limit", limit);
        return options.with(archive -> {
            Output output = options.output();
            List<AskedSearch> all = archive.searches().asked(after, Optional.ofNullable(person), limit);
            ObjectNode document = Output.object();
            ArrayNode lines = document.putArray("searches");
            for (AskedSearch one : all) {
                output.line("%6d  %s  %s  %s  [%s]"
                        .formatted(
                                one.line(),
                                one.at(),
                                one.person(),
                                asked(output, one),
                                one.items()
                                        .map(items -> output.text("searchLog.items", items))
                                        .orElseGet(() -> output.text("searchLog.itemsHidden"))));
                ObjectNode line = lines.addObject()
                        .put("line", one.line())
                        .put("at", one.at().toString())
                        .put("person", one.person());
                ArrayNode queries = line.putArray("queries");
                one.queries().forEach(queries::add);
                one.filter().within().ifPresent(record -> line.put("in", record.toString()));
                one.items().ifPresent(items -> line.put("items", items));
            }
            output.aside("searchLog.total", all.size());
            output.document(document);
            return ExitCode.DONE;
        });
    }

    private static String asked(Output output, AskedSearch one) {
        String queries = output.words()
                .list(one.queries().stream().map(query -> query.isBlank() ? output.text("saved.everything") : query));
        return one.filter()
                .within()
                .map(record -> output.text("searchLog.in", queries, record.toString()))
                .orElse(queries);
    }
}
