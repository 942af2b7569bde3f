package org.cairn.cli;

import java.util.Optional;
import org.cairn.domain.custody.Handling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What is told of something that was done to a thing.
final class HandlingOptions {

    @Option(names = "--when", paramLabel = "DATE")
    private @Nullable String when;

    @Option(names = "--handler", paramLabel = "WHO")
    private String handler = "";

    @Option(names = "--from", paramLabel = "WHO")
    private String from = "";

    @Option(names = "--to", paramLabel = "WHO")
    private String to = "";

    @Option(names = "--place", paramLabel = "P")
    private String place = "";

    @Option(names = "--purpose", paramLabel = "WHY")
    private String why = "";

    @Option(names = "--condition", paramLabel = "C")
    private String condition = "";

    @Option(names = "--seal", paramLabel = "NO")
    private String seal = "";

    @Option(names = "--corrects", paramLabel = "LINE")
    private @Nullable Long corrects;

    Handling told(String action, GlobalOptions options) {
        return new Handling(
                action,
                Allowed.date("--when", when, options.locale()),
                handler,
                from,
                to,
                place,
                why,
                condition,
                seal,
                Optional.ofNullable(corrects));
    }
}
