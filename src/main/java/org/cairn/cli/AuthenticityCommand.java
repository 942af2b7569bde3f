package org.cairn.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.domain.Assessment.Aspect;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says what is held of the authenticity of an item; or shows what was.
@Command(
        name = "authenticity",
        footer = {"  cairn authenticity E-0012 --value DISPUTED --reason \"too young\"", "  cairn authenticity E-0012"})
final class AuthenticityCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Mixin
    private final Judgement judgement = new Judgement();

    @Parameters(paramLabel = "REF", arity = "1..*")
    private List<String> references = List.of();

    @Option(names = "--value", paramLabel = "CODE")
    private @Nullable String value;

    @Override
    public Integer call() {
        return value == null
                ? judgement.show(options, references, Aspect.AUTHENTICITY)
                : judgement.keep(
                        options, references, Aspect.AUTHENTICITY, Allowed.code("--value", value, "authenticity"));
    }
}
