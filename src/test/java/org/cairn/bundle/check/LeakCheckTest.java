package org.cairn.bundle.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.cairn.bundle.check.Leak.Kind;
import org.cairn.bundle.insert.OutsideProgram;
import org.cairn.bundle.redact.Redacting;
import org.cairn.domain.Area;
import org.cairn.domain.Redaction;
import org.cairn.drawing.Dots;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeakCheckTest {

    private static final String WAYS = """
            boxOverText, PAGE_TEXT
            kernedText, PAGE_TEXT
            brokenAtLineEnd, PAGE_TEXT
            redactUnapplied, PAGE_TEXT
            highlight, PAGE_TEXT
            note, ANNOTATION
            bookmark, BOOKMARK
            information, INFORMATION
            xmp, METADATA
            ocrLayer, PAGE_TEXT
            aslant, PAGE_TEXT
            mirrored, PAGE_TEXT
            curved, PAGE_TEXT
            stamp, UNSHOWN_TEXT
            writtenNote, ANNOTATION
            earlierRevision, EARLIER_REVISION
            earlierRevision, STREAM
            afterTheEnd, AFTER_THE_END
            afterTheEnd, BETWEEN_OBJECTS
            attachment, ATTACHMENT
            attachedZip, ATTACHMENT
            attachedPdf, ATTACHMENT
            hiddenLayer, PAGE_TEXT
            altText, STRUCTURE
            actualText, STREAM
            toUnicode, STREAM
            glyphName, FONT
            pictureExif, PICTURE_METADATA
            croppedOff, PAGE_TEXT
            formField, FORM_FIELD
            formField, UNSHOWN_TEXT
            hexadecimal, OBJECT
            wide, OBJECT
            name, OBJECT
            unusedForm, UNSHOWN_TEXT
            """;

    /// Ways of which nothing is seen on the page: what keeps the name goes when the page is drawn.
    private static final Set<String> UNSEEN = Set.of("note", "name", "unusedForm", "glyphName");

    private static Redacting redacting;

    @TempDir
    private Path folder;

    @BeforeAll
    static void begin() {
        redacting = new Redacting();
    }

    @AfterAll
    static void end() {
        redacting.close();
    }

    private List<Leak> leaks(byte[] pdf, String... words) throws IOException {
        return new LeakCheck(List.of(words)).check(Files.write(folder.resolve("bundle.pdf"), pdf));
    }

    @ParameterizedTest
    @CsvSource(textBlock = WAYS)
    void findsANameHoweverItIsHidden(String way, Kind kind) throws IOException {
        List<Leak> leaks = leaks(LeakyFiles.made(way), "Nobody Atall", LeakyFiles.NAME);

        assertThat(leaks).as(way).extracting(Leak::kind).contains(kind);
        assertThat(leaks.stream().map(Leak::word).filter(word -> word >= 0).collect(Collectors.toSet()))
                .as(way)
                .containsOnly(1);
    }

    @ParameterizedTest
    @CsvSource(textBlock = WAYS)
    void findsNothingOnceThePageIsRedacted(String way, Kind kind) throws IOException {
        byte[] source = LeakyFiles.made(way);
        Redacting.Made made =
                UNSEEN.contains(way) ? redacting.drawn(source, 1) : redacting.words(source, LeakyFiles.NAME);

        assertThat(leaks(made.pdf(), LeakyFiles.NAME)).as(way).isEmpty();
        assertThat(made.text()).contains(way.equals("ocrLayer") ? "It came." : "The guard opened the door.");
    }

    @Test
    void neverSaysTheWordItself() throws IOException {
        assertThat(leaks(LeakyFiles.made("boxOverText"), LeakyFiles.NAME).toString())
                .doesNotContainIgnoringCase("aminata");
    }

    @Test
    void findsAWordInTheFilesName() throws IOException {
        Path file = Files.write(folder.resolve("Aminata-Sow vol-1.pdf"), Redacting.document(List.of("Nothing.")));

        assertThat(new LeakCheck(LeakyFiles.words()).check(file))
                .extracting(Leak::kind)
                .containsExactly(Kind.FILE_NAME);
    }

    @ParameterizedTest
    @CsvSource({
        "Müller-Lüdenscheidt, MULLER LUDENSCHEIDT, true",
        "Müller-Lüdenscheidt, MULLERLUDENSCHEIDT, true",
        "ﬁdel castro, Fidel Castro, true",
        "Ａｍｉｎａ, Amina, true",
        "A m i n a t a, Aminata, true",
        "I am in a room, Amina, false",
        "عَبْدُ الرَّحِيم, عبد الرحيم, true",
        "ﻋﺒﺪ, عبد, true",
        "Quality of Li, Li, true",
        "Lisa, Li, false",
        "张 伟, 张伟, true",
        "Семён, Семен, true",
        "बुद्ध, बुद्ध, true",
        "call 998711234567 now, +998 71 123 45 67, true",
        "call +998 71 123-45-67 now, +998 71 123 45 67, true",
        "call +998711234567 now, +998 71 123-45-67, true",
        "call (998 71) 123 45 67 now, +998711234567, true",
    })
    void findsWordsAsPeopleRecogniseThem(String text, String word, boolean found) throws IOException {
        byte[] pdf = LeakyFiles.pdf(document -> {
            LeakyFiles.page(document, "0 g");
            document.getDocumentInformation().setTitle(text);
        });

        assertThat(leaks(pdf, word)).as(text).hasSize(found ? 2 : 0);
    }

    @Test
    void findsLettersOfANameThatOnlyAFontStillHas() throws IOException {
        byte[] pdf = LeakyFiles.pdf(document -> {
            var page = LeakyFiles.page(document, "BT /F1 12 Tf 100 700 Td (Nobody.) Tj ET");
            var font = LeakyFiles.font();
            page.getResources().getCOSObject().getCOSDictionary(COSName.FONT).setItem(COSName.getPDFName("F1"), font);
            font.setItem(
                    COSName.TO_UNICODE,
                    LeakyFiles.stream(
                            document,
                            "begincmap 2 beginbfchar <01> <5F20> <02> <4F1F> endbfchar 1 beginbfrange <20> <7F> <0020> endbfrange endcmap"
                                    .getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        });

        assertThat(leaks(pdf, "张伟")).extracting(Leak::kind).containsExactly(Kind.FONT);
    }

    @Test
    void takesNoWordOfTheFormatForAName() throws IOException {
        byte[] pdf = Redacting.document(List.of("Nothing is told here."));

        assertThat(leaks(pdf, "Page", "Ray", "Do", "Type", "Abed", "Kim", "Ali", "Ed", "张伟"))
                .isEmpty();
    }

    /// The box leaves the end of the name to be seen, and nothing of it as text.
    @Test
    void readsWhatABoxLeavesToBeSeen() throws Exception {
        byte[] shown = Redacting.document(List.of("It was Mirembe who came."));
        byte[] pdf = redacting
                .inserted(shown, pages -> List.of(new Redaction(1, new Area(0.6, 0.1, 0.2, 0.02), "SOURCE")))
                .pdf();
        Path file = Files.write(folder.resolve("bundle.pdf"), pdf);
        Area beside = new Area(0.2, 0.09, 0.05, 0.02);
        List<Integer> sizes = new ArrayList<>();

        List<Leak> leaks = new LeakCheck(List.of("Mirembe"))
                .check(
                        file,
                        Optional.of(new LeakCheck.Pictures(Map.of(1, List.of(beside)), redacting.processes(), dots -> {
                            sizes.add(dots.width() * dots.height());
                            return read(dots);
                        })),
                        Progress.none());

        assertThat(leaks).extracting(Leak::kind).contains(Kind.PICTURE);
        assertThat(sizes).isNotEmpty().allMatch(size -> size < 1654 * 2339 / 4);
    }

    @Test
    void readsManyPlacesAtOnceAndTellsThePageOfTheOneThatIsLeft() throws Exception {
        byte[] shown = Redacting.document(List.of("It was Mirembe who came."));
        byte[] pdf = redacting
                .inserted(shown, pages -> List.of(new Redaction(1, new Area(0.6, 0.1, 0.2, 0.02), "SOURCE")))
                .pdf();
        Path file = Files.write(folder.resolve("bundle.pdf"), pdf);
        List<Area> apart = List.of(new Area(0.2, 0.5, 0.05, 0.02), new Area(0.2, 0.09, 0.05, 0.02));
        List<String> read = new ArrayList<>();

        List<Leak> leaks = new LeakCheck(List.of("Mirembe"))
                .check(
                        file,
                        Optional.of(new LeakCheck.Pictures(Map.of(1, apart), redacting.processes(), dots -> {
                            read.add(read(dots));
                            return read.getLast();
                        })),
                        Progress.none());

        assertThat(leaks)
                .filteredOn(leak -> leak.kind() == Kind.PICTURE)
                .extracting(Leak::page)
                .containsExactly(1);
        assertThat(read).hasSize(4);
        assertThat(read.get(1)).doesNotContain("Mirembe");
    }

    /// A scan on which one place is painted over, and the name stands in another, of which there is no text.
    @Test
    void readsWhatIsLeftElsewhereOnThePicture() throws Exception {
        byte[] scan = LeakyFiles.scan("It was Mirembe who came.");
        byte[] pdf = redacting
                .made(scan, "image/png", pages -> List.of(new Redaction(1, new Area(0.1, 0.8, 0.2, 0.02), "SOURCE")))
                .pdf();
        Path file = Files.write(folder.resolve("bundle.pdf"), pdf);
        Map<Integer, List<Area>> painted = Map.of(1, List.of(new Area(0.1, 0.8, 0.2, 0.02)));

        List<Leak> leaks = new LeakCheck(List.of("Mirembe"))
                .check(
                        file,
                        Optional.of(new LeakCheck.Pictures(painted, redacting.processes(), this::read)),
                        Progress.none());

        assertThat(leaks).extracting(Leak::kind).containsExactly(Kind.PICTURE);
    }

    /// The text under the scan has the name misread, so that only looking at it tells.
    @Test
    void readsThePictureOverATextThatMisreadIt() throws Exception {
        Path file =
                Files.write(folder.resolve("bundle.pdf"), LeakyFiles.misread("It was Mirembe.", "It was Mirernbe."));
        Map<Integer, List<Area>> painted = Map.of(1, List.of(new Area(0.1, 0.8, 0.2, 0.02)));

        List<Leak> leaks = new LeakCheck(List.of("Mirembe"))
                .check(
                        file,
                        Optional.of(new LeakCheck.Pictures(painted, redacting.processes(), this::read)),
                        Progress.none());

        assertThat(leaks).extracting(Leak::kind).containsExactly(Kind.PICTURE);
    }

    private String read(Dots dots) throws IOException {
        BufferedImage image = new BufferedImage(dots.width(), dots.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, dots.width(), dots.height(), dots.rows(), 0, dots.width());
        Path picture = folder.resolve("around.png");
        ImageIO.write(image, "png", picture.toFile());
        try {
            return OutsideProgram.run(folder, "tesseract", picture.toString(), "stdout", "-l", "eng", "--psm", "6")
                    .words();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void saysThatAFileCannotBeRead() throws IOException {
        assertThat(leaks(
                        "%PDF-1.7 nothing\n%%EOF startxref".getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                        "Amina"))
                .extracting(Leak::kind)
                .contains(Kind.UNREADABLE);
    }
}
