package org.cairn.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows or changes what the archive's owner decided for everybody.
@Command(
        name = "policy",
        footer = {"  cairn policy", "  cairn policy --searches-in-ledger", "  cairn policy --no-searches-in-ledger"})
final class PolicyCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Option(names = "--searches-in-ledger", negatable = true)
    private @Nullable Boolean searches;

    @Override
    public Integer call() {
        return options.with(archive -> {
            if (searches != null) {
                archive.policies().putSearchesInLedger(searches);
            }
            Output output = options.output();
            boolean on = archive.policies().searchesInLedger();
            output.say(on ? "policy.searches.on" : "policy.searches.off");
            output.document(Output.object().put("searchesInLedger", on));
            return ExitCode.DONE;
        });
    }
}
