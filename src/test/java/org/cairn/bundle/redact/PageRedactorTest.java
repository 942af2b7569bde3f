package org.cairn.bundle.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.bundle.check.Leak;
import org.cairn.bundle.check.LeakCheck;
import org.cairn.bundle.insert.OutsideProgram;
import org.cairn.bundle.redact.RedactedPage.Fate;
import org.cairn.bundle.typeset.Direction;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Margins;
import org.cairn.bundle.typeset.Style;
import org.cairn.domain.Area;
import org.cairn.domain.Redaction;
import org.cairn.drawing.DrawingLimits;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRedactorTest {

    private static final String SCRIPTS = """
            en | The guard Aminata Sow opened the door at night.        | Aminata Sow | The guard opened the door at night.
            ru | Сторож Иван Петров открыл дверь ночью.                  | Иван Петров | Сторож открыл дверь ночью.
            ar | فتح الحارس عبد الرحيم الباب ليلا في القرية 2018          | عبد الرحيم   | فتح الحارس الباب ليلا في القرية 2018
            zh | 夜里看守张伟打开了门。                                      | 张伟         | 夜里看守打开了门。
            bo | མཚན་མོར་བཀྲ་ཤིས་ཀྱིས་སྒོ་ཕྱེས                          | བཀྲ་ཤིས་      | མཚན་མོར་ཀྱིས་སྒོ་ཕྱེས
            """;
    private static final PDType1Font HELVETICA = new PDType1Font(FontName.HELVETICA);

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

    private static String plain(String text) {
        return text.replaceAll("[\\s\\p{Cf}]", "");
    }

    private static Redaction over(int page, double x, double y, double width, double height) {
        return new Redaction(page, new Area(x, y, width, height), "SOURCE");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = SCRIPTS)
    void leavesTheWordsBesideABoxInOrder(String language, String sentence, String name, String rest) {
        Redacting.Made made = redacting.set(List.of(sentence), name);

        assertThat(made.fates()).extracting(RedactedPage::fate).containsExactly(Fate.PAINTED);
        assertThat(plain(made.text())).as(language).contains(plain(rest));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = SCRIPTS)
    void leavesTheWordsBesideABoxInOrderForOtherPrograms(String language, String sentence, String name, String rest)
            throws Exception {
        Redacting.Made made = redacting.set(List.of(sentence), name);

        assertThat(plain(byPoppler(made.pdf()))).as(language).contains(plain(rest));
    }

    /// The same sentence in a file that others made, with its fonts.
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = SCRIPTS)
    void leavesTheWordsOfAnInsertedPage(String language, String sentence, String name, String rest) {
        Redacting.Made made = redacting.words(Redacting.document(List.of(sentence)), name);

        assertThat(plain(made.text())).as(language).contains(plain(rest));
    }

    private String byPoppler(byte[] pdf) throws Exception {
        Path file = Files.write(folder.resolve("read.pdf"), pdf);
        Path text = folder.resolve("read.txt");
        OutsideProgram.run(folder, "pdftotext", file.toString(), text.toString());
        return Files.readString(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = SCRIPTS)
    void leavesNoLetterOfANameInAnyFontOfTheBundle(String language, String sentence, String name, String rest)
            throws IOException {
        Redacting.Made made = redacting.set(List.of(sentence, rest), name);
        Path file = Files.write(folder.resolve("bundle.pdf"), made.pdf());

        assertThat(new LeakCheck(List.of(name)).check(file)).isEmpty();
        Set<Integer> hidden = new TreeSet<>();
        name.codePoints().filter(c -> c > 0x2E80).forEach(hidden::add);
        rest.codePoints().forEach(hidden::remove);
        try (PDDocument document = Loader.loadPDF(made.pdf())) {
            for (String map : maps(document)) {
                for (int letter : hidden) {
                    assertThat(map).doesNotContain(String.format("<%04X>", letter));
                }
            }
        }
    }

    private static List<String> maps(PDDocument document) throws IOException {
        List<String> maps = new ArrayList<>();
        for (COSBase value : reachable(document)) {
            if (value instanceof COSDictionary font
                    && font.getDictionaryObject(COSName.TO_UNICODE) instanceof COSStream map) {
                maps.add(new String(map.createInputStream().readAllBytes(), StandardCharsets.US_ASCII));
            }
        }
        return maps;
    }

    private static Set<COSBase> reachable(PDDocument document) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<COSBase> next = new ArrayList<>(List.of(document.getDocument().getTrailer()));
        while (!next.isEmpty()) {
            COSBase value = next.removeLast();
            COSBase inner = value instanceof COSObject object ? object.getObject() : value;
            if (inner == null || !seen.add(inner)) {
                continue;
            }
            if (inner instanceof COSArray array) {
                array.forEach(next::add);
            } else if (inner instanceof COSDictionary dictionary) {
                dictionary.entrySet().forEach(entry -> next.add(entry.getValue()));
            }
        }
        return seen;
    }

    @Test
    void saysThatAPageIsWithheldInFull() {
        Redacting.Made made = redacting.inserted(
                Redacting.document(List.of("All of this is secret.")),
                pages -> List.of(new Redaction(1, Area.WHOLE, "HEALTH")));

        assertThat(made.fates()).containsExactly(new RedactedPage(1, Fate.WITHHELD));
        assertThat(made.text())
                .contains("This page is withheld in full: HEALTH")
                .doesNotContain("secret");
    }

    @Test
    void withholdsAPageThatIsDrawnForEver() throws IOException {
        byte[] hostile = pdf(document -> {
            PDPage page = page(document, "/Loop Do");
            COSDictionary forms = new COSDictionary();
            COSStream before = null;
            for (int i = 0; i < 12; i++) {
                COSStream form = stream(document, i == 0 ? "0 0 500 500 re f" : "/In Do ".repeat(12));
                form.setItem(COSName.TYPE, COSName.XOBJECT);
                form.setItem(COSName.SUBTYPE, COSName.FORM);
                form.setItem(COSName.BBOX, new PDRectangle(500, 500).getCOSArray());
                if (before != null) {
                    COSDictionary inner = new COSDictionary();
                    inner.setItem(COSName.getPDFName("In"), before);
                    COSDictionary resources = new COSDictionary();
                    resources.setItem(COSName.XOBJECT, inner);
                    form.setItem(COSName.RESOURCES, resources);
                }
                before = form;
            }
            forms.setItem(COSName.getPDFName("Loop"), before);
            page.getResources().getCOSObject().setItem(COSName.XOBJECT, forms);
            page(document, "BT /F1 12 Tf 100 700 Td (A page like others) Tj ET");
        });
        try (Redacting impatient = new Redacting(new DrawingLimits(Duration.ofSeconds(2), 256, 1))) {
            Redacting.Made made = impatient.inserted(
                    hostile, pages -> List.of(over(1, 0.1, 0.1, 0.1, 0.1), over(2, 0.1, 0.5, 0.1, 0.1)));

            assertThat(made.fates())
                    .containsExactly(new RedactedPage(1, Fate.NOT_DRAWN), new RedactedPage(2, Fate.PAINTED));
            assertThat(made.text()).contains("This page could not be shown: SOURCE", "A page like others");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "90, 0", "180, 0", "270, 0", "0, 37", "90, 37", "180, -60", "270, 37"})
    void paintsWhereItIsShownOnPagesThatAreTurnedCutAndShifted(int rotation, int shift) throws IOException {
        for (boolean inserted : new boolean[] {true, false}) {
            byte[] source = pdf(document -> turned(document, rotation, shift));
            Area area = new Area(0.3, 0.2, 0.25, 0.3);
            byte[] after = inserted
                    ? redacting
                            .inserted(source, pages -> List.of(new Redaction(1, area, "X")))
                            .pdf()
                    : direct(source, List.of(new Redaction(1, area, "X")));

            BufferedImage before = drawn(source, 0);
            BufferedImage painted = drawn(after, 0);
            assertThat(painted.getWidth()).isCloseTo(before.getWidth(), org.assertj.core.data.Offset.offset(1));
            assertThat(painted.getHeight()).isCloseTo(before.getHeight(), org.assertj.core.data.Offset.offset(1));
            assertLooksTheSameBeside(before, painted, List.of(area));
        }
    }

    /// Lines of words all over a page whose visible part is shifted.
    private static void turned(PDDocument document, int rotation, int shift) throws IOException {
        StringBuilder content = new StringBuilder();
        for (int line = 0; line < 40; line++) {
            content.append("BT /F1 11 Tf ")
                    .append(shift + 20)
                    .append(' ')
                    .append(shift + 20 + line * 18)
                    .append(" Td (Line number ")
                    .append(line)
                    .append(" of a page that was turned, cut and shifted by somebody) Tj ET\n");
        }
        content.append("0.8 0.1 0.1 rg ")
                .append(shift + 300)
                .append(' ')
                .append(shift + 400)
                .append(" 150 90 re f\n");
        PDPage page = page(document, content.toString());
        page.setMediaBox(new PDRectangle(shift - 30, shift - 30, 600, 800));
        page.setCropBox(new PDRectangle(shift, shift, 500, 700));
        page.setRotation(rotation);
    }

    private static byte[] direct(byte[] source, List<Redaction> redactions) throws IOException {
        try (PDDocument document = Loader.loadPDF(source)) {
            List<PDPage> pages = new ArrayList<>();
            document.getPages().forEach(pages::add);
            Fonts fonts = new Fonts(document);
            new PageRedactor(document, fonts, redacting.processes(), Redacting.WORDING, Progress.none())
                    .inserted(pages, 0, redactions);
            return Redacting.bytes(document, fonts);
        }
    }

    private static BufferedImage drawn(byte[] pdf, int page) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(page, 100, ImageType.RGB);
        }
    }

    private static void assertLooksTheSameBeside(BufferedImage before, BufferedImage after, List<Area> areas) {
        int width = Math.min(before.getWidth(), after.getWidth());
        int height = Math.min(before.getHeight(), after.getHeight());
        int other = 0;
        int bright = 0;
        double difference = 0;
        int compared = 0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double across = (x + 0.5) / width;
                double down = (y + 0.5) / height;
                boolean in = areas.stream().anyMatch(area -> within(area, across, down, -0.006));
                boolean near = areas.stream().anyMatch(area -> within(area, across, down, 0.008));
                int shade = (after.getRGB(x, y) >> 8 & 255);
                if (in) {
                    bright += shade > 40 ? 1 : 0;
                } else if (!near) {
                    int step = Math.abs((before.getRGB(x, y) >> 8 & 255) - shade);
                    difference += step;
                    other += step > 128 ? 1 : 0;
                    compared++;
                }
            }
        }
        // the label is white; everything else in the box is black
        assertThat(bright).isLessThan((int) (width * height * 0.02));
        assertThat(difference / compared).isLessThan(6);
        assertThat(other / (double) compared).isLessThan(0.005);
    }

    private static boolean within(Area area, double x, double y, double margin) {
        return x > area.x() - margin
                && x < area.right() + margin
                && y > area.y() - margin
                && y < area.bottom() + margin;
    }

    /// Random words at random places of a page however turned, under random boxes: what a box touches is gone, what it
    /// does not come near is there, in order.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void takesWhatABoxTouchesAndNothingElse(long seed) throws IOException {
        Random random = new Random(seed);
        int rotation = (int) (seed % 4) * 90;
        float left = random.nextInt(100) - 50;
        List<Placed> words = new ArrayList<>();
        StringBuilder content = new StringBuilder();
        for (int line = 0; line < 30; line++) {
            double x = 30;
            double size = 8 + random.nextInt(6);
            double y = 760 - line * 24;
            while (x < 480) {
                String word = "w" + Integer.toString(1000 + words.size(), 36) + "q" + random.nextInt(10);
                double width = HELVETICA.getStringWidth(word) / 1000 * size;
                content.append(String.format(
                        java.util.Locale.ROOT, "BT /F1 %.1f Tf %.2f %.2f Td (%s) Tj ET\n", size, left + x, y, word));
                words.add(new Placed(word, x, y, width, size));
                x += width + size * 0.6 + random.nextInt(30);
            }
        }
        byte[] source = pdf(document -> {
            PDPage page = page(document, content.toString());
            page.setMediaBox(new PDRectangle(left, 0, 560, 800));
            page.setRotation(rotation);
        });
        List<Redaction> redactions = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            redactions.add(over(
                    1,
                    random.nextDouble() * 0.8,
                    random.nextDouble() * 0.8,
                    0.02 + random.nextDouble() * 0.15,
                    0.005 + random.nextDouble() * 0.12));
        }
        String text = inItsPlaces(
                seed > 6
                        ? direct(source, redactions)
                        : redacting.inserted(source, pages -> redactions).pdf());

        List<String> left2 = Stream.of(text.strip().split("\\s+")).toList();
        List<String> certain = new ArrayList<>();
        for (Placed word : words) {
            boolean hit = redactions.stream().anyMatch(one -> word.meets(one.area(), rotation, -0.1));
            boolean near = redactions.stream().anyMatch(one -> word.meets(one.area(), rotation, 0.35));
            if (hit) {
                assertThat(left2).as("seed %d", seed).doesNotContain(word.text());
            } else if (!near) {
                certain.add(word.text());
            }
        }
        assertThat(certain).hasSizeGreaterThan(50);
        assertThat(left2).as("seed %d", seed).containsSubsequence(certain);
    }

    /// Lines that run up or down are read only so.
    private static String inItsPlaces(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setSortByPosition(true);
            return reader.getText(document);
        }
    }

    private record Placed(String text, double x, double y, double width, double size) {

        /// Whether its letters, grown by a part of their size, meet an area of the page as shown.
        boolean meets(Area area, int rotation, double grown) {
            double pad = size * grown;
            double left = (x - pad) / 560;
            double right = (x + width + pad) / 560;
            double bottom = (y - pad) / 800;
            double top = (y + size * 0.5 + pad) / 800;
            double[] shown = switch (rotation) {
                case 90 -> new double[] {bottom, left, top, right};
                case 180 -> new double[] {1 - right, bottom, 1 - left, top};
                case 270 -> new double[] {1 - top, 1 - right, 1 - bottom, 1 - left};
                default -> new double[] {left, 1 - top, right, 1 - bottom};
            };
            return shown[0] < area.right() && shown[2] > area.x() && shown[1] < area.bottom() && shown[3] > area.y();
        }
    }

    @Test
    void reachesNothingOfAPageFromAnotherThatSharesItsResources() throws IOException {
        byte[] source = pdf(document -> {
            PDPage first = page(document, "/Secret Do BT /F1 12 Tf 100 700 Td (First page) Tj ET");
            PDPage second = page(document, "/Letterhead Do BT /F1 12 Tf 100 700 Td (Second page) Tj ET");
            COSDictionary drawn = new COSDictionary();
            drawn.setItem(
                    COSName.getPDFName("Secret"), form(document, "BT /F1 12 Tf 10 10 Td (Aminata Sow) Tj ET", first));
            drawn.setItem(
                    COSName.getPDFName("Letterhead"), form(document, "BT /F1 12 Tf 10 10 Td (Clinic) Tj ET", first));
            first.getResources().getCOSObject().setItem(COSName.XOBJECT, drawn);
            second.setResources(first.getResources());
        });
        Redacting.Made made = redacting.words(source, "Aminata Sow");

        assertThat(made.text()).contains("First page", "Second page", "Clinic");
        assertThat(new LeakCheck(List.of("Aminata Sow")).check(Files.write(folder.resolve("b.pdf"), made.pdf())))
                .isEmpty();
        try (PDDocument document = Loader.loadPDF(made.pdf())) {
            assertThat(document.getPage(1).getResources().getXObjectNames())
                    .extracting(COSName::getName)
                    .doesNotContain("Secret");
        }
    }

    /// A font that two pages share tells the name by its letters, until the other page is a picture too.
    @Test
    void drawsAPageWhoseFontHoldsTheLettersOfAName() throws IOException {
        List<String> paragraphs = new ArrayList<>(List.of("夜里看守张伟打开了门。"));
        for (int i = 0; i < 40; i++) {
            paragraphs.add("夜里看守打开了门。");
        }
        byte[] source = Redacting.document(paragraphs);

        Redacting.Made kept = redacting.words(source, "张伟");
        Redacting.Made drawn = redacting.words(source, Set.of(2), "张伟");

        LeakCheck proof = new LeakCheck(List.of("张伟"));
        assertThat(proof.check(Files.write(folder.resolve("kept.pdf"), kept.pdf())))
                .extracting(Leak::kind)
                .containsExactly(Leak.Kind.FONT);
        assertThat(proof.check(Files.write(folder.resolve("drawn.pdf"), drawn.pdf())))
                .isEmpty();
        assertThat(plain(drawn.text())).isEqualTo(plain(kept.text()));
    }

    @Test
    void keepsLinksBesideABoxAndDropsThoseUnderIt() throws IOException {
        byte[] source = pdf(document -> {
            PDPage first = page(document, "BT /F1 12 Tf 100 700 Td (See the second page) Tj ET");
            PDPage second = page(document, "BT /F1 12 Tf 100 700 Td (Second) Tj ET");
            for (float y : new float[] {690, 390}) {
                PDAnnotationLink link = new PDAnnotationLink();
                link.setRectangle(new PDRectangle(100, y, 100, 20));
                link.setContents("about somebody");
                PDPageXYZDestination to = new PDPageXYZDestination();
                to.setPage(second);
                link.setDestination(to);
                first.getAnnotations().add(link);
            }
        });
        Redacting.Made made = redacting.inserted(source, pages -> List.of(over(1, 0.1, 0.5, 0.5, 0.1)));

        try (PDDocument document = Loader.loadPDF(made.pdf())) {
            assertThat(document.getPage(0).getAnnotations()).hasSize(1);
            PDAnnotationLink link =
                    (PDAnnotationLink) document.getPage(0).getAnnotations().getFirst();
            assertThat(link.getRectangle().getLowerLeftY()).isEqualTo(690);
            assertThat(link.getContents()).isNull();
            assertThat(((PDPageXYZDestination)
                                    Optional.ofNullable(link.getDestination()).orElseThrow())
                            .getPage())
                    .isEqualTo(document.getPage(1));
        }
    }

    @Test
    void leavesOtherPagesAsTheyAre() throws IOException {
        byte[] source = pdf(document -> {
            page(document, "BT /F1 12 Tf 100 700 Td (First) Tj ET");
            page(document, "BT /F1 12 Tf 100 700 Td (Second) Tj ET");
        });
        Redacting.Made made = redacting.words(source, "First");

        try (PDDocument document = Loader.loadPDF(made.pdf())) {
            assertThat(new String(document.getPage(1).getContents().readAllBytes(), StandardCharsets.ISO_8859_1))
                    .contains("(Second) Tj");
        }
    }

    @Test
    void givesTheSameBytesForTheSamePages() throws IOException {
        byte[] source = Redacting.document(Stream.generate(() -> "The guard Aminata Sow opened the door. 夜里看守张伟打开了门。")
                .limit(120)
                .toList());

        byte[] once = redacting.words(source, "Aminata Sow", "张伟").pdf();

        assertThat(redacting.words(source, "Aminata Sow", "张伟").pdf()).isEqualTo(once);
    }

    @Test
    void paintsOverPicturesThatWereInserted() throws IOException {
        BufferedImage picture = new BufferedImage(800, 1100, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < 1100; y++) {
            for (int x = 0; x < 800; x++) {
                int shade = (x * 200 / 800 + random.nextInt(30));
                picture.setRGB(x, y, shade << 16 | (y * 200 / 1100 + 20) << 8 | 90);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        Area area = new Area(0.4, 0.4, 0.2, 0.2);

        byte[] before = redacting
                .made(png.toByteArray(), "image/png", pages -> List.of())
                .pdf();
        Redacting.Made made =
                redacting.made(png.toByteArray(), "image/png", pages -> List.of(new Redaction(1, area, "X")));

        assertLooksTheSameBeside(drawn(before, 0), drawn(made.pdf(), 0), List.of(area));
        try (PDDocument document = Loader.loadPDF(made.pdf())) {
            COSName only = document.getPage(0)
                    .getResources()
                    .getXObjectNames()
                    .iterator()
                    .next();
            BufferedImage dots = ((org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject)
                            document.getPage(0).getResources().getXObject(only))
                    .getImage();
            int inside = dots.getRGB((int) (dots.getWidth() * 0.42), (int) (dots.getHeight() * 0.42));
            assertThat(inside & 0xFFFFFF).isEqualTo(0);
        }
    }

    @Test
    void takesWordsUnderAScanWithWhatIsSeenOfThem() throws IOException {
        byte[] source = pdf(document -> {
            PDPage page = page(
                    document,
                    "q 595 0 0 842 0 0 cm /Im Do Q BT 3 Tr /F1 24 Tf 100 600 Td (secret) Tj 200 0 Td (open) Tj 0 -400 Td"
                            + " (nowhere) Tj ET");
            BufferedImage scan = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D pen = scan.createGraphics();
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, 1240, 1754);
            pen.setColor(Color.BLACK);
            pen.fillRect(208, 470, 120, 30);
            pen.fillRect(640, 470, 120, 30);
            pen.dispose();
            page.getResources().put(COSName.getPDFName("Im"), LosslessFactory.createFromImage(document, scan));
        });
        // the box ends a hair before the word that was put under the scan a little too far to the right
        Redacting.Made made = redacting.inserted(source, pages -> List.of(over(1, 0.1, 0.25, 0.067, 0.05)));

        assertThat(made.text()).contains("open").doesNotContain("secret").doesNotContain("nowhere");
    }

    /// A note may have no look but its words; where its page becomes a picture they must be on it.
    @Test
    void showsANoteThatIsWrittenOnThePage() throws IOException {
        byte[] source = pdf(document -> {
            PDPage page = page(document, "BT /F1 12 Tf 100 700 Td (A secret) Tj ET");
            COSDictionary note = new COSDictionary();
            note.setItem(COSName.TYPE, COSName.ANNOT);
            note.setItem(COSName.SUBTYPE, COSName.getPDFName("FreeText"));
            note.setItem(COSName.RECT, new PDRectangle(100, 400, 300, 40).getCOSArray());
            note.setString(COSName.CONTENTS, "Witnessed by the clerk");
            note.setString(COSName.DA, "/Helv 14 Tf 0 g");
            COSArray notes = new COSArray();
            notes.add(note);
            page.getCOSObject().setItem(COSName.ANNOTS, notes);
        });

        assertThat(redacting.words(source, "secret").text()).contains("Witnessed by the clerk");
    }

    @Test
    void tellsWhichLinksOfOurPagesStay() {
        Redacting.Made made = redacting.set(
                fonts -> {
                    Flow flow = new Flow(fonts, Margins.centimetres(2.5f), Direction.LEFT_TO_RIGHT);
                    Style style = Style.serif(12, 20);
                    flow.paragraph("Shown to Aminata", style, Direction.LEFT_TO_RIGHT, 0, Optional.of("one"));
                    flow.paragraph("Shown to nobody", style, Direction.LEFT_TO_RIGHT, 0, Optional.of("two"));
                    return flow.finish();
                },
                pages -> redacting.everywhere(pages, List.of("Aminata")));

        assertThat(made.links()).containsExactly("two");
    }

    /// Real files with words left under boxes, and some where all is well.
    @Test
    void takesOutWhatCourtsLeftUnderTheirBoxes() throws IOException {
        Path files = Path.of(System.getProperty("cairn.corpora", "../shared/corpora"), "documents/dev/xray-court-pdfs");
        assumeTrue(Files.isDirectory(files), "no corpus of documents beside the project");
        try (Stream<Path> all = Files.list(files)) {
            for (Path file :
                    all.filter(one -> one.toString().endsWith(".pdf")).sorted().toList()) {
                byte[] source = Files.readAllBytes(file);
                Optional<String> word = longest(Redacting.text(source));
                if (word.isEmpty()) {
                    continue;
                }
                Redacting.Made made = redacting.words(source, word.get());

                assertThat(new LeakCheck(List.of(word.get())).check(Files.write(folder.resolve("b.pdf"), made.pdf())))
                        .as(file.getFileName().toString())
                        .isEmpty();
                assertThat(made.fates()).extracting(RedactedPage::fate).containsOnly(Fate.PAINTED);
            }
        }
    }

    private static Optional<String> longest(String text) {
        return Stream.of(text.split("\\P{L}+"))
                .filter(word -> word.matches("\\p{L}\\p{Ll}{1,18}"))
                .max(java.util.Comparator.comparingInt(String::length).thenComparing(word -> word));
    }

    interface Making {
        void make(PDDocument document) throws IOException;
    }

    private static byte[] pdf(Making making) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            making.make(document);
            document.save(out);
            return out.toByteArray();
        }
    }

    private static PDPage page(PDDocument document, String content) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        PDResources resources = new PDResources();
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE1);
        font.setItem(COSName.BASE_FONT, COSName.getPDFName("Helvetica"));
        COSDictionary fonts = new COSDictionary();
        fonts.setItem(COSName.getPDFName("F1"), font);
        resources.getCOSObject().setItem(COSName.FONT, fonts);
        page.setResources(resources);
        page.getCOSObject().setItem(COSName.CONTENTS, stream(document, content));
        document.addPage(page);
        return page;
    }

    private static COSStream stream(PDDocument document, String content) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        return stream;
    }

    private static COSStream form(PDDocument document, String content, PDPage page) throws IOException {
        COSStream form = stream(document, content);
        form.setItem(COSName.TYPE, COSName.XOBJECT);
        form.setItem(COSName.SUBTYPE, COSName.FORM);
        form.setItem(COSName.BBOX, new PDRectangle(500, 500).getCOSArray());
        COSDictionary resources = new COSDictionary();
        resources.setItem(COSName.FONT, page.getResources().getCOSObject().getItem(COSName.FONT));
        form.setItem(COSName.RESOURCES, resources);
        return form;
    }
}
