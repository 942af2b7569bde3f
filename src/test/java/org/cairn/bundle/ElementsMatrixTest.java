package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.bundle.Particulars.Bearer;
import org.cairn.bundle.Particulars.LinkedElement;
import org.cairn.domain.Area;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleMaking.Schedule;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.ElementLink.Bearing;
import org.cairn.domain.PageRanges;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Redaction;
import org.cairn.domain.Testimony;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A place in the elements matrix leads to the page that bears it, and is none where the bundle does not show it.
class ElementsMatrixTest {

    private static final int PARAGRAPHS = 40;

    @TempDir
    private Path folder;

    /// A statement that runs over several pages; each paragraph names itself.
    private static PlannedExhibit statement() {
        PlannedExhibit one = Plans.statement("A/1", 1, "en", "x", 12);
        Testimony brief = Plans.testimony("en", "x", 12);
        Testimony whole = new Testimony(
                brief.witness(),
                brief.title(),
                brief.interviewKind(),
                brief.language(),
                brief.interview(),
                IntStream.rangeClosed(1, PARAGRAPHS)
                        .mapToObj(number -> Paragraph.of("This is what was said as number " + number + ", "
                                + "and then so much more that it runs over a line of the page and into the next one."))
                        .toList(),
                brief.readBack(),
                brief.declarations(),
                brief.signature(),
                brief.interpreterCertificate(),
                List.of(),
                brief.protection(),
                brief.sealed(),
                brief.follows());
        Content.Statement content =
                new Content.Statement(whole, "W-0007", 1, one.content().hash());
        return new PlannedExhibit(one.reference(), one.mark(), one.title(), content, one.custody(), one.fileStem());
    }

    private static PlannedExhibit paper() {
        return Plans.document("A/2", 12, "A list of tests", "p.pdf", "application/pdf", Plans.pdf(6));
    }

    private static PlannedExhibit with(PlannedExhibit exhibit, PageRanges pages, Redaction... redactions) {
        return new PlannedExhibit(
                exhibit.reference(),
                exhibit.mark(),
                exhibit.title(),
                exhibit.content(),
                exhibit.custody(),
                exhibit.fileStem(),
                exhibit.shownAs(),
                pages,
                List.of(redactions),
                Optional.empty());
    }

    private static PlannedExhibit withheld(PlannedExhibit exhibit) {
        return new PlannedExhibit(
                exhibit.reference(),
                exhibit.mark(),
                ExhibitTitles.withheld(Locale.ENGLISH),
                exhibit.content(),
                exhibit.custody(),
                exhibit.fileStem(),
                exhibit.shownAs(),
                PageRanges.ALL,
                List.of(),
                Optional.of("WITNESS_IDENTITY"));
    }

    private static Bearer at(String mark, String place, Bearing bearing) {
        return new Bearer(new Mention(mark, Optional.of(Pinpoint.parse(place))), Optional.of(bearing));
    }

    private static BundlePlan plan(Locale language, Edition edition, List<Bearer> bearers, PlannedExhibit... exhibits) {
        BundlePlan plain = Plans.of(language, exhibits);
        return new BundlePlan(
                plain.draft()
                        .made(new BundleMaking(List.of(Schedule.ELEMENTS), List.of(), false, false, Optional.empty())),
                plain.date(),
                plain.language(),
                plain.version(),
                plain.sections(),
                plain.consents(),
                plain.preflight(),
                edition,
                new Particulars(
                        List.of(new LinkedElement("PAL.PURP", "PALERMO", "3(a)", false, bearers)),
                        List.of(),
                        List.of()));
    }

    private static BundlePlan plan(List<Bearer> bearers, PlannedExhibit... exhibits) {
        return plan(Locale.ENGLISH, Edition.ONLY, bearers, exhibits);
    }

    private ServedBundle write(BundlePlan plan) {
        return write(plan, List.of(plan));
    }

    private ServedBundle write(BundlePlan plan, List<BundlePlan> versions) {
        return new BundleWriter().write(plan, versions, folder, Progress.none(), served -> {});
    }

    private static String text(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }

    /// The matrix is the page after the index.
    private static String matrix(PDDocument document) throws IOException {
        return text(document, matrixPage(document));
    }

