package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.PageRanges;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A bundle is parted, numbered on, and has the same page numbers for everybody's eyes.
class VolumesTest {

    private static final int MEGABYTES = 13;

    @TempDir
    private Path folder;

    private ServedBundle write(BundlePlan plan, List<BundlePlan> versions) {
        return new BundleWriter().write(plan, versions, folder, Progress.none(), served -> {});
    }

    private ServedBundle write(BundlePlan plan) {
        return write(plan, List.of(plan));
    }

    /// A source of so many pages, and of so many bytes that no page shows.
    static byte[] heavy(int pages) throws IOException {
        try (PDDocument document = Loader.loadPDF(Plans.pdf(pages))) {
            byte[] noise = new byte[MEGABYTES << 20];
            new Random(pages).nextBytes(noise);
            PDStream stream = new PDStream(document);
            try (var out = stream.getCOSObject().createRawOutputStream()) {
                out.write(noise);
            }
            document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Noise"), stream);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static PlannedExhibit pdf(int number, byte[] bytes) {
        return Plans.document("A/" + number, number, "Paper " + number, "p.pdf", "application/pdf", bytes);
    }

    private static BundlePlan with(BundlePlan plan, String court, List<PlannedExhibit> exhibits, Edition edition) {
        return new BundlePlan(
                plan.draft().withProfile(court),
                plan.date(),
                plan.language(),
                plan.version(),
                List.of(new PlannedSection("A", "Evidence", exhibits)),
                plan.consents(),
                plan.preflight(),
                edition);
    }

    private static PlannedExhibit with(PlannedExhibit exhibit, PageRanges pages, Optional<String> withheld) {
        return new PlannedExhibit(
                exhibit.reference(),
                exhibit.mark(),
                withheld.isPresent() ? ExhibitTitles.withheld(Locale.ENGLISH) : exhibit.title(),
                exhibit.content(),
                exhibit.custody(),
                exhibit.fileStem(),
                exhibit.shownAs(),
                pages,
                exhibit.redactions(),
                withheld);
    }

    private static String text(Path pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            return stripper.getText(document);
        }
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void partsWhatIsTooLargeForItsCourtAndNumbersOn() throws IOException {
        byte[] three = heavy(3);
        BundlePlan plan = Plans.of(Locale.ENGLISH, pdf(1, three), pdf(2, three), pdf(3, three));

        ServedBundle served = write(with(plan, "england-wales", plan.exhibits(), Edition.ONLY));

        assertThat(served.volumes()).hasSize(2);
        ServedBundle.Volume first = served.volumes().getFirst();
        ServedBundle.Volume second = served.volumes().getLast();
        assertThat(second.firstPage()).isEqualTo(first.pages() + 1);
        assertThat(second.pdf().getFileName().toString()).contains("vol-2");
        for (ServedBundle.Volume volume : served.volumes()) {
            assertThat(BundleChecker.check(volume.pdf(), Optional.of(served.manifest())))
                    .noneMatch(result -> result.outcome() == Outcome.BROKEN);
            assertThat(text(volume.pdf(), 1)).contains("Volume " + volume.number() + " of 2");
            // the index is of the whole bundle
            assertThat(text(volume.pdf(), 2)).contains("Paper 1", "Paper 3", "this file", "in a file of its own");
        }
        assertThat(text(second.pdf(), 1)).contains(second.firstPage() + " / " + served.pages());
        assertThat(served.places())
                .filteredOn(place -> place.mark().equals("A/3"))
                .allMatch(place -> place.page() > second.firstPage());
        assertThat(served.results()).noneMatch(result -> result.outcome() == Outcome.BROKEN);
    }

    @Test
    void partsWhatHasMorePagesThanItsCourtTakes() throws IOException {
        byte[] many = Plans.pdf(400);
        BundlePlan plan = Plans.of(Locale.ENGLISH, pdf(1, many), pdf(2, many), pdf(3, Plans.pdf(20)));

        ServedBundle served = write(with(plan, "icj", plan.exhibits(), Edition.ONLY));

        assertThat(served.volumes())
                .hasSize(2)
                .allMatch(volume -> volume.pages() <= 750)
                .allMatch(volume -> BundleChecker.check(volume.pdf(), Optional.of(served.manifest())).stream()
                        .noneMatch(result -> result.outcome() == Outcome.BROKEN));
        assertThat(served.places()).extracting(place -> place.pages()).containsExactly(401, 401, 21);
    }

    @Test
    void neverWritesOverAVolumeOfAnotherBundle() throws IOException {
        byte[] three = heavy(3);
        BundlePlan plan = Plans.of(Locale.ENGLISH, pdf(1, three), pdf(2, three), pdf(3, three));
        BundlePlan parted = with(plan, "england-wales", plan.exhibits(), Edition.ONLY);
        Files.createDirectories(folder);
        Path other = Files.writeString(folder.resolve("Dolun-Plain-Inquiry_vol-2_2026-03-02.pdf"), "another bundle");

        ServedBundle served = write(parted);

        assertThat(other).hasContent("another bundle");
        assertThat(served.volumes())
                .extracting(volume -> volume.pdf().getFileName().toString())
                .containsExactly(
                        "Dolun-Plain-Inquiry_vol-1_2026-03-02_2.pdf", "Dolun-Plain-Inquiry_vol-2_2026-03-02_2.pdf");
    }

    @Test
    void withholdsWithoutMovingAPage() throws IOException {
        PlannedExhibit statement = Plans.statement("A/1", 1, "en", "They took me there at night.", 12);
        PlannedExhibit paper = pdf(2, Plans.pdf(3));
        PlannedExhibit last = pdf(3, Plans.pdf(2));
        BundlePlan plan = Plans.of(Locale.ENGLISH, statement, paper, last);
        List<BundleVersion> both = List.of(BundleVersion.CONFIDENTIAL, BundleVersion.PUBLIC);
        List<BundlePlan> versions = new ArrayList<>();
        for (BundleVersion version : both) {
            Optional<String> reason =
                    version == BundleVersion.PUBLIC ? Optional.of("WITNESS_IDENTITY") : Optional.<String>empty();
            List<PlannedExhibit> exhibits =
                    List.of(with(statement, PageRanges.ALL, reason), with(paper, PageRanges.ALL, reason), last);
            List<BundleVersion> others =
                    both.stream().filter(one -> one != version).toList();
            versions.add(with(
                    plan,
                    "peoples-tribunal",
                    exhibits,
                    new Edition(Optional.of(version), others, 1, Optional.empty())));
        }

        ServedBundle confidential = write(versions.getFirst(), versions);
        ServedBundle open = write(versions.getLast(), versions);

        assertThat(open.pages()).isEqualTo(confidential.pages());
        assertThat(open.places())
                .extracting(place -> place.mark() + " " + place.page() + " " + place.pages())
                .isEqualTo(confidential.places().stream()
                        .map(place -> place.mark() + " " + place.page() + " " + place.pages())
                        .toList());
        assertThat(text(open.pdf())).contains("Withheld", "WITNESS_IDENTITY").doesNotContain("took me there");
        assertThat(text(confidential.pdf())).contains("took me there", "Nothing is taken out of this version");
        assertThat(text(open.pdf(), 1)).contains("Public", "Other versions", "Confidential");
        Path beside = folder.resolve(open.pdf().getFileName().toString().replace(".pdf", ""));
        try (var files = Files.walk(beside)) {
            assertThat(files.map(file -> file.getFileName().toString()).toList())
                    .noneMatch(name -> name.startsWith("A-1") || name.startsWith("A-2"))
                    .anyMatch(name -> name.startsWith("A-3"));
        }
        assertThat(BundleChecker.check(open.pdf(), Optional.of(open.manifest())))
                .noneMatch(result -> result.outcome() == Outcome.BROKEN);
    }

    @Test
    void takesOnlyTheWantedPagesAndNothingOfTheOthers() throws IOException {
        PlannedExhibit part = with(pdf(1, Plans.pdf(9)), PageRanges.parse("2-3, 7"), Optional.empty());
        BundlePlan plan = Plans.of(Locale.ENGLISH, part);

        ServedBundle served = write(plan);

        assertThat(served.places().getFirst().pages()).isEqualTo(4);
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            assertThat(document.getDocument().getObjectsByType(COSName.PAGE)).hasSize(served.pages());
        }
        assertThat(text(served.pdf())).contains("Only these pages", "2-3, 7");
        Path beside = folder.resolve(served.pdf().getFileName().toString().replace(".pdf", ""));
        assertThat(beside.resolve("data/originals")).doesNotExist();
    }

