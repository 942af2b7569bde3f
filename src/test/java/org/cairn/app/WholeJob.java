package org.cairn.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.archive.Choices;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.progress.Progress;
import org.cairn.ui.common.PdfPages;

/// A program of its own that takes files in, looks at their pages, finds words on them and writes a bundle of them.
final class WholeJob {

    private WholeJob() {}

    /// @param arguments where to work, and the folder of the files to take in
    public static void main(String[] arguments) throws IOException {
        Path place = Path.of(arguments[0]);
        try (OpenArchive open = new OpenArchive(place);
                Stream<Path> files = Files.list(Path.of(arguments[1]))) {
            List<Reference> taken = open.take(files.sorted().toArray(Path[]::new)).files().stream()
                    .flatMap(file -> file.reference().stream())
                    .toList();
            for (Reference reference : taken) {
                look(open, reference);
            }
            open.archive
                    .bundles()
                    .write(bundle(taken), new Choices(Set.of()), place.resolve("bundle"), Progress.none());
        }
        System.out.println("done");
        Runtime.getRuntime().halt(0);
    }

    private static void look(OpenArchive open, Reference reference) {
        boolean pages = open.archive.evidence().reading(reference).orElseThrow().mediaType().equals("application/pdf");
        if (pages) {
            try (PdfPages drawn = PdfPages.of(open.archive.evidence().bytes(reference))) {
                drawn.picture(1, 500);
                drawn.boxes(1, "planted");
            }
        }
    }

    private static BundleDraft bundle(List<Reference> references) {
        List<BundleDraft.Exhibit> exhibits = references.stream()
                .map(reference -> new BundleDraft.Exhibit(reference, ""))
                .toList();
        return new BundleDraft(
                "The whole job",
                "",
                "",
                "peoples-tribunal",
                Protection.RESTRICTED,
                new LanguageTag("en"),
                "SUBMIT_TRIBUNAL",
                Optional.empty(),
                1,
                "",
                List.of(new BundleDraft.Section("Papers", exhibits)),
                List.of());
    }
}
