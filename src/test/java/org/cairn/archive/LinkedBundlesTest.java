package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.Area;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleDraft.Exhibit;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleMaking.Schedule;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.ElementLink;
import org.cairn.domain.ElementLink.Bearing;
import org.cairn.domain.ElementLink.Standing;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FormRecord;
import org.cairn.domain.PageRanges;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Redaction;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Role;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What links say is in the elements matrix of a bundle at the places that the bundle shows, and never why.
class LinkedBundlesTest {

    private static final String WHY = "the broker’s cousin told us";

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference statement;
    private Reference paper;

    @BeforeEach
    void keepAStatementAndAPaper() throws IOException {
        open = new OpenArchive(temp);
        statement = open.sealedStatement("They took blood.", "Nobody asked me.", "I signed nothing.");
        paper = open.take(paper(5)).files().getFirst().reference().orElseThrow();
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    private Path paper(int pages) throws IOException {
        Path file = temp.resolve("paper.pdf");
        try (PDDocument document = new PDDocument()) {
            for (int number = 1; number <= pages; number++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText("Sheet number " + number);
                    content.endText();
                }
            }
            document.save(file.toFile());
        }
        return file;
    }

    private ElementLink link(String place, Bearing bearing) {
        Optional<Pinpoint> exact = Pinpoint.tryParse(place);
        Reference subject = exact.map(Pinpoint::reference).orElseGet(() -> Reference.parse(place));
        return new ElementLink(subject, exact, "PAL.PURP", bearing).because(WHY);
    }

    private void linked(String place, Bearing bearing) {
        open.archive.elementLinks().add(link(place, bearing));
    }

    private static BundleDraft draft(Exhibit... exhibits) {
        return BundlesTest.draft()
                .withSections(List.of(new BundleDraft.Section("Evidence", Arrays.asList(exhibits))))
                .made(new BundleMaking(List.of(Schedule.ELEMENTS), List.of(), false, false, Optional.empty()));
    }

    private ServedBundle write(BundleDraft draft) {
        return writeAll(draft).getFirst();
    }

    private List<ServedBundle> writeAll(BundleDraft draft) {
        return open.archive
                .bundles()
                .write(
                        draft,
                        Optional.empty(),
                        Set.of(),
                        Choices.NONE,
                        Optional.empty(),
                        temp.resolve("out"),
                        Progress.none());
    }

    private void tagged(Reference item, String tag) {
        Revision now = open.archive.records().open(item);
        EvidenceDescription before = EvidenceDescription.of((EvidenceItem) now.record());
        open.archive
                .evidence()
                .describe(
                        item,
                        new EvidenceDescription(
                                before.title(),
                                before.type(),
                                before.date(),
                                before.language(),
                                before.author(),
                                before.recipient(),
                                before.copyStatus(),
                                before.protection(),
                                Set.of(tag),
                                before.graphic()),
                        now.number());
    }