    /// A picture of three pages, as scanners make them.
    private static byte[] scanned() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 3; i++) {
                BufferedImage image = new BufferedImage(40, 60, BufferedImage.TYPE_BYTE_GRAY);
                writer.writeToSequence(new IIOImage(image, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    @Test
    @Timeout(60)
    void takesOnlyTheWantedPagesOfAPicture() throws IOException {
        PlannedExhibit second = with(
                Plans.document("A/1", 1, "A scan", "s.tif", "image/tiff", scanned()),
                PageRanges.parse("2"),
                Optional.empty());
        PlannedExhibit beyond = with(
                Plans.document("A/2", 2, "A scan", "s.tif", "image/tiff", scanned()),
                PageRanges.parse("3-5"),
                Optional.empty());

        ServedBundle served = write(Plans.of(Locale.ENGLISH, second, beyond));

        assertThat(served.places()).extracting(place -> place.pages()).containsExactly(2, 2);
        assertThat(served.results()).extracting(result -> result.code()).contains("insert.pagesMissing");
    }

    @Test
    void saysWhichWantedPagesAreNotThere() {
        PlannedExhibit beyond = with(pdf(1, Plans.pdf(2)), PageRanges.parse("2-4"), Optional.empty());
        PlannedExhibit nothing = with(pdf(2, Plans.pdf(2)), PageRanges.parse("8"), Optional.empty());

        ServedBundle served = write(Plans.of(Locale.ENGLISH, beyond, nothing));

        assertThat(served.results())
                .filteredOn(result -> result.outcome() == Outcome.NEEDS_PERSON)
                .extracting(result -> result.code())
                .contains("insert.pagesMissing", "rule.SLIP.refused");
    }
}
