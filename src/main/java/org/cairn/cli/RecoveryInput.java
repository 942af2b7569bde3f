package org.cairn.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairn.archive.KitMark;
import org.cairn.archive.RecoveryParts;
import org.cairn.domain.ArchiveException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A recovery phrase and shares, from files or from the terminal; never from an argument, which others can see.
final class RecoveryInput {

    /// What is on a page of a kit is far shorter.
    private static final long LONGEST = 16 * 1024;

    @Option(names = "--phrase-file", paramLabel = "FILE")
    @Nullable
    private Path phraseFile;

    @Option(names = "--share-file", paramLabel = "FILE")
    private List<Path> shareFiles = List.of();

    /// The parts of the kit that the archive has.
    RecoveryParts read(KitMark kit, Output output) {
        output.aside("recover.kit", kit.letters(), kit.needed());
        String phrase = phraseFile == null ? asked(output, "phrase", 0, "--phrase-file") : text(phraseFile);
        List<String> shares = new ArrayList<>();
        for (Path file : shareFiles) {
            shares.add(text(file));
        }
        while (shareFiles.isEmpty() && shares.size() < kit.needed()) {
            shares.add(asked(output, "share", shares.size() + 1, "--share-file"));
        }
        return RecoveryParts.read(phrase, shares);
    }

    /// Asks until it is typed without a mistake that shows.
    private static String asked(Output output, String part, int number, String option) {
        Console console = System.console();
        if (console == null) {
            throw new ArchiveException.InvalidInput(option, "missing");
        }
        while (true) {
            String typed = console.readLine("%s ", output.text("ask." + part, number));
            if (typed == null) {
                throw new ArchiveException.InvalidInput(option, "missing");
            }
            try {
                check(part, typed, number);
                return typed;
            } catch (ArchiveException.RecoveryMistyped e) {
                new Failures(output).explain(e);
            }
        }
    }

    private static void check(String part, String typed, int number) {
        if (part.equals("share")) {
            RecoveryParts.share(typed, number).close();
        } else {
            RecoveryParts.read(typed, List.of()).close();
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new ArchiveException.NotReachable();
            }
            return GivenText.all(file.toString());
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }
}
