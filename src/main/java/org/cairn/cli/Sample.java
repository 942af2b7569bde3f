package org.cairn.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// Where the sample archive lies and what unlocks it. Everybody may know: it holds invented people only.
public final class Sample {

    /// Who unlocks it.
    public static final String USER = "demo";

    /// What unlocks it.
    public static final String PASSPHRASE = "synthetic sample, nobody is in here";

    /// Where it is made when nothing is said.
    static final String FOLDER = "cairn-demo";

    private Sample() {}

    static Path in(Path folder) {
        return folder.resolve("sample.cairn");
    }

    /// The sample that a command line made, when it made one for a person to look at.
    public static Optional<Path> madeBy(String[] arguments) {
        try {
            List<CommandLine> commands = Cairn.line(fault -> "", new Words(Locale.ROOT))
                    .parseArgs(arguments)
                    .asCommandLineList();
            boolean toLookAt = !List.of(arguments).contains("--json")
                    && commands.stream()
                            .noneMatch(command -> command.isUsageHelpRequested() || command.isVersionHelpRequested());
            return toLookAt && commands.getLast().getCommand() instanceof DemoCommand demo
                    ? Optional.of(in(demo.folder()))
                    : Optional.empty();
        } catch (ParameterException e) {
            return Optional.empty();
        }
    }
}
