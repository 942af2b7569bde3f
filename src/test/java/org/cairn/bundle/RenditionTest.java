package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.bundle.insert.Memory;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What another program lays out is shown as pages where it can be, as what was read of it where it cannot, and the
/// bundle says which.
class RenditionTest {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    @TempDir
    private Path folder;

    private ServedBundle write(Rendition rendition) {
        PlannedExhibit plain = Plans.document("A/1", 4, "A letter", "letter.docx", WORD, Plans.bytes("not read here"));
        Content.Document document = (Content.Document) plain.content();
        PlannedExhibit laid = new PlannedExhibit(
                plain.reference(),
                plain.mark(),
                plain.title(),
                new Content.Document(
                        document.item(),
                        document.reading(),
                        document.passages(),
                        document.bytes(),
                        Optional.of(rendition)),
                plain.custody(),
                plain.fileStem());
        return new BundleWriter().write(Plans.of(Locale.ENGLISH, laid), folder, Progress.none(), served -> {});
    }

    private static String text(ServedBundle served) throws IOException {
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void showsThePagesThatWereMade() throws IOException {
        byte[] pages = Plans.pdf(3);

        ServedBundle served =
                write(progress -> new Rendition.Made(new Memory(pages), "application/pdf", "LibreOffice 7.4"));

        assertThat(served.places().getFirst().pages()).isEqualTo(4);
        assertThat(served.results())
                .filteredOn(result -> result.code().equals("rule.SLIP.laidOut"))
                .singleElement()
                .matches(result -> result.outcome() == Outcome.MENDED)
                .matches(result -> result.arguments().contains("LibreOffice 7.4"));
        assertThat(text(served)).contains("laid out as pages by LibreOffice 7.4");
        assertThat(folder.resolve(served.pdf().getFileName().toString().replace(".pdf", ""))
                        .resolve("data/originals"))
                .isNotEmptyDirectory();
    }

    @Test
    void saysOnTheSeparatorWhatIsNotOnThePages() throws IOException {
        ServedBundle served =
                write(progress -> new Rendition.Made(new Memory(Plans.pdf(1)), "application/pdf", "LibreOffice 7.4")
                        .saying(List.of(
                                new Rendition.Said(Outcome.MENDED, "fitted", 0),
                                new Rendition.Said(Outcome.NEEDS_PERSON, "hiddenSheets", 3))));

        assertThat(served.results())
                .filteredOn(result -> result.code().equals("rule.SLIP.hiddenSheets"))
                .singleElement()
                .matches(result -> result.outcome() == Outcome.NEEDS_PERSON)
                .matches(result -> result.arguments().equals(List.of("A/1", "3")));
        assertThat(text(served).replaceAll("\\s+", " "))
                .contains("are fitted to the pages", "the file hides 3 of its sheets");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notInstalled", "locked", "crashed"})
    void showsWhatWasReadWhereNoneWereMadeAndSaysWhy(String reason) throws IOException {
        ServedBundle served = write(progress -> {
            throw new Rendition.NotMade(reason);
        });

        assertThat(served.results())
                .filteredOn(result -> result.code().equals("rule.SLIP.notLaidOut"))
                .singleElement()
                .matches(result -> result.outcome() == Outcome.NEEDS_PERSON);
        assertThat(text(served)).contains("could not be laid out as pages").doesNotContain(reason + ".");
    }

    @Test
    void showsWhatWasReadWhereThePagesThatWereMadeAreBroken() {
        ServedBundle served = write(progress ->
                new Rendition.Made(new Memory(Plans.bytes("no pages at all")), "application/pdf", "LibreOffice 7.4"));

        assertThat(served.results())
                .extracting(result -> result.code())
                .contains("rule.SLIP.notLaidOut")
                .doesNotContain("rule.SLIP.laidOut");
    }
}