    private static int matrixPage(PDDocument document) throws IOException {
        int page = 1;
        while (!text(document, page).contains("(PAL.PURP)")) {
            page++;
        }
        return page;
    }

    /// The pages that a line of the matrix leads to, by what the line says.
    private static List<String> leading(PDDocument document) throws IOException {
        List<String> leading = new ArrayList<>();
        for (var annotation : document.getPage(matrixPage(document) - 1).getAnnotations()) {
            if (annotation instanceof PDAnnotationLink link
                    && link.getDestination() instanceof PDPageDestination destination) {
                leading.add(link.getContents() + " -> " + (destination.retrievePageNumber() + 1));
            }
        }
        return leading;
    }

    private static int pageOf(PDDocument document, String words) throws IOException {
        for (int page = matrixPage(document) + 1; page <= document.getNumberOfPages(); page++) {
            if (text(document, page).contains(words)) {
                return page;
            }
        }
        throw new AssertionError("nowhere: " + words);
    }

    @Test
    void aPlaceLeadsToThePageThatBearsItAndPrintsItsNumber() throws IOException {
        BundlePlan plan = plan(
                List.of(
                        at("A/1", "T-0001 ¶1", Bearing.SUPPORTS),
                        at("A/1", "T-0001 ¶33", Bearing.CONTRADICTS),
                        Bearer.of(Mention.in("A/1")),
                        at("A/2", "E-0012 p. 5", Bearing.CONTEXT)),
                statement(),
                paper());

        ServedBundle served = write(plan);

        int exhibit = served.places().getFirst().page();
        int document = served.places().getLast().page();
        try (PDDocument pdf = Loader.loadPDF(served.pdf().toFile())) {
            int first = pageOf(pdf, "said as number 1,");
            int late = pageOf(pdf, "said as number 33,");
            assertThat(late).isGreaterThan(first + 1);
            assertThat(matrix(pdf))
                    .containsSubsequence(
                            "A/1 ¶1 supports Taken at night " + first,
                            "A/1 ¶33 contradicts Taken at night " + late,
                            "A/1 not said Taken at night " + exhibit,
                            "A/2 p. 5 context A list of tests " + (document + 5));
            assertThat(leading(pdf))
                    .allSatisfy(line -> assertThat(line).matches(".* – (\\d+) -> \\1"))
                    .anyMatch(line -> line.endsWith(" -> " + late))
                    .anyMatch(line -> line.endsWith(" -> " + (document + 5)));
        }
        assertThat(BundleChecker.check(served.pdf(), Optional.of(served.manifest())))
                .noneMatch(result -> result.outcome() == Outcome.BROKEN);
    }

    @Test
    void whatIsLeftOutOrTakenOutIsNoPlaceAndOnlyTheExhibitIsSaid() throws IOException {
        List<Bearer> bearers = List.of(
                at("A/1", "T-0001 ¶1", Bearing.SUPPORTS),
                at("A/1", "T-0001 ¶2", Bearing.SUPPORTS),
                at("A/1", "T-0001 ¶33", Bearing.CONTEXT),
                at("A/2", "E-0012 p. 1", Bearing.SUPPORTS),
                at("A/2", "E-0012 p. 3", Bearing.CONTRADICTS),
                at("A/2", "E-0012 p. 4", Bearing.CONTEXT),
                at("A/2", "E-0012 p. 99", Bearing.CONTEXT));
        ServedBundle whole = write(plan(bearers, statement(), paper()));
        int late;
        int begins = whole.places().getFirst().page();
        try (PDDocument pdf = Loader.loadPDF(whole.pdf().toFile())) {
            late = pageOf(pdf, "said as number 33,") - begins;
        }
        // of the document pages 3 to 6 are there, and of those the second is withheld; a corner of the first is black
        PlannedExhibit less = with(
                paper(),
                PageRanges.parse("3-6"),
                new Redaction(2, Area.WHOLE, "HEALTH"),
                new Redaction(1, new Area(0.1, 0.1, 0.1, 0.02), "HEALTH"));
        PlannedExhibit statement =
                with(statement(), PageRanges.ALL, new Redaction(late, Area.WHOLE, "WITNESS_IDENTITY"));

        ServedBundle served = write(plan(bearers, statement, less));

        try (PDDocument pdf = Loader.loadPDF(served.pdf().toFile())) {
            int document = served.places().getLast().page();
            assertThat(matrix(pdf))
                    .contains(
                            "A/1 ¶1 supports",
                            "A/1 ¶2 supports",
                            "A/1 context Taken at night " + begins,
                            "A/2 supports A list of tests " + document,
                            "A/2 p. 3 contradicts A list of tests " + (document + 1),
                            "A/2 context A list of tests " + document)
                    .doesNotContain("¶33", "p. 1", "p. 4", "p. 99");
        }
    }

