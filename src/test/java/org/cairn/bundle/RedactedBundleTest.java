package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.bundle.check.PictureWords;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Area;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.PageRanges;
import org.cairn.domain.Redaction;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is blacked out is nowhere in the bundle, the rest is where it was, and a word that is left stops the bundle.
class RedactedBundleTest {

    @TempDir
    private Path folder;

    /// The upper half of a page.
    private static final Area UPPER = new Area(0, 0, 1, 0.5);

    private static PlannedExhibit with(PlannedExhibit exhibit, Redaction... redactions) {
        return new PlannedExhibit(
                exhibit.reference(),
                exhibit.mark(),
                exhibit.title(),
                exhibit.content(),
                exhibit.custody(),
                exhibit.fileStem(),
                exhibit.shownAs(),
                PageRanges.ALL,
                List.of(redactions),
                Optional.empty());
    }

    private static PlannedExhibit statement() {
        return Plans.statement("A/1", 1, "en", "Zerafina took me there at night.", 12);
    }

    private ServedBundle write(PlannedExhibit exhibit, String... words) {
        return write(exhibit, Optional.empty(), words);
    }

    private ServedBundle write(PlannedExhibit exhibit, Optional<PictureWords> reader, String... words) {
        return new BundleWriter()
                .proving(List.of(words), reader)
                .write(Plans.of(Locale.ENGLISH, exhibit), folder, Progress.none(), done -> {});
    }

    private static String text(ServedBundle served) throws IOException {
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void blacksOutAStatementForGoodAndKeepsItsPlace() throws IOException {
        ServedBundle whole = write(statement());
        PlannedExhibit redacted = with(
                statement(),
                new Redaction(1, Area.WHOLE, "WITNESS_IDENTITY"),
                new Redaction(2, UPPER, "FAMILY"),
                new Redaction(3, UPPER, "FAMILY"));

        ServedBundle served = write(redacted, "Zerafina");

        assertThat(text(whole)).contains("Zerafina");
        assertThat(text(served)).doesNotContain("Zerafina").contains("WITNESS_IDENTITY", "FAMILY");
        assertThat(served.places()).hasSameSizeAs(whole.places());
        assertThat(served.places().getFirst().pages())
                .isEqualTo(whole.places().getFirst().pages());
        assertThat(BundleChecker.check(served.pdf(), Optional.of(served.manifest())))
                .noneMatch(result -> result.outcome() == Outcome.BROKEN);
        assertThat(served.results()).extracting(RuleResult::code).contains("rule.R.redacted", "check.leak.met");
    }

    @Test
    void leavesNoBundleInWhichAProtectedWordIsLeft() {
        PlannedExhibit forgotten = with(statement(), new Redaction(1, new Area(0, 0, 0.1, 0.02), "FAMILY"));

        assertThatThrownBy(() -> write(forgotten, "Zerafina"))
                .isInstanceOf(ArchiveException.ProtectedWordsLeft.class)
                .extracting(failure -> ((ArchiveException) failure).arguments().toString())
                .asString()
                .doesNotContain("Zerafina");
        assertThat(folder).isEmptyDirectory();
    }

    /// Programs that write PDF number the letters of a font in the order in which they first come: of a letter that
    /// begins with a name, every page has the name in its font.
    @Test
    void drawsPagesThatShareAFontWithTheOneThatTellsTheName() throws IOException {
        PlannedExhibit letter = with(
                Plans.document("A/1", 12, "Letter", "letter.pdf", "application/pdf", sharingAFont()),
                new Redaction(1, UPPER, "FAMILY"));

        ServedBundle served = write(letter, "Zerafina");

        assertThat(text(served)).contains("the second page");
        assertThat(served.results()).extracting(RuleResult::code).contains("rule.R.asPictures", "check.leak.met");
    }

    private static byte[] sharingAFont() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            COSStream letters = document.getDocument().createCOSStream();
            try (OutputStream out = letters.createOutputStream()) {
                StringBuilder map = new StringBuilder("1 begincodespacerange <00> <ff> endcodespacerange\n");
                map.append("8 beginbfchar\n");
                for (int i = 0; i < 8; i++) {
                    map.append(String.format("<%02x> <%04x>%n", i + 1, (int) "Zerafina".charAt(i)));
                }
                map.append("endbfchar\n1 beginbfrange <20> <7e> <0020> endbfrange");
                out.write(map.toString().getBytes(StandardCharsets.US_ASCII));
            }
            font.getCOSObject().setItem(COSName.TO_UNICODE, letters);
            for (String said : List.of("Zerafina came.", "This is the second page")) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 14);
                    content.newLineAtOffset(80, 700);
                    content.showText(said);
                    content.endText();
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    /// As the page is shown, somebody may still read what no text says any more.
    @Test
    void readsWhatIsSeenAroundPaintedPlaces() throws IOException {
        PlannedExhibit redacted = with(
                statement(),
                new Redaction(1, Area.WHOLE, "WITNESS_IDENTITY"),
                new Redaction(2, UPPER, "FAMILY"),
                new Redaction(3, UPPER, "FAMILY"));
        int[] runs = new int[1];

        ServedBundle served = write(
                redacted,
                Optional.of(dots -> {
                    runs[0]++;
                    return "nothing of hers";
                }),
                "Zerafina");

        assertThat(runs[0]).isEqualTo(1);
        assertThat(served.results()).extracting(RuleResult::code).contains("check.leak.pictures");
        assertThat(write(redacted, "Zerafina").results())
                .filteredOn(result -> result.code().equals("check.leak.noReader"))
                .extracting(RuleResult::outcome)
                .containsExactly(Outcome.NEEDS_PERSON);
        assertThat(write(
                                redacted,
                                Optional.of(dots -> {
                                    throw new IOException("stopped");
                                }),
                                "Zerafina")
                        .results())
                .extracting(RuleResult::code)
                .contains("check.leak.noReader")
                .doesNotContain("check.leak.pictures");
        assertThatThrownBy(() -> write(redacted, Optional.of(dots -> "Zerafina"), "Zerafina"))
                .isInstanceOf(ArchiveException.ProtectedWordsLeft.class);
    }