    /// What stands under the element of a bundle that has one.
    private static String matrix(ServedBundle served) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(served.pdf().toFile())) {
            return text(pdf, 3, 3);
        }
    }

    private List<String> found(BundleDraft draft) {
        return open.archive.bundles().preflight(draft, Choices.NONE).results().stream()
                .map(result -> result.code() + result.arguments())
                .toList();
    }

    private static String text(PDDocument document, int first, int last) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(first);
        stripper.setEndPage(last);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }

    @Test
    void aStatementsParagraphADocumentsPageAndAMedicalRecordStandUnderTheElement() throws IOException {
        Reference witness =
                open.archive.records().open(statement).record().concerns().orElseThrow();
        Reference scar = open.archive
                .records()
                .keep(new FormRecord(
                        RecordKind.MEDICAL,
                        "Examination",
                        "medical/1",
                        Protection.RESTRICTED,
                        Optional.empty(),
                        Optional.of(witness),
                        Map.of("note", "A long scar")))
                .reference();
        linked("T-1 ¶2", Bearing.SUPPORTS);
        linked("E-1 p. 4", Bearing.CONTRADICTS);
        linked(scar.toString(), Bearing.CONTEXT);
        BundleDraft draft = draft(new Exhibit(statement, ""), new Exhibit(paper, ""), new Exhibit(scar, ""));

        ServedBundle served = write(draft);

        assertThat(Bundles.check(served.pdf(), Optional.of(served.manifest())))
                .noneMatch(result -> result.outcome() == Outcome.BROKEN);
        try (PDDocument pdf = Loader.loadPDF(served.pdf().toFile())) {
            int page = served.places().get(1).page() + 4;
            assertThat(text(pdf, page, page)).contains("Sheet number 4");
            assertThat(text(pdf, 3, 3))
                    .contains("A/1 ¶2 supports What was promised", "A/2 p. 4 contradicts", "A/3 context Examination");
            assertThat(pdf.getPage(2).getAnnotations().stream()
                            .filter(PDAnnotationLink.class::isInstance)
                            .map(PDAnnotationLink.class::cast)
                            .map(link -> link.getContents() + " -> " + destination(link)))
                    .anyMatch(said -> said.startsWith("Document " + paper) && said.endsWith(" -> " + page));
            assertThat(text(pdf, 1, pdf.getNumberOfPages())).doesNotContain("cousin");
        }
        assertThat(found(draft)).contains("preflight.linksDraft[3]");
    }

    private static int destination(PDAnnotationLink link) {
        try {
            return ((PDPageDestination) link.getDestination()).retrievePageNumber() + 1;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aPageThatIsLeftOutOrWithheldIsNoPlace() throws IOException {
        linked("E-1 p. 1", Bearing.SUPPORTS);
        linked("E-1 p. 3", Bearing.CONTRADICTS);
        linked("E-1 p. 4", Bearing.CONTEXT);
        Exhibit some = new Exhibit(
                paper,
                "",
                Optional.of(PageRanges.parse("3-5")),
                Optional.empty(),
                Optional.of(new BundleDraft.Redacted(
                        Optional.empty(),
                        List.of(new BundleDraft.Redacted.Part(
                                BundleVersion.CONFIDENTIAL, new Redaction(2, Area.WHOLE, "HEALTH"))))));

        ServedBundle served = write(draft(some));

        try (PDDocument pdf = Loader.loadPDF(served.pdf().toFile())) {
            assertThat(text(pdf, 3, 3))
                    .contains("A/1 supports", "A/1 p. 3 contradicts", "A/1 context")
                    .doesNotContain("p. 1", "p. 4");
        }
    }

    @Test
    void thatSomebodyReadTheLinksIsInTheLedgerAndDoesNotLeave() throws IOException {
        EvidenceItem before = Evidence.item(open.archive.records().open(paper));
        open.archive.evidence().describe(paper, Redescribed.kept(before, Protection.CONFIDENTIAL), 1);
        linked("E-1 p. 4", Bearing.CONTRADICTS);
        open.archive.elementLinks().of(paper);
        open.archive.records().open(paper);

        write(draft(new Exhibit(paper, "")));

        try (Stream<Path> files = Files.walk(temp.resolve("out"))) {
            List<Path> custody =
                    files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(custody).isNotEmpty();
            for (Path file : custody) {
                assertThat(Files.readString(file)).contains("VIEWED").doesNotContain("links");
            }
        }
        assertThat(open.archive.custody().events(Optional.of(paper), 0, 100))
                .anyMatch(event -> "links".equals(event.details().get("what")));
    }

    @Test
    void whatIsDisputedOrKeptMoreCloselyIsCountedAndNotShown() throws IOException {
        Reference disputed = open.archive
                .elementLinks()
                .add(link("T-1 ¶1", Bearing.CONTRADICTS))
                .reference();
        open.archive.elementLinks().stand(disputed, Standing.DISPUTED);
        open.archive.elementLinks().add(link("T-1 ¶3", Bearing.CONTEXT).kept(Protection.SEALED));
        Reference held = open.archive
                .elementLinks()
                .add(link("T-1 ¶2", Bearing.SUPPORTS))
                .reference();
        open.reopenAs("layla", Set.of(Role.OWNER));
        open.archive.elementLinks().stand(held, Standing.REVIEWED);
        Reference gone = open.archive
                .elementLinks()
                .add(link("T-1", Bearing.CONTRADICTS))
                .reference();
        open.archive.elementLinks().withdraw(gone, "no");
        BundleDraft draft = draft(new Exhibit(statement, ""));

        try (PDDocument pdf = Loader.loadPDF(write(draft).pdf().toFile())) {
            assertThat(text(pdf, 3, 3))
                    .contains("A/1 ¶2 supports")
                    .doesNotContain("contradicts", "¶1", "¶3", "context");
        }
        assertThat(found(draft))
                .contains("preflight.linksDisputed[1]", "preflight.linksKept[1]")
                .noneMatch(code -> code.startsWith("preflight.linksDraft"));
    }

    @Test
    void aTagStillSaysWhatNoLinkThatLeavesSays() throws IOException {
        tagged(paper, "element:PAL.PURP");
        BundleDraft draft = draft(new Exhibit(paper, ""));
        assertThat(matrix(write(draft))).contains("A/1 not said");

        open.archive.elementLinks().add(link("E-1", Bearing.SUPPORTS).kept(Protection.SEALED));
        Reference disputed = open.archive
                .elementLinks()
                .add(link("E-1 p. 2", Bearing.CONTRADICTS))
                .reference();
        open.archive.elementLinks().stand(disputed, Standing.DISPUTED);
        assertThat(matrix(write(draft))).contains("A/1 not said").doesNotContain("supports", "contradicts");
        assertThat(found(draft)).contains("preflight.linksDisputed[1]", "preflight.linksKept[1]");

        linked("E-1 p. 3", Bearing.CONTEXT);
        assertThat(matrix(write(draft))).contains("A/1 p. 3 context").doesNotContain("not said");
    }

    @Test
    void linksAtTwoPlacesAreTwoRowsInEachVersionWhateverIsShownOfThem() throws IOException {
        linked("E-1 p. 4", Bearing.SUPPORTS);
        linked("E-1 p. 5", Bearing.SUPPORTS);
        linked("E-1 p. 5", Bearing.SUPPORTS);
        Exhibit some = new Exhibit(
                paper,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BundleDraft.Redacted(
                        Optional.empty(),
                        Stream.of(4, 5)
                                .map(page -> new BundleDraft.Redacted.Part(
                                        BundleVersion.PUBLIC, new Redaction(page, Area.WHOLE, "HEALTH")))
                                .toList())));
        List<ServedBundle> served = writeAll(draft(some)
                .made(new BundleMaking(
                        List.of(Schedule.ELEMENTS),
                        List.of(version(BundleVersion.CONFIDENTIAL), version(BundleVersion.PUBLIC)),
                        false,
                        false,
                        Optional.empty())));

        assertThat(matrix(served.getFirst()))
                .contains("A/1 p. 4 supports", "A/1 p. 5 supports")
                .containsOnlyOnce("p. 5");
        assertThat(matrix(served.getLast()))
                .containsPattern("A/1 supports .* A/1 supports")
                .doesNotContain("p. 4");
        for (ServedBundle one : served) {
            assertThat(matrix(one).split(" supports ", -1)).hasSize(3);
        }
    }

    private static BundleMaking.Version version(BundleVersion kind) {
        return new BundleMaking.Version(
                kind, Optional.of(Protection.CONFIDENTIAL), "SUBMIT_TRIBUNAL", Optional.empty());
    }
}
