package org.cairn.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.Environment;
import org.cairn.domain.ArchiveException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every command understands: which archive, who, in which language, for a person or a script.
final class GlobalOptions {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true)
    boolean help;

    @Option(names = "--archive", paramLabel = "DIR")
    @Nullable
    Path archive;

    @Option(names = "--user", paramLabel = "NAME")
    @Nullable
    String user;

    @Option(names = "--passphrase-file", paramLabel = "FILE")
    @Nullable
    String passphraseFile;

    @Option(names = "--json")
    boolean json;

    @Option(names = "--lang", paramLabel = "xx", converter = SpokenLanguage.class)
    @Nullable
    Locale language;

    @Option(names = "--quiet")
    boolean quiet;

    private @Nullable Output output;
    private Environment environment = Environment.system();

    /// What was said before the command's name holds where nothing else is said after it.
    void unlessSaid(GlobalOptions before) {
        archive = archive == null ? before.archive : archive;
        user = user == null ? before.user : user;
        passphraseFile = passphraseFile == null ? before.passphraseFile : passphraseFile;
        json |= before.json;
        language = language == null ? before.language : language;
        quiet |= before.quiet;
    }

    /// On which machine archives are opened.
    void on(Environment machine) {
        environment = machine;
    }

    /// The machine on which archives are opened.
    Environment environment() {
        return environment;
    }

    Locale locale() {
        return language == null ? Locale.getDefault() : language;
    }

    /// Where this command speaks: one for all of it, since a line must know of the bar that it goes in front of.
    Output output() {
        if (output == null) {
            output = new Output(Cairn.out(), Cairn.err(), json, quiet, new Words(locale()));
        }
        return output;
    }

    /// Unlocks the archive, does something with it, and locks it again.
    int with(ToIntFunction<Archive> work) {
        char[] passphrase = passphrase("passphrase");
        try (Archive open = Archives.open(folder(), userName(), passphrase, environment)) {
            tellFinished(open);
            return work.applyAsInt(open);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    /// A recording that an interruption had left is whole again, and nobody was there to be told.
    private void tellFinished(Archive open) {
        open.recordings()
                .finishedAtOpening()
                .forEach(reference ->
                        output().warn("recording.finished", reference, RecordingCommand.seconds(open, reference)));
        int waiting = open.recordings().waiting();
        if (waiting > 0) {
            output().warn("recording.waiting", waiting);
        }
    }

    Path folder() {
        return Optional.ofNullable(archive)
                .or(() -> Optional.ofNullable(System.getenv("CAIRN_ARCHIVE")).map(Path::of))
                .orElseThrow(() -> new ArchiveException.InvalidInput("--archive", "missing"));
    }

    String userName() {
        return Optional.ofNullable(user)
                .or(() -> Optional.ofNullable(System.getenv("CAIRN_USER")))
                .orElseThrow(() -> new ArchiveException.InvalidInput("--user", "missing"));
    }

    /// The passphrase from a file, standard input or the terminal; never from an argument, which others can see.
    char[] passphrase(String promptKey) {
        return passphrase(promptKey, passphraseFile, "--passphrase-file");
    }

    /// A passphrase from the file of an option, or from the terminal.
    ///
    /// @param option the option's name, for whoever has no terminal
    char[] passphrase(String promptKey, @Nullable String file, String option) {
        return file == null ? asked(promptKey, option) : GivenText.firstLine(file);
    }

    private char[] asked(String promptKey, String option) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s ", output().text("ask." + promptKey));
        if (typed == null) {
            throw new ArchiveException.InvalidInput(option, "missing");
        }
        return typed;
    }
}
