package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.search.HitFormat;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that a search found leaves with its places, and nothing of what a witness has not allowed.
class HitReportsTest {

    private static final Progress QUIETLY = Progress.none();

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void begin() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    private Reference take(String name, String text, Protection protection) throws IOException {
        return open.archive
                .evidence()
                .take(List.of(OpenArchive.file(temp, name, text)), OpenArchive.terms(protection), QUIETLY)
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
    }

    private HitReport write(String query, HitFormat... formats) {
        return write(query, Handover.TO_A_TRIBUNAL, Locale.ENGLISH, formats);
    }

    private HitReport write(String query, Handover handover, Locale language, HitFormat... formats) {
        return open.archive
                .hitReports()
                .write(
                        SearchRequest.of(query),
                        EnumSet.copyOf(List.of(formats)),
                        temp.resolve("out"),
                        handover,
                        language,
                        QUIETLY);
    }

    private static String csv(HitReport report) throws IOException {
        return Files.readString(report.files().get(HitFormat.CSV));
    }

    private List<String> lines(HitReport report) throws IOException {
        return csv(report)
                .lines()
                .skip(1)
                .takeWhile(line -> !line.startsWith(",,"))
                .toList();
    }

    @Test
    void listsEveryItemAndNotJustTheFirstOnes() throws IOException {
        for (int i = 0; i < 45; i++) {
            take("paper" + i + ".txt", "A kidney was paid for, number " + i + ".\n", Protection.PUBLIC);
        }
        HitReport report = write("kidney", HitFormat.CSV);
        assertThat(report.tail().items()).isEqualTo(45);
        assertThat(lines(report)).hasSize(45);
    }

    @Test
    void listsEveryPlaceOfAStatementInItsOrder() throws IOException {
        String[] paragraphs = IntStream.rangeClosed(1, 230)
                .mapToObj(i -> i % 2 == 0 ? "Then the kidney was weighed." : "Nothing was said.")
                .toArray(String[]::new);
        Reference statement = open.sealedStatement(paragraphs);
        HitReport report = write("kidney", HitFormat.CSV);
        assertThat(report.tail().items()).isEqualTo(1);
        assertThat(report.tail().places()).isEqualTo(115);
        assertThat(lines(report))
                .extracting(line -> line.split(",")[2])
                .isEqualTo(IntStream.rangeClosed(1, 115)
                        .mapToObj(i -> statement + " ¶" + 2 * i)
                        .toList());
    }

    @Test
    void saysWhatWasAskedWhenByWhomAndWhatCouldNotBeSeen() throws IOException {
        take("one.txt", "A kidney.\n", Protection.PUBLIC);
        take("closed.txt", "The kidney that nobody sees.\n", Protection.SEALED);
        open.reopenAs("ben", Set.of(Role.ANALYST));
        HitReport report = write("kidney", HitFormat.CSV, HitFormat.DOCX, HitFormat.PDF);
        assertThat(report.tail().items()).isEqualTo(1);
        String pdf = pdf(report);
        String word = word(report);
        for (String paper : List.of(csv(report), pdf, word)) {
            assertThat(paper)
                    .contains("kidney")
                    .contains("ben")
                    .contains("4 March 2026")
                    .contains("Records closed to whoever made this report")
                    .doesNotContain("nobody sees");
        }
        assertThat(csv(report)).contains("Records closed to whoever made this report,1,");
    }

    @Test
    void keepsBackWhatAWitnessHasNotAllowedAndCountsIt() throws IOException {
        Reference allowing = open.witness();
        open.decided(allowing, "STORE", ConsentDecision.GRANTED);
        open.decided(allowing, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);
        Reference refusing = open.witness();
        open.decided(refusing, "STORE", ConsentDecision.GRANTED);
        Reference given = open.takeOf(allowing, OpenArchive.file(temp, "given.txt", "A kidney, given.\n"));
        Reference kept = open.takeOf(refusing, OpenArchive.file(temp, "kept.txt", "A kidney, kept quiet.\n"));
        HitReport report = write("kidney", HitFormat.CSV, HitFormat.DOCX, HitFormat.PDF);
        assertThat(report.tail().items()).isEqualTo(1);
        assertThat(report.tail().keptBack()).isEqualTo(1);
        for (String paper : List.of(csv(report), pdf(report), word(report))) {
            assertThat(paper)
                    .contains(given.toString())
                    .doesNotContain(kept.toString())
                    .doesNotContain("quiet");
        }
    }

