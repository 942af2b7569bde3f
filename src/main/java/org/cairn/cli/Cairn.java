package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.List;
import org.cairn.archive.Environment;
import org.cairn.domain.ArchiveException;
import org.cairn.progress.CancelledException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/// The program's command line.
@Command(
        name = "cairn",
        version = "Cairn 0.1.0",
        footer = {"  cairn demo", "  cairn import --help", "  cairn search --help --lang ar"},
        subcommands = {
            CreateCommand.class,
            DemoCommand.class,
            RecordCommand.class,
            RecordingCommand.class,
            ListCommand.class,
            ShowCommand.class,
            ImportCommand.class,
            IntakeReportCommand.class,
            DescribeCommand.class,
            ReviewCommand.class,
            NoteCommand.class,
            LinkCommand.class,
            LinksCommand.class,
            GradeCommand.class,
            AuthenticityCommand.class,
            ThingCommand.class,
            HandleCommand.class,
            RelateCommand.class,
            NearDuplicatesCommand.class,
            BatchCommand.class,
            FormCommand.class,
            ScriptCommand.class,
            TakeFormsCommand.class,
            ReadAgainCommand.class,
            OcrCommand.class,
            TypePageCommand.class,
            UntieCommand.class,
            ExportCommand.class,
            SearchCommand.class,
            SearchTermsCommand.class,
            SynonymsCommand.class,
            SavedSearchCommand.class,
            FrozenListCommand.class,
            SearchStatementCommand.class,
            SearchLogCommand.class,
            ExportHitsCommand.class,
            ReviewSetCommand.class,
            BundleCommand.class,
            BundleWordsCommand.class,
            CheckBundleCommand.class,
            SigningCertificateCommand.class,
            TimeRequestCommand.class,
            TimeAttachCommand.class,
            DateCommand.class,
            CustodyCommand.class,
            VerifyCommand.class,
            ReceiptCommand.class,
            UsersCommand.class,
            PolicyCommand.class,
            RecoveryKitCommand.class,
            RecoverCommand.class,
        })
public final class Cairn implements Runnable {

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final PrintStream ERR =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything runs
    private CommandSpec spec;

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Option(
            names = {"-V", "--version"},
            versionHelp = true)
    boolean version;

    private final FaultLog faults;
    private final Environment environment;

    private Cairn(FaultLog faults, Environment environment) {
        this.faults = faults;
        this.environment = environment;
    }

    /// Where a fault of ours is written down, without a word of evidence.
    @FunctionalInterface
    public interface FaultLog {
        /// Writes a fault down and answers with a code that can be told to others.
        String note(Throwable fault);
    }

    /// Runs one command.
    ///
    /// @param arguments as the shell gives them
    /// @param faults where a fault of ours is written down
    /// @return what the shell is told
    public static int run(String[] arguments, FaultLog faults) {
        return run(arguments, faults, Environment.system());
    }

    /// The same, on a machine of the caller's.
    ///
    /// @param environment of every archive that the command opens
    static int run(String[] arguments, FaultLog faults, Environment environment) {
        if (NamesLost.in(arguments)) {
            NamesLost.tell(onItsOwn(arguments));
            return ExitCode.USAGE;
        }
        try {
            return line(faults, environment, onItsOwn(arguments).words()).execute(arguments);
        } catch (Error e) {
            // picocli hands exceptions on, not errors
            new Failures(onItsOwn(arguments)).fault(faults.note(e), Output.object());
            return ExitCode.FAULT;
        }
    }

    /// The parser of all commands, with help in the language of some words.
    static CommandLine line(FaultLog faults, Words words) {
        return line(faults, Environment.system(), words);
    }

    private static CommandLine line(FaultLog faults, Environment environment, Words words) {
        Cairn cairn = new Cairn(faults, environment);
        return new CommandLine(cairn)
                .setOut(new java.io.PrintWriter(OUT, true))
                .setErr(new java.io.PrintWriter(ERR, true))
                .setResourceBundle(new HelpWords(words))
                .setCaseInsensitiveEnumValuesAllowed(true)
                // a file name that begins with @ is a file name
                .setExpandAtFiles(false)
                // somebody may be called like a command
                .setAllowSubcommandsAsOptionParameters(true)
                .setExecutionStrategy(cairn::last)
                .setParameterExceptionHandler(Cairn::misused)
                .setExecutionExceptionHandler((exception, command, parsed) -> cairn.failed(exception, parsed));
    }

    @Override
    public void run() {
        spec.commandLine().usage(OUT);
    }

    static PrintStream out() {
        return OUT;
    }

    static PrintStream err() {
        return ERR;
    }

    private static int misused(CommandLine.ParameterException exception, String[] arguments) {
        String command = exception.getCommandLine().getCommandSpec().qualifiedName();
        Output output = onItsOwn(arguments);
        new Failures(output).misuse(Misuse.of(exception, output.words()), output.text("usage.do", command));
        return ExitCode.USAGE;
    }

    private int failed(Exception exception, ParseResult parsed) {
        return exception instanceof StoppedMidway midway
                ? failed(midway.reason(), new Failures(output(parsed)), midway.done())
                : failed(exception, new Failures(output(parsed)), Output.object());
    }

    private int failed(Exception exception, Failures failures, ObjectNode done) {
        return switch (exception) {
            case ArchiveException known -> {
                failures.known(known, done);
                yield ExitCode.of(known);
            }
            case CancelledException cancelled -> {
                failures.cancelled(done);
                yield ExitCode.INPUT_NOT_READ;
            }
            case InvalidPathException unnameable -> {
                failures.known(new ArchiveException.NotReachable(), done);
                yield ExitCode.INPUT_NOT_READ;
            }
            default -> {
                failures.fault(faults.note(exception), done);
                yield ExitCode.FAULT;
            }
        };
    }

    /// How to speak when the command line could not be read to its end: a script still wants its document.
    private static Output onItsOwn(String[] arguments) {
        GlobalOptions options = new GlobalOptions();
        options.json = List.of(arguments).contains("--json");
        options.language = SpokenLanguage.askedIn(arguments).orElse(null);
        return options.output();
    }

    /// Runs the command that was named last, with the options that stand before it too.
    private int last(ParseResult parsed) {
        GlobalOptions before = new GlobalOptions();
        for (CommandLine command : parsed.asCommandLineList()) {
            GlobalOptions here = options(command.getCommandSpec());
            here.unlessSaid(before);
            here.on(environment);
            before = here;
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private static Output output(ParseResult parsed) {
        return options(parsed.asCommandLineList().getLast().getCommandSpec()).output();
    }

    private static GlobalOptions options(CommandSpec command) {
        return command.mixins().values().stream()
                .map(CommandSpec::userObject)
                .filter(GlobalOptions.class::isInstance)
                .map(GlobalOptions.class::cast)
                .findFirst()
                .orElseGet(GlobalOptions::new);
    }
}
