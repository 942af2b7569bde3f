package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.bundle.insert.Memory;
import org.cairn.domain.Area;
import org.cairn.domain.PageRanges;
import org.cairn.domain.Redaction;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.ServedBundle;
import org.cairn.drawing.MedicalFile;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MedicalPicturePagesTest {

    private static final String WAVELETS = "1.2.840.10008.1.2.4.90";

    @TempDir
    Path folder;

    @Test
    void spreadsTheOnesThatArePrintedOverAFilm() {
        assertThat(MedicalPicturePages.spread(1)).containsExactly(1);
        assertThat(MedicalPicturePages.spread(3)).containsExactly(1, 2, 3);
        assertThat(MedicalPicturePages.spread(500))
                .hasSize(MedicalPicturePages.MOST)
                .startsWith(1, 23)
                .endsWith(500)
                .doesNotHaveDuplicates();
    }

    @Test
    void printsEachPictureUnderWhatTheFileSaysButNotUnderWhomItShows() throws IOException {
        MedicalFile film = film(30);
        ServedBundle served = write(exhibit(film.file()));

        assertThat(BundleChecker.check(served.pdf(), Optional.of(served.manifest())))
                .noneMatch(result -> result.outcome() == RuleResult.Outcome.BROKEN);
        assertThat(served.results())
                .anyMatch(result -> result.code().equals("rule.SCAN.spread")
                        && result.arguments().containsAll(List.of("A/1", "30", "24")));
        String text = text(served);
        assertThat(text)
                .contains("Ultrasound", "ABDOMEN", "21 May 2016", "1 of 30", "30 of 30", "2 × 2")
                .doesNotContain("SECRET");
        assertThat(text.split(" of 30").length - 1).isEqualTo(MedicalPicturePages.MOST);
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            long pictures = 0;
            for (var page : document.getPages()) {
                for (var name : page.getResources().getXObjectNames()) {
                    pictures += page.getResources().isImageXObject(name) ? 1 : 0;
                }
            }
            assertThat(pictures).isEqualTo(MedicalPicturePages.MOST);
        }
    }

    @Test
    void printsOnlyThePicturesThatAreWantedAndWithholdsAWholeOne() throws IOException {
        PlannedExhibit some =
                with(exhibit(film(5).file()), PageRanges.parse("2, 4"), new Redaction(2, Area.WHOLE, "HEALTH"));

        ServedBundle served = write(some);

        assertThat(text(served)).contains("2 of 5", "HEALTH").doesNotContain("1 of 5", "3 of 5", "4 of 5", "5 of 5");
        assertThat(served.places().getFirst().pages()).isEqualTo(3);
        // what its pages say now is not what their structure told: it does not claim to be accessible
        assertThat(Files.readString(served.pdf(), StandardCharsets.ISO_8859_1)).doesNotContain("pdfuaid:part");
    }

    @Test
    void takesAPartOfAPictureOutForGoodAndShowsTheRest() throws IOException {
        PlannedExhibit scan = exhibit(coloured().file());
        ServedBundle open = write(scan);
        int page = open.places().getFirst().page() + 1;
        Area red = place(drawn(open, page), MedicalPicturePagesTest::red);
        assertThat(red.width()).isBetween(0.02, 0.5);

        PlannedExhibit redacted = with(scan, PageRanges.ALL, new Redaction(1, red, "HEALTH"));
        ServedBundle closed = write(redacted);

        BufferedImage seen = drawn(closed, page);
        assertThat(dots(seen, MedicalPicturePagesTest::red)).isZero();
        // the dots around it, and the words above it, are still there
        assertThat(dots(seen, MedicalPicturePagesTest::blue))
                .isGreaterThan(dots(drawn(open, page), MedicalPicturePagesTest::blue) * 3 / 4);
        assertThat(text(closed)).contains("Ultrasound", "ABDOMEN");
        try (PDDocument document = Loader.loadPDF(closed.pdf().toFile())) {
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream
                        && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                    BufferedImage picture = new PDImageXObject(new PDStream(stream), null).getImage();
                    assertThat(dots(picture, MedicalPicturePagesTest::red)).isZero();
                }
            }
        }
        assertThat(closed.results())
                .anyMatch(result -> result.code().equals("rule.R.redacted"))
                .noneMatch(result -> result.code().equals("rule.R.notDrawn"));
    }

    /// A blue picture with a red square in it.
    private static MedicalFile coloured() {
        int side = 100;
        byte[] dots = new byte[3 * side * side];
        for (int i = 0; i < side * side; i++) {
            boolean square = i / side >= 20 && i / side < 40 && i % side >= 30 && i % side < 60;
            dots[3 * i + (square ? 0 : 2)] = (byte) 0xff;
        }
        MedicalFile file = new MedicalFile();
        file.words(0x00280002, 3);
        file.text(0x00280004, "RGB");
        file.words(0x00280006, 0);
        file.words(0x00280010, side);
        file.words(0x00280011, side);
        file.words(0x00280100, 8);
        file.bytes(0x7FE00010, dots);
        return file;
    }

    private static boolean red(Color dot) {
        return dot.getRed() > 150 && dot.getGreen() < 100 && dot.getBlue() < 100;
    }

    private static boolean blue(Color dot) {
        return dot.getBlue() > 150 && dot.getGreen() < 100 && dot.getRed() < 100;
    }

    private static BufferedImage drawn(ServedBundle served, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            return new PDFRenderer(document).renderImage(page - 1);
        }
    }

    private static long dots(BufferedImage picture, Predicate<Color> such) {
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .filter(i -> such.test(new Color(picture.getRGB(i % picture.getWidth(), i / picture.getWidth()))))
                .count();
    }

    private static Area place(BufferedImage page, Predicate<Color> such) {
        Rectangle all = new Rectangle(-1, -1);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                if (such.test(new Color(page.getRGB(x, y)))) {
                    all.add(new Rectangle(x - 1, y - 1, 3, 3));
                }
            }
        }
        return new Area(
                all.getX() / page.getWidth(),
                all.getY() / page.getHeight(),
                all.getWidth() / page.getWidth(),
                all.getHeight() / page.getHeight());
    }

    private static PlannedExhibit with(PlannedExhibit exhibit, PageRanges pages, Redaction... redactions) {
        return new PlannedExhibit(
                exhibit.reference(),
                exhibit.mark(),
                exhibit.title(),
                exhibit.content(),
                exhibit.custody(),
                exhibit.fileStem(),
                List.of(),
                pages,
                List.of(redactions),
                Optional.empty());
    }

    @Test
    void saysOnASlipSheetWhyThereIsNoPicture() throws IOException {
        MedicalFile packed = film(1);
        packed.fragments(new byte[64]);
        MedicalFile plan = new MedicalFile();
        plan.text(0x00080060, "RTPLAN");
        plan.text(0x300A0002, "plan");

        assertThat(text(write(exhibit(packed.file(WAVELETS))))).contains("compressed in a way that is not supported");
        assertThat(text(write(exhibit(plan.file())))).contains("a medical file without a picture");
    }

    private static MedicalFile film(int frames) {
        MedicalFile film = new MedicalFile();
        film.text(0x00100010, "SECRET^NAME");
        film.words(0x00280002, 1);
        film.text(0x00280004, "MONOCHROME2");
        film.text(0x00280008, String.valueOf(frames));
        film.words(0x00280010, 2);
        film.words(0x00280011, 2);
        film.words(0x00280100, 8);
        film.bytes(0x7FE00010, new byte[4 * frames]);
        return film;
    }

    private static PlannedExhibit exhibit(byte[] file) {
        PlannedExhibit known = Plans.document("A/1", 1, "Scan", "scan.dcm", "application/dicom", file);
        Content.Document document = (Content.Document) known.content();
        Reading reading = new Reading(
                ReadingStatus.NO_TEXT,
                "",
                "application/dicom",
                0,
                0,
                Optional.empty(),
                0,
                0,
                Map.of("modality", "US", "bodyPart", "ABDOMEN", "created", "20160521"));
        return new PlannedExhibit(
                known.reference(),
                known.mark(),
                known.title(),
                new Content.Document(document.item(), reading, document.passages(), new Memory(file)),
                known.custody(),
                known.fileStem());
    }

    private ServedBundle write(PlannedExhibit exhibit) {
        return new BundleWriter()
                .write(
                        Plans.of(Locale.ENGLISH, exhibit),
                        folder.resolve(exhibit.content().hash().hex()
                                + exhibit.redactions().size()),
                        Progress.none(),
                        served -> {});
    }

    private static String text(ServedBundle served) throws IOException {
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
