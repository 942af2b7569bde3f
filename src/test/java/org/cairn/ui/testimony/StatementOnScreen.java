package org.cairn.ui.testimony;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.Environment;
import org.cairn.crypto.Argon2Cost;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Witness;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.Words;

/// A real archive with one witness, whose statement is being taken.
final class StatementOnScreen implements AutoCloseable {

    final Path folder;
    final Archive archive;
    final Environment environment;
    final Reference witness;
    final DirectTasks tasks = new DirectTasks();
    final Desk desk;

    StatementOnScreen() throws Exception {
        folder = Files.createTempDirectory("statement");
        environment = new Environment(Clock.systemUTC(), new SecureRandom(), new Argon2Cost(64, 1, 1));
        archive = Archives.create(
                folder.resolve("a.cairn"), "A", "amina", "lantern orchard gravel meadow".toCharArray(), environment);
        witness = archive.witnesses()
                .keep(
                        new Witness("bystander", new LanguageTag("en"), Protection.CONFIDENTIAL, false, ""),
                        Optional.empty())
                .reference();
        desk = new Desk(
                archive,
                tasks,
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                new Preferences(),
                environment,
                place -> {});
    }

    /// A statement in English of which nothing is written yet.
    StatementDraft draft() {
        StatementDraft draft = new StatementDraft(witness);
        draft.language.set(new LanguageTag("en"));
        return draft;
    }

    @Override
    public void close() throws Exception {
        archive.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