    @Test
    void asksWhetherConditionsWereMet() {
        Reference witness = open.witness();
        open.mayBeKept(witness);
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.CONDITIONAL, "FACE_VOICE_OBSCURED");
        open.archive.testimonies().keep(OpenArchive.testimony(witness, "A kidney."));
        assertThat(write("kidney", HitFormat.CSV).tail().keptBack()).isEqualTo(1);
        HitReport met = open.archive
                .hitReports()
                .write(
                        SearchRequest.of("kidney"),
                        Set.of(HitFormat.CSV),
                        temp.resolve("met"),
                        new Handover("SUBMIT_TRIBUNAL", Optional.empty(), true),
                        Locale.ENGLISH,
                        QUIETLY);
        assertThat(met.tail().items()).isEqualTo(1);
    }

    @Test
    void writesNoCellThatIsTakenForAFormula() throws IOException {
        take("one.txt", "=HYPERLINK(\"kidney\")\n", Protection.PUBLIC);
        assertThat(lines(write("kidney", HitFormat.CSV)).getFirst()).contains("\"'=HYPERLINK");
    }

    @Test
    void writesADocumentWithHeadingsATableAndTheWordsInBold() throws IOException {
        take("one.txt", "The clinic paid for a kidney.\n", Protection.PUBLIC);
        HitReport report = write("kidney", HitFormat.DOCX);
        try (XWPFDocument document = document(report)) {
            assertThat(document.getParagraphs().stream().map(XWPFParagraph::getStyle))
                    .contains("Title", "Heading1");
            XWPFTable hits = document.getTables().get(1);
            assertThat(hits.getRow(0).isRepeatHeader()).isTrue();
            XWPFTableRow row = hits.getRow(1);
            assertThat(row.getCell(2).getText()).isEqualTo("E-0001 ¶1");
            assertThat(row.getCell(6).getParagraphs().getFirst().getRuns())
                    .filteredOn(run -> run.isBold())
                    .extracting(run -> run.text())
                    .containsExactly("kidney");
        }
    }

    @Test
    void runsArabicFromRightToLeft() throws IOException {
        take("one.txt", "دفعت العيادة ثمن kidney في المدينة\n", Protection.PUBLIC);
        HitReport report = write("kidney", Handover.TO_A_TRIBUNAL, Locale.of("ar"), HitFormat.DOCX);
        try (XWPFDocument document = document(report)) {
            XWPFTable hits = document.getTables().get(1);
            assertThat(hits.getCTTbl().getTblPr().isSetBidiVisual()).isTrue();
            XWPFParagraph text = hits.getRow(1).getCell(6).getParagraphs().getFirst();
            assertThat(text.getCTP().getPPr().isSetBidi()).isTrue();
            assertThat(text.getRuns().getFirst().getCTR().getRPr().sizeOfRtlArray())
                    .isEqualTo(1);
        }
    }

    @Test
    void tellsTheLedgerBeforeAndAfterAndNothingOfTheQuery() throws IOException {
        take("one.txt", "A kidney.\n", Protection.PUBLIC);
        HitReport report = write("kidney", HitFormat.CSV, HitFormat.PDF);
        List<CustodyEvent> events = open.archive.custody().events(Optional.empty(), 0, 100).stream()
                .filter(event -> "hits".equals(event.details().get("purpose")))
                .toList();
        assertThat(events).extracting(CustodyEvent::action).containsExactly("EXPORT_BEGUN", "EXPORTED");
        assertThat(events.getLast().details())
                .containsEntry("items", "1")
                .containsEntry("csv", hash(report, HitFormat.CSV))
                .containsEntry("pdf", hash(report, HitFormat.PDF));
        assertThat(events.toString() + events.getLast().details()).doesNotContain("kidney");
    }

    private static String hash(HitReport report, HitFormat format) throws IOException {
        return Fingerprint.of(Files.readAllBytes(report.files().get(format))).hex();
    }

    @Test
    void writesNothingForAQueryThatIsNone() {
        assertThatThrownBy(() -> write("(kidney", HitFormat.CSV))
                .isInstanceOf(ArchiveException.QueryNotUnderstood.class);
        assertThat(temp.resolve("out")).isEmptyDirectory();
    }

    @Test
    void overwritesNothing() throws IOException {
        take("one.txt", "A kidney.\n", Protection.PUBLIC);
        take("two.txt", "A liver.\n", Protection.PUBLIC);
        HitReport first = write("kidney", HitFormat.CSV);
        String before = csv(first);
        HitReport second = write("liver", HitFormat.CSV, HitFormat.PDF);
        HitReport third = write("liver", HitFormat.PDF);

        String name = named(first, HitFormat.CSV).replace(".csv", "");
        assertThat(named(second, HitFormat.CSV)).isEqualTo(name + "-2.csv");
        assertThat(named(second, HitFormat.PDF)).isEqualTo(name + "-2.pdf");
        // a sheet does not lie beside another list's table as if it were its own
        assertThat(named(third, HitFormat.PDF)).isEqualTo(name + "-3.pdf");
        assertThat(csv(first)).isEqualTo(before);
        assertThat(csv(second)).contains("liver");
    }

    private static String named(HitReport report, HitFormat format) {
        return Objects.requireNonNull(report.files().get(format)).getFileName().toString();
    }

    @Test
    void writesBesideAnotherThatIsStillBeingWritten() throws IOException {
        take("one.txt", "A kidney.\n", Protection.PUBLIC);
        HitReport first = write("kidney", HitFormat.CSV);
        Path folder = temp.resolve("out");
        String name = named(first, HitFormat.CSV).replace(".csv", "");
        try (org.cairn.bundle.HeldFolder other =
                org.cairn.bundle.HeldFolder.make(folder, name).orElseThrow()) {
            assertThat(named(write("kidney", HitFormat.CSV), HitFormat.CSV)).isEqualTo(name + "-2.csv");
            assertThat(other.path()).exists();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
    }

    @Test
    void tellsWhoReviewedWhat() throws IOException {
        Reference one = take("one.txt", "A kidney.\n", Protection.PUBLIC);
        open.archive.reviews().mark(one);
        assertThat(lines(write("kidney", HitFormat.CSV)).getFirst()).endsWith("reviewed by amina");
    }

    private static String pdf(HitReport report) throws IOException {
        Path file = Objects.requireNonNull(report.files().get(HitFormat.PDF));
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static XWPFDocument document(HitReport report) throws IOException {
        try (InputStream in = Files.newInputStream(report.files().get(HitFormat.DOCX))) {
            return new XWPFDocument(in);
        }
    }

    private static String word(HitReport report) throws IOException {
        try (XWPFDocument document = document(report)) {
            return document.getTables().stream().map(XWPFTable::getText).collect(Collectors.joining("\n"));
        }
    }
}