    @Test
    void aParagraphOfWhichSomethingIsBlackIsNoPlaceAndThoseBesideItAre() throws IOException {
        List<Bearer> bearers = IntStream.rangeClosed(1, 6)
                .mapToObj(number -> at("A/1", "T-0001 ¶" + number, Bearing.SUPPORTS))
                .toList();
        ServedBundle served = write(plan(
                bearers,
                with(
                        statement(),
                        PageRanges.ALL,
                        // a band over the middle of the first page, where the account has begun
                        new Redaction(1, new Area(0, 0.72, 1, 0.01), "FAMILY")),
                paper()));

        try (PDDocument pdf = Loader.loadPDF(served.pdf().toFile())) {
            String said = matrix(pdf);
            List<Integer> named = IntStream.rangeClosed(1, 6)
                    .filter(number -> said.contains("A/1 ¶" + number + " supports"))
                    .boxed()
                    .toList();
            List<Integer> readable = new ArrayList<>();
            for (int number = 1; number <= 6; number++) {
                if (standsWhole(pdf, number)) {
                    readable.add(number);
                }
            }
            assertThat(named).hasSizeBetween(3, 5).isSubsetOf(readable);
            assertThat(said).contains("A/1 supports Taken at night");
        }
    }

    private static boolean standsWhole(PDDocument pdf, int number) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int page = matrixPage(pdf) + 1; page <= pdf.getNumberOfPages(); page++) {
            all.append(text(pdf, page)).append(' ');
        }
        return all.toString()
                .contains("said as number " + number
                        + ", and then so much more that it runs over a line of the page and into the next one.");
    }

    @Test
    void aPageThatCannotBeDrawnIsNoPlaceForWhatWasBesideTheBar() throws IOException {
        BundlePlan plan = plan(
                List.of(at("A/1", "T-0001 ¶1", Bearing.SUPPORTS)),
                with(statement(), PageRanges.ALL, new Redaction(1, new Area(0, 0.72, 1, 0.01), "FAMILY")));

        Set<Integer> drawn = shown(plan, DrawingLimits.DEFAULT);
        Set<Integer> notDrawn = shown(plan, new DrawingLimits(Duration.ofNanos(1), 512, 1));

        assertThat(drawn).contains(1, PARAGRAPHS);
        // what stood on the first page is gone with it, and what begins on a later one is there as before
        assertThat(notDrawn).doesNotContain(1, 2, 3).contains(PARAGRAPHS);
        assertThat(drawn).containsAll(notDrawn);
    }

    /// The paragraphs of the first exhibit that have a place to lead to.
    private static Set<Integer> shown(BundlePlan plan, DrawingLimits limits) throws IOException {
        Words words = new Words(Locale.ENGLISH);
        try (DrawingProcesses drawing = new DrawingProcesses(limits);
                Assembly assembly = new Assembly(
                        plan,
                        List.of(plan),
                        words,
                        FolderNames.of(plan, words),
                        drawing,
                        new PageCounts(),
                        Progress.none())) {
            Map<String, Integer> numbers = assembly.assemble().numbers();
            return IntStream.rangeClosed(1, PARAGRAPHS)
                    .filter(number -> numbers.containsKey(Keys.shown("A/1", number)))
                    .boxed()
                    .collect(Collectors.toSet());
        }
    }

    private static BundlePlan version(BundleVersion kind, BundleVersion other, PlannedExhibit statement) {
        return plan(
                Locale.ENGLISH,
                new Edition(Optional.of(kind), List.of(other), 1, Optional.empty()),
                everyParagraph(),
                statement,
                paper());
    }

    private static List<Bearer> everyParagraph() {
        return IntStream.rangeClosed(1, PARAGRAPHS)
                .mapToObj(number -> at("A/1", "T-0001 ¶" + number, Bearing.SUPPORTS))
                .toList();
    }

    @Test
    void versionsHaveARowForEachLinkWhateverIsShownOfIt() throws IOException {
        BundlePlan whole = version(BundleVersion.CONFIDENTIAL, BundleVersion.PUBLIC, statement());
        int pages = write(whole).places().getFirst().pages() - 1;
        BundlePlan open = version(
                BundleVersion.PUBLIC,
                BundleVersion.CONFIDENTIAL,
                with(
                        statement(),
                        PageRanges.ALL,
                        IntStream.rangeClosed(1, pages)
                                .mapToObj(page -> new Redaction(page, Area.WHOLE, "WITNESS_IDENTITY"))
                                .toArray(Redaction[]::new)));

        // each by itself: a version that is written with others is made as long as the longest of them
        List<List<Integer>> rows = new ArrayList<>();
        for (BundlePlan one : List.of(whole, open)) {
            ServedBundle served = write(one);
            rows.add(rows(served));
            try (PDDocument pdf = Loader.loadPDF(served.pdf().toFile())) {
                assertThat(matrix(pdf)).contains(one == whole ? "A/1 ¶7 supports" : "A/1 supports");
            }
        }

        assertThat(rows.getFirst()).hasSizeGreaterThan(1);
        assertThat(rows.getFirst().stream().mapToInt(Integer::intValue).sum()).isEqualTo(PARAGRAPHS);
        assertThat(rows.getLast()).isEqualTo(rows.getFirst());
    }

    /// How many rows lead on from each page of the matrix.
    private static List<Integer> rows(ServedBundle served) throws IOException {
        List<Integer> rows = new ArrayList<>();
        try (PDDocument pdf = Loader.loadPDF(served.pdf().toFile())) {
            for (int page = matrixPage(pdf); page < served.places().getFirst().page(); page++) {
                rows.add(text(pdf, page).split(" supports ", -1).length - 1);
            }
        }
        return rows;
    }

    @Test
    void versionsKeepTheirNumbersAlsoWhereOneHasNoRowsForWhatIsWithheld() throws IOException {
        List<BundleVersion> both = List.of(BundleVersion.CONFIDENTIAL, BundleVersion.PUBLIC);
        BundlePlan whole = version(both.getFirst(), both.getLast(), statement());
        BundlePlan open = plan(
                Locale.ENGLISH,
                new Edition(Optional.of(both.getLast()), both.subList(0, 1), 1, Optional.empty()),
                List.of(at("A/2", "E-0012 p. 2", Bearing.CONTEXT)),
                withheld(statement()),
                paper());

        ServedBundle first = write(whole, List.of(whole, open));
        ServedBundle last = write(open, List.of(whole, open));

        assertThat(last.pages()).isEqualTo(first.pages());
        assertThat(last.places().getLast().page())
                .isEqualTo(first.places().getLast().page());
        try (PDDocument pdf = Loader.loadPDF(last.pdf().toFile())) {
            assertThat(matrix(pdf))
                    .contains("A/2 p. 2 context", "Not in this version", "A/1 Withheld")
                    .doesNotContain("¶", "Taken at night");
        }
    }

    @Test
    void theSamePlanGivesTheSameBytesInEveryLanguage() throws IOException {
        for (Locale language : List.of(Locale.ENGLISH, Locale.of("ar"), Locale.of("zh"))) {
            BundlePlan plan = plan(
                    language,
                    Edition.ONLY,
                    List.of(at("A/1", "T-0001 ¶33", Bearing.CONTRADICTS), at("A/2", "E-0012 p. 5", Bearing.CONTEXT)),
                    statement(),
                    paper());
            byte[] first = Files.readAllBytes(write(plan).pdf());
            byte[] again = Files.readAllBytes(write(plan).pdf());
            assertThat(again).isEqualTo(first);
        }
    }
}