    @Test
    void takesATitleForALeakToo() {
        PlannedExhibit titled =
                Plans.document("A/1", 12, "Letter of Zerafina", "z.pdf", "application/pdf", Plans.pdf(2));

        assertThatThrownBy(() -> write(titled, "ZERAFINA")).isInstanceOf(ArchiveException.ProtectedWordsLeft.class);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void blacksOutPagesOfADocumentAndLeavesItsOriginalAway() throws IOException {
        PlannedExhibit redacted = with(
                Plans.document("A/1", 12, "A paper", "p.pdf", "application/pdf", Plans.pdf(2)),
                new Redaction(2, Area.WHOLE, "HEALTH"));

        ServedBundle served = write(redacted);

        assertThat(served.places().getFirst().pages()).isEqualTo(3);
        assertThat(text(served)).contains("HEALTH");
        assertThat(folder.resolve(served.pdf().getFileName().toString().replace(".pdf", ""))
                        .resolve("data/originals"))
                .doesNotExist();
    }

    /// What an original says of itself, no page shows.
    @Test
    void takesWhatAnOriginalSaysOfItselfForALeak() throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(Plans.pdf(1))) {
            document.getDocumentInformation().setAuthor("Zerafina");
            document.save(pdf);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("docProps/core.xml"));
            zip.write(Plans.bytes("<creator>Zerafina</creator>"));
        }
        ByteArrayOutputStream typed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(typed)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(Plans.bytes("<w:r><w:t>Zera</w:t></w:r><w:r><w:t>fina</w:t></w:r>"));
        }
        List<PlannedExhibit> telling = List.of(
                Plans.document("A/1", 12, "A paper", "t.docx", "application/zip", typed.toByteArray(), "said"),
                Plans.document("A/1", 12, "A paper", "p.pdf", "application/pdf", pdf.toByteArray()),
                Plans.document("A/1", 12, "A paper", "p.docx", "application/zip", packed.toByteArray(), "said"),
                Plans.document("A/1", 12, "A paper", "p.txt", "text/plain", Plans.bytes("by Zerafina"), "said"));

        for (PlannedExhibit exhibit : telling) {
            assertThatThrownBy(() -> write(exhibit, "Zerafina"))
                    .isInstanceOf(ArchiveException.ProtectedWordsLeft.class);
            assertThat(folder).isEmptyDirectory();
        }
        assertThat(write(telling.get(1), "Somebody").results())
                .extracting(RuleResult::code)
                .contains("check.leak.met");
    }

    @Test
    void keepsToWhatArchivesWantWhereSomethingIsBlackedOut() throws IOException {
        PlannedExhibit paper = with(
                Plans.document("A/1", 12, "A paper", "p.pdf", "application/pdf", Plans.pdf(2)),
                new Redaction(2, UPPER, "HEALTH"));

        ServedBundle served = new BundleWriter()
                .write(Plans.forArchives(Plans.of(Locale.ENGLISH, paper)), folder, Progress.none(), done -> {});

        assertThat(text(served)).contains("HEALTH");
        assertThat(Vera.againstArchival(Vera.bytes(served.pdf()))).isEmpty();
    }

    /// For want of its font it is drawn anew; it is looked at twice, before the bundle is written and while it is.
    @Test
    void takesOutOfAPageThatAnArchiveHasDrawnAnewWhatWasMarkedOnIt() throws IOException {
        PlannedExhibit paper = Plans.document("A/1", 12, "A paper", "p.pdf", "application/pdf", twoNames());
        BundlePlan plan = Plans.forArchives(Plans.of(Locale.ENGLISH, paper));
        Area name = new Area(0.1, 0.1, 0.2, 0.1);
        Fingerprint seen;
        try (DrawingProcesses drawing = new DrawingProcesses(DrawingLimits.DEFAULT);
                ExhibitPreview preview = ExhibitPreview.of(plan, paper, drawing, Progress.none())) {
            seen = preview.look(1).under(name);
        }
        PlannedExhibit redacted = with(paper, new Redaction(1, name, "HEALTH", Optional.of(seen)));

        ServedBundle served = new BundleWriter()
                .write(Plans.forArchives(Plans.of(Locale.ENGLISH, redacted)), folder, Progress.none(), done -> {});

        assertThat(text(served)).contains("Wilfrida").doesNotContain("Zulfiya");
        assertThat(Vera.againstArchival(Vera.bytes(served.pdf()))).isEmpty();
    }

    /// Whichever way a line runs and however large it is: what is seen on the picture must be known to stand there.
    @ParameterizedTest
    @CsvSource({
        "1 0 0 1 200 400, 0, 1",
        "1 0 0 1 200 400, 90, 1",
        "1 0 0 1 200 400, 0, 2",
        "0.7 0.7 -0.7 0.7 200 400, 0, 1",
        "-1 0 0 1 300 400, 0, 1",
        "-1 0 0 -1 300 400, 0, 1",
    })
    void findsWhatStandsOnAPageThatAnArchiveHasDrawnAnew(String place, int rotation, float unit) throws IOException {
        byte[] source = placed("BT /F1 14 Tf " + place + " Tm (Zerafina) Tj ET", rotation, unit);
        PlannedExhibit paper = Plans.document("A/1", 12, "A paper", "p.pdf", "application/pdf", source);
        BundlePlan plan = Plans.forArchives(Plans.of(Locale.ENGLISH, paper));
        try (DrawingProcesses drawing = new DrawingProcesses(DrawingLimits.DEFAULT);
                ExhibitPreview preview = ExhibitPreview.of(plan, paper, drawing, Progress.none())) {
            var found = preview.find(List.of("Zerafina"), page -> List.of(), Progress.none());

            assertThat(found).hasSize(1);
            Area area = found.getFirst().spots().getFirst().area();
            double x = rotation == 90 ? 405 / 842.0 : place.startsWith("-1") ? 275 / 595.0 : 220 / 595.0;
            double y = rotation == 90 ? 220 / 595.0 : place.startsWith("0.7") ? 422 / 842.0 : 405 / 842.0;
            y = place.equals("-1 0 0 -1 300 400") ? 395 / 842.0 : y;
            assertThat(area.holds(new Area(x, rotation == 90 ? y : 1 - y, 0.001, 0.001)))
                    .as(area.toString())
                    .isTrue();
        }
        assertThatThrownBy(() -> new BundleWriter()
                        .proving(List.of("Zerafina"), Optional.empty())
                        .write(plan, folder, Progress.none(), done -> {}))
                .isInstanceOf(ArchiveException.ProtectedWordsLeft.class);
    }

    private static byte[] placed(String content, int rotation, float unit) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            page.getCOSObject().setFloat("UserUnit", unit);
            PDResources resources = new PDResources();
            resources.put(COSName.getPDFName("F1"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
            page.setResources(resources);
            PDStream stream = new PDStream(document);
            try (OutputStream written = stream.createOutputStream()) {
                written.write(content.getBytes(StandardCharsets.US_ASCII));
            }
            page.setContents(stream);
            document.addPage(page);
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] twoNames() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 14);
                content.newLineAtOffset(72, 720);
                content.showText("Zulfiya");
                content.newLineAtOffset(0, -300);
                content.showText("Wilfrida");
                content.endText();
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    @Test
    void refusesAnAreaOnAPageThatTheExhibitDoesNotHave() {
        PlannedExhibit redacted = with(
                Plans.document("A/1", 12, "A paper", "p.pdf", "application/pdf", Plans.pdf(2)),
                new Redaction(3, UPPER, "HEALTH"));

        assertThatThrownBy(() -> write(redacted)).isInstanceOf(ArchiveException.InvalidInput.class);
        assertThat(folder).isEmptyDirectory();
    }
}
