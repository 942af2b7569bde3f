package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A bundle for archives is one from its first page to its last, whatever was put in.
class ArchivalBundleTest {

    @TempDir
    Path folder;

    private interface Painter {
        void paint(PDDocument document, PDPage page, PDPageContentStream content) throws IOException;
    }

    private static byte[] source(Painter... painters) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (Painter painter : painters) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    painter.paint(document, page, content);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void words(PDPageContentStream content, PDFont font, String text) throws IOException {
        content.beginText();
        content.setFont(font, 14);
        content.newLineAtOffset(80, 400);
        content.showText(text);
        content.endText();
    }

    private static PDFont embedded(PDDocument document) throws IOException {
        return PDType0Font.load(document, ArchivalBundleTest.class.getResourceAsStream("/fonts/NotoSans-Regular.ttf"));
    }

    private static final Painter WHOLE = (document, page, content) -> {
        words(content, embedded(document), "A letter with its font");
    };
    private static final Painter WITHOUT_FONT = (document, page, content) ->
            words(content, new PDType1Font(Standard14Fonts.FontName.TIMES_ITALIC), "Letters from elsewhere");
    /// Described in full, but for the letters themselves.
    private static final Painter ONLY_DESCRIBED = (document, page, content) -> {
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, "Arial");
        descriptor.setInt(COSName.FLAGS, 32);
        COSArray widths = new COSArray();
        for (int code = 32; code <= 126; code++) {
            widths.add(COSInteger.get(556));
        }
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TRUE_TYPE);
        font.setName(COSName.BASE_FONT, "Arial");
        font.setInt(COSName.FIRST_CHAR, 32);
        font.setInt(COSName.LAST_CHAR, 126);
        font.setItem(COSName.WIDTHS, widths);
        font.setItem(COSName.ENCODING, COSName.WIN_ANSI_ENCODING);
        font.setItem(COSName.FONT_DESC, descriptor);
        // these letters are all as wide as that in what PDFBox draws for Arial
        words(content, new PDTrueTypeFont(font), "bondage");
    };
    private static final Painter FOUR_INKS = (document, page, content) -> {
        content.setNonStrokingColor(0.1f, 0.9f, 0.2f, 0.0f);
        content.addRect(50, 50, 100, 100);
        content.fill();
        words(content, embedded(document), "Printed in four inks");
    };
    private static final Painter LINKED = (document, page, content) -> {
        words(content, new PDType1Font(Standard14Fonts.FontName.HELVETICA), "See the first page");
        PDAnnotationLink link = new PDAnnotationLink();
        link.setRectangle(new org.apache.pdfbox.pdmodel.common.PDRectangle(80, 395, 100, 20));
        PDPageFitDestination to = new PDPageFitDestination();
        to.setPage(document.getPage(0));
        link.setDestination(to);
        page.setAnnotations(List.of(link));
    };

    private ServedBundle written(byte[] source) {
        BundlePlan plan = Plans.forArchives(Plans.of(
                Locale.ENGLISH,
                Plans.statement("A/1", 1, "ug", "مېنى كېچىدە دوختۇرخانىغا ئېلىپ باردى.", 12),
                Plans.document("A/2", 12, "Report", "report.pdf", "application/pdf", source)));
        return new BundleWriter().write(plan, folder, Progress.none(), done -> {});
    }

    @Test
    void holdsAsAWholeThoughItsSourceDoesNot() throws IOException {
        ServedBundle served = written(source(WHOLE, WITHOUT_FONT, FOUR_INKS, LINKED));

        byte[] pdf = Vera.bytes(served.pdf());
        assertThat(Vera.againstArchival(pdf)).isEmpty();
        assertThat(BundleChecker.check(served.pdf(), Optional.of(served.manifest())))
                .noneMatch(result -> result.outcome() == Outcome.BROKEN);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("A letter with its font", "Letters from elsewhere", "four inks", "See the first page")
                    .contains("Pages drawn anew for archiving", "2, 3, 4");
            PDPage linked = page(document, "See the first page");
            List<PDAnnotation> links = linked.getAnnotations();
            assertThat(links).singleElement().isInstanceOf(PDAnnotationLink.class);
            assertThat(links.getFirst().getCOSObject().containsKey(COSName.AP)).isFalse();
        }
    }

    /// Whoever looks for fonts that are not in the file finds none, not even one that no letter is written in.
    @Test
    void leavesOutFontsThatAPageListsAndDoesNotUse() throws IOException {
        ServedBundle served = written(source((document, page, content) -> {
            words(content, embedded(document), "A letter with its font");
            page.getResources().put(COSName.getPDFName("Spare"), new PDType1Font(Standard14Fonts.FontName.COURIER));
        }));

        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
        assertThat(served.results()).noneMatch(result -> result.code().equals("insert.drawnForArchive"));
    }

    private static PDPage page(PDDocument document, String words) throws IOException {
        for (int i = 1; i <= document.getNumberOfPages(); i++) {
            PDFTextStripper reader = new PDFTextStripper();
            reader.setStartPage(i);
            reader.setEndPage(i);
            if (reader.getText(document).contains(words)) {
                return document.getPage(i - 1);
            }
        }
        throw new AssertionError("no page says " + words);
    }

    @Test
    void drawsOnlyThePagesThatDoNotHoldAndSaysWhich() throws IOException {
        ServedBundle served = written(source(WHOLE, WITHOUT_FONT, WHOLE, FOUR_INKS, ONLY_DESCRIBED));

        assertThat(served.results())
                .filteredOn(result -> result.code().equals("insert.drawnForArchive"))
                .singleElement()
                .extracting(RuleResult::arguments)
                .isEqualTo(List.of("A/2", "3", "2, 4, 5"));
    }

    @Test
    void saysNothingWhereAllHeld() throws IOException {
        ServedBundle served = written(source(WHOLE));

        assertThat(served.results()).noneMatch(result -> result.code().equals("insert.drawnForArchive"));
        try (PDDocument document = Loader.loadPDF(served.pdf().toFile())) {
            assertThat(new PDFTextStripper().getText(document)).doesNotContain("drawn anew");
            String metadata =
                    new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
            assertThat(metadata).contains("pdfaid").doesNotContain("pdfuaid");
        }
    }
}
