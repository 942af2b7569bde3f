package org.cairn.ui.bundles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cairn.archive.BundleKey;
import org.cairn.archive.Choices;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.ui.bundles.WritingViewModel.Order;
import org.cairn.ui.bundles.WritingViewModel.Outcome;
import org.cairn.ui.bundles.WritingViewModel.WrittenVersion;
import org.cairn.ui.common.Desk;
import org.cairn.ui.documents.BundleInHand;

/// A bundle that was written and is outside of the archive.
final class AServedBundle {

    private AServedBundle() {}

    static BundleDraft draft(Reference statement) {
        return BundleInHand.blank("For the tribunal", "Statements", new LanguageTag("en"))
                .withSections(List.of(
                        new BundleDraft.Section("Statements", List.of(new BundleDraft.Exhibit(statement, "")))));
    }

    /// @param desk one on which work is done at once
    static WrittenVersion unsigned(Desk desk, Reference statement, Path folder) {
        return written(desk, statement, Optional.empty(), folder);
    }

    /// Signed with the archive's own key.
    static WrittenVersion signed(Desk desk, Reference statement, Path folder) {
        return written(desk, statement, Optional.of(new BundleKey.OfArchive()), folder);
    }

    private static WrittenVersion written(Desk desk, Reference statement, Optional<BundleKey> key, Path folder) {
        try (WritingViewModel writing = new WritingViewModel(desk)) {
            writing.write(new Order(draft(statement), Set.of(), Choices.NONE, key, folder));
            Outcome outcome = Objects.requireNonNull(writing.outcomeProperty().get());
            return ((Outcome.Written) outcome).versions().getFirst();
        }
    }

    /// A program that opens folders: it notes which.
    static Path opener(Path folder, Path note) {
        return script(folder.resolve("opener.sh"), "printf '%s' \"$1\" > '" + note + "'");
    }

    /// One that cannot.
    static Path failing(Path folder) {
        return script(folder.resolve("failing.sh"), "exit 3");
    }

    private static Path script(Path file, String line) {
        try {
            Files.writeString(file, "#!/bin/sh\n" + line + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!file.toFile().setExecutable(true)) {
            throw new AssertionError("not executable");
        }
        return file;
    }
}
