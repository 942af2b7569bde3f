package org.cairn.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.archive.Choices;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.search.SearchRequest;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;
import org.cairn.ui.common.ErrorMessages;
import org.cairn.ui.pages.PdfPages;
import org.cairn.ui.pages.Pictures;

/// A program of its own that records a statement, takes files in, looks at their pages, finds words on them, writes a
/// bundle of it all and notes a fault.
final class WholeJob {

    static final String NAME = "Gulnara Plantedname";
    static final String STATEMENT = "plantedwordinstatement";
    static final String DRAFT = "plantedwordindraft";
    static final String ON_A_PAGE = "plantedwordonapage";

    private WholeJob() {}

    /// @param arguments where to work, and the folder of the files to take in
    public static void main(String[] arguments) throws IOException {
        Path place = Path.of(arguments[0]);
        QuietLog.begin(Folders.state());
        try (OpenArchive open = new OpenArchive(place);
                Stream<Path> files = Files.list(Path.of(arguments[1]))) {
            List<Reference> taken = open.take(files.sorted().toArray(Path[]::new)).files().stream()
                    .flatMap(file -> file.reference().stream())
                    .toList();
            try (DrawingProcesses drawing = new DrawingProcesses(DrawingLimits.DEFAULT)) {
                taken.forEach(reference -> look(open, drawing, reference));
            }
            open.archive.drafts().save("draft", DRAFT);
            open.witnessCalled(NAME);
            List<Reference> exhibits = new ArrayList<>(taken);
            exhibits.add(open.sealedStatement("I say " + STATEMENT + "."));
            open.archive.searches().search(SearchRequest.of(STATEMENT));
            open.archive.bundles().write(bundle(exhibits), Choices.NONE, place.resolve("bundle"), Progress.none());
            ErrorMessages.note(new IllegalStateException(NAME));
        }
        System.out.println("done");
        Runtime.getRuntime().halt(0);
    }

    private static void look(OpenArchive open, DrawingProcesses drawing, Reference reference) {
        String type = open.archive.evidence().reading(reference).orElseThrow().mediaType();
        if (type.equals("application/pdf")) {
            try (PdfPages pages = PdfPages.of(drawing, open.archive.evidence().bytes(reference))) {
                pages.picture(1, 500);
                pages.boxes(1, ON_A_PAGE);
                pages.text(1);
            }
        } else if (Pictures.shows(type)) {
            try (Pictures pictures =
                    Pictures.of(drawing, open.archive.evidence().bytes(reference))) {
                pictures.draw(1);
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
