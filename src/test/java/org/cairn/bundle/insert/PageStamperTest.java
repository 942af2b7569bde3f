package org.cairn.bundle.insert;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageStamperTest {

    private static final COSName SHRUNK = COSName.getPDFName("CairnPage");

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    private boolean shrinks(String content) throws Exception {
        PDPage page = bench.insert(Sources.pdfOf(content)).pages().getFirst();
        bench.finish();
        return isShrunk(page);
    }

    private static boolean isShrunk(PDPage page) {
        COSDictionary resources = page.getCOSObject().getCOSDictionary(COSName.RESOURCES);
        COSDictionary objects = resources.getCOSDictionary(COSName.XOBJECT);
        return objects != null && objects.containsKey(SHRUNK);
    }

    private static String text(int x, int y) {
        return "BT /F1 10 Tf " + x + " " + y + " Td (words where they are) Tj ET ";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BT /F1 10 Tf 520 12 Td (in the way) Tj ET",
                "BT /F1 10 Tf 400 12 Td (longer words in the way of the number) Tj ET",
                "BT 3 Tr /F1 10 Tf 540 12 Td (unseen) Tj ET",
                "0.9 g 0 0 595 842 re f",
                "540 5 40 15 re S",
                "500 2 m 595 24 l S",
                "BT /F1 10 Tf 520 822 Td (head) Tj ET",
                "BT /F1 4 Tf 1 0 0 1 300 30 Tm (small and above ) Tj /F1 40 Tf (X) Tj ET",
                "BT /F1 10 Tf 0 1 -1 0 575 2 Tm (upwards) Tj ET",
                "BT /F1 10 Tf 540 60 Td -50 Ts (lowered) Tj ET",
                "BT /F1 10 Tf 100 400 Td (far away) Tj 440 -388 Td (in the way) Tj ET"
            })
    void makesRoomWhereContentIsInTheWay(String content) throws Exception {
        assertThat(shrinks(content)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BT /F1 10 Tf 100 12 Td (footer at the left) Tj ET",
                "1 g 0 0 595 842 re f 0 g BT /F1 10 Tf 100 400 Td (on white) Tj ET",
                "BT /F1 10 Tf 560 12 Td (   ) Tj ET",
                "BT /F1 10 Tf 0 1 -1 0 300 2 Tm (upwards) Tj ET",
                "BT /F1 10 Tf 540 60 Td 20 Ts (raised) Tj ET",
                "BT /F1 10 Tf 300 400 Td (far away) Tj -200 -388 Td (footer at the left) Tj ET",
                "10 30 575 770 re S",
                "q 0 100 100 100 re W n 0 0 595 842 re f Q",
                ""
            })
    void leavesPagesAloneThatHaveRoom(String content) throws Exception {
        assertThat(shrinks(content)).isFalse();
    }

    @Test
    void takesAFontForWhatItIsOnEachPage() throws Exception {
        PDPage narrow = withFont(Standard14Fonts.FontName.HELVETICA);
        PDPage wide = withFont(Standard14Fonts.FontName.COURIER);
        PDPage narrowAgain = withFont(Standard14Fonts.FontName.HELVETICA);
        bench.finish();

        assertThat(List.of(isShrunk(narrow), isShrunk(wide), isShrunk(narrowAgain)))
                .containsExactly(false, true, false);
    }

    /// A line at the bottom that reaches the number's place in a wide font only; every font has the same name.
    private PDPage withFont(Standard14Fonts.FontName font) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        bench.target.addPage(page);
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("F1"), new PDType1Font(font));
        page.setResources(resources);
        COSStream content = bench.target.getDocument().createCOSStream();
        try (OutputStream out = content.createOutputStream()) {
            out.write(("BT /F1 10 Tf 100 12 Td (" + "i".repeat(100) + ") Tj ET").getBytes(StandardCharsets.US_ASCII));
        }
        page.getCOSObject().setItem(COSName.CONTENTS, content);
        return page;
    }

    @Test
    void makesRoomOnAScanThatCoversThePage() throws Exception {
        PDPage page = new PDPage(PDRectangle.A4);
        bench.target.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(bench.target, page)) {
            content.drawImage(
                    LosslessFactory.createFromImage(
                            bench.target, Sources.picture(200, 300, BufferedImage.TYPE_BYTE_GRAY)),
                    0,
                    0,
                    595,
                    842);
        }
        bench.finish();

        assertThat(isShrunk(page)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void numbersDensePagesSoThatTheNumberEndsItsLine(int rotation) throws Exception {
        StringBuilder dense = new StringBuilder();
        for (int y = 2; y < 842; y += 9) {
            dense.append("BT /F1 9 Tf 1 ")
                    .append(y)
                    .append(" Td (")
                    .append("dense 4 / 5 words ".repeat(8))
                    .append(") Tj ET\n");
        }
        bench.insert(
                Sources.pdf(document -> Sources.page(document, dense.toString()).setRotation(rotation)));

        bench.finish();
    }

    @Test
    void numbersPagesWhoseTextRunsSideways() throws Exception {
        StringBuilder sideways = new StringBuilder();
        for (int x = 30; x < 580; x += 14) {
            sideways.append("BT /F1 10 Tf 0 1 -1 0 ")
                    .append(x)
                    .append(" 20 Tm (")
                    .append("sideways words ".repeat(8))
                    .append(") Tj ET\n");
        }
        bench.insert(Sources.pdfOf(sideways.toString()));

        bench.finish();
    }

    @Test
    void keepsItsFontFromShowingASourcesText() throws Exception {
        PDPage page = bench.insert(Sources.pdf(document -> Sources.page(document, text(100, 400))
                        .getResources()
                        .getCOSObject()
                        .removeItem(COSName.FONT)))
                .pages()
                .getFirst();
        bench.finish();

        assertThat(page.getResources().getFontNames())
                .allSatisfy(name -> assertThat(name.getName()).startsWith("CairnStamp"));
    }

    @Test
    void stampsABundleOnceMore() throws Exception {
        bench.insert(Sources.pdfOf(text(100, 400)));
        byte[] bundle = Files.readAllBytes(bench.finish());
        try (Bench second = new Bench(folder)) {
            second.insert(new Memory(bundle));
            second.insert(new Memory(bundle));
            Path twice = second.finish();
            assertThat(second.text(twice)).containsPattern("1 ?/ ?1.*2 ?/ ?2");
        }
    }

    @Test
    void isNotHeldUpByAPageThatDrawsItselfWithoutEnd() throws Exception {
        Inserted inserted = bench.insert(Sources.pdf(document -> {
            PDPage page = Sources.page(document, "/X Do ".repeat(200));
            COSDictionary inner = page.getResources().getCOSObject();
            for (int i = 0; i < 12; i++) {
                COSStream form = Sources.stream(document, "/X Do ".repeat(200) + "0 0 m 1 1 l S ".repeat(50));
                form.setItem(COSName.SUBTYPE, COSName.FORM);
                form.setItem(COSName.BBOX, Sources.array(0, 0, 100, 100));
                inner.setItem(COSName.XOBJECT, Sources.dictionary("X", form));
                inner = Sources.dictionary();
                form.setItem(COSName.RESOURCES, inner);
            }
        }));
        PDFont font = Bench.font(bench.target);
        long start = System.nanoTime();

        new PageStamper(bench.target, font).stamp(inserted.pages().getFirst(), "1 / 1", "");

        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
        assertThat(isShrunk(inserted.pages().getFirst())).isTrue();
    }

    @Test
    void leavesOutLettersItsFontLacksRatherThanFail() throws Exception {
        PDPage page = new PDPage(PDRectangle.A4);
        bench.target.addPage(page);

        new PageStamper(bench.target, Sources.HELVETICA).stamp(page, "1 / 1", "Secret 证人\n line " + "long ".repeat(80));

        assertThat(bench.text(bench.save())).contains("Secret", "1 / 1");
    }

    @Test
    void findsThePagesOfManySizesAndShapes() throws Exception {
        for (PDRectangle size : List.of(
                PDRectangle.LETTER,
                PDRectangle.A5,
                PDRectangle.A3,
                new PDRectangle(842, 595),
                new PDRectangle(90, 80),
                new PDRectangle(5000, 9000))) {
            bench.insert(
                    Sources.pdf(document -> Sources.page(document, text(2, 2)).setMediaBox(size)));
        }
        bench.finish();
    }
}
