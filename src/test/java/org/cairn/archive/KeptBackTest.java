package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What an exhibit may say of people when it leaves, and what it keeps to itself.
class KeptBackTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void makeAnArchive() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void callsAnExhibitThatNobodyNamedByItsKindAndReferenceAndNeverByItsFile() throws Exception {
        Reference paper = taken("Passport Plantedname.txt", "issued in spring");
        BundleDraft draft = open.archive
                .bundles()
                .fromQuery(SearchRequest.of("spring"), Optional.empty(), "Papers", new LanguageTag("en"))
                .draft();
        assertThat(written(draft)).contains("Document " + paper).doesNotContain("Plantedname");
    }

    @Test
    void callsItSoInTheLanguageOfTheBundle() throws Exception {
        Reference paper = taken("Passport Plantedname.txt", "issued in spring");
        BundleDraft draft = open.archive
                .bundles()
                .fromQuery(SearchRequest.of("spring"), Optional.empty(), "Papiers", new LanguageTag("es"))
                .draft();
        assertThat(written(draft)).contains("Documento " + paper).doesNotContain("Plantedname");
    }

    @Test
    void callsWhatWasAttachedToAMessageLikewise() throws Exception {
        Reference message = taken("mail.eml", """
                From: a@example.org
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="x"

                --x
                Content-Type: text/plain; name="Plantedname.txt"
                Content-Disposition: attachment; filename="Plantedname.txt"

                A list of beds.
                --x--
                """);
        Reference inside = open.archive.evidence().children(message).getFirst().reference();
        assertThat(written(BundlesTest.draft(message)))
                .contains("Document " + inside)
                .doesNotContain("Plantedname");
        assertThat(untitled(BundlesTest.draft(message))).containsExactly(message.toString(), inside.toString());
    }

    @Test
    void saysBeforehandWhichExhibitsNobodyNamed() throws Exception {
        Reference paper = taken("Passport Plantedname.txt", "issued in spring");
        BundleDraft plain = BundlesTest.draft(paper);
        assertThat(untitled(plain)).containsExactly(paper.toString());
        assertThat(untitled(plain.withSections(List.of(
                        new BundleDraft.Section("Evidence", List.of(new BundleDraft.Exhibit(paper, "A passport")))))))
                .isEmpty();
    }

    @Test
    void neverSaysInWordsWhereAnExhibitCameFromOrWhoTookIt() throws Exception {
        Reference paper = taken("beds.txt", "A list of beds.", "Plantedname, 4 Plantedstreet");
        open.archive
                .evidence()
                .export(paper, temp.resolve("earlier"), new Handover("SHARE_UN", Optional.of("Plantedoffice"), false));
        assertThat(written(BundlesTest.draft(paper)))
                .contains("source withheld")
                .doesNotContain("Plantedname", "Plantedstreet", "plantedtaker", "Plantedoffice");
    }

    @Test
    void tellsWhoeverIsGivenAnOriginalOfNobodyElseWhoWas() throws Exception {
        Reference paper = taken("beds.txt", "A list of beds.", "the registry");
        open.archive
                .evidence()
                .export(paper, temp.resolve("earlier"), new Handover("SHARE_UN", Optional.of("Plantedoffice"), false));
        open.archive
                .evidence()
                .export(paper, temp.resolve("later"), new Handover("SHARE_UN", Optional.of("The mission"), false));
        assertThat(temp.resolve("later").resolve(paper + "_custody.json"))
                .content()
                .contains("The mission")
                .doesNotContain("Plantedoffice");
    }

    @Test
    void saysFromWhichPseudonymAnExhibitCame() throws Exception {
        Reference witness = open.witness();
        Reference paper = taken("beds.txt", "A list of beds.", witness.toString());
        assertThat(written(BundlesTest.draft(paper))).contains("source: " + witness);
    }

    private Reference taken(String name, String text, String source) throws Exception {
        IntakeTerms terms = new IntakeTerms(
                source,
                "HANDED_OVER",
                "plantedtaker",
                Optional.empty(),
                Protection.RESTRICTED,
                Optional.empty(),
                Set.of(),
                false);
        return open.archive
                .evidence()
                .take(List.of(OpenArchive.file(temp, name, text)), terms, Progress.none())
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    private List<String> untitled(BundleDraft draft) {
        return open.archive.bundles().preflight(draft, Choices.NONE).results().stream()
                .filter(result -> result.code().equals("preflight.fileNameAsTitle"))
                .filter(result -> result.outcome() == Outcome.NEEDS_PERSON)
                .map(RuleResult::arguments)
                .flatMap(List::stream)
                .toList();
    }

    private Reference taken(String name, String text) throws Exception {
        return taken(name, text, "the registry");
    }

    /// Everything that a reader of the bundle sees or is shown beside it: words, bookmarks, file names, extracts.
    private String written(BundleDraft draft) throws Exception {
        Path out = temp.resolve("out");
        open.archive.bundles().write(draft, Choices.NONE, out, Progress.none());
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(out.relativize(file)).append('\n');
                all.append(file.toString().contains("originals") ? "" : text(file));
            }
        }
        return all.toString();
    }

    private static String text(Path file) throws Exception {
        if (!file.toString().endsWith(".pdf")) {
            return Files.readString(file);
        }
        try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
            StringBuilder text = new StringBuilder(new PDFTextStripper().getText(pdf));
            bookmarks(pdf.getDocumentCatalog().getDocumentOutline(), text);
            return text.toString();
        }
    }

    private static void bookmarks(PDOutlineNode node, StringBuilder text) {
        for (PDOutlineItem item : node.children()) {
            text.append(item.getTitle()).append('\n');
            bookmarks(item, text);
        }
    }
}
