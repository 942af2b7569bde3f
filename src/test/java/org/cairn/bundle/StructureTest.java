package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a reader that speaks is told of a bundle.
class StructureTest {

    @TempDir
    Path folder;

    private record Told(String type, COSDictionary element) {}

    private static List<Told> all(PDDocument document) {
        COSDictionary root = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.STRUCT_TREE_ROOT);
        List<Told> told = new ArrayList<>();
        walk(root.getDictionaryObject(COSName.K), told);
        return told;
    }

    private static void walk(COSBase kid, List<Told> told) {
        if (kid instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                walk(array.getObject(i), told);
            }
        } else if (kid instanceof COSDictionary element && element.getDictionaryObject(COSName.S) != null) {
            told.add(new Told(element.getNameAsString(COSName.S), element));
            walk(element.getDictionaryObject(COSName.K), told);
        }
    }

    private ServedBundle written() throws IOException {
        BufferedImage picture = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        return new BundleWriter()
                .write(
                        Plans.of(
                                Locale.ENGLISH,
                                Plans.statement("A/1", 1, "ug", "مېنى كېچىدە", 2),
                                Plans.document("A/2", 2, "Report", "r.pdf", "application/pdf", Plans.pdf(3)),
                                Plans.document("A/3", 3, "Photograph", "p.png", "image/png", png.toByteArray())),
                        folder,
                        Progress.none(),
                        done -> {});
    }

    @Test
    void leavesOutNoRankOfHeadingOnTheWayDown() throws IOException {
        try (PDDocument document = Loader.loadPDF(written().pdf().toFile())) {
            List<Integer> ranks = all(document).stream()
                    .filter(told -> told.type().matches("H\\d"))
                    .map(told -> Integer.parseInt(told.type().substring(1)))
                    .toList();

            assertThat(ranks).startsWith(1).contains(1, 2, 3, 4);
            for (int i = 1; i < ranks.size(); i++) {
                assertThat(ranks.get(i)).isLessThanOrEqualTo(ranks.get(i - 1) + 1);
            }
        }
    }

    @Test
    void tellsPagesOfOthersByTheirWordsAndPicturesAsPictures() throws IOException {
        try (PDDocument document = Loader.loadPDF(written().pdf().toFile())) {
            List<COSDictionary> parts = all(document).stream()
                    .map(Told::element)
                    .filter(element -> element.containsKey(COSName.T))
                    .toList();
            assertThat(parts.stream().map(part -> part.getString(COSName.T))).containsExactly("Report", "Photograph");
            List<Told> pages = new ArrayList<>();
            walk(parts.getFirst().getDictionaryObject(COSName.K), pages);
            assertThat(pages).extracting(Told::type).containsExactly("P", "P", "P");
            List<Told> pictures = new ArrayList<>();
            walk(parts.getLast().getDictionaryObject(COSName.K), pictures);
            assertThat(pictures).extracting(Told::type).containsExactly("Figure");
            assertThat(pictures.getFirst().element().getString(COSName.ALT))
                    .isEqualTo("Exhibit A/3, page 1 of 1: a picture, without text that could be read aloud");
            assertThat(shownAs(document, pages.get(1).element())).contains("Laboratory report, sheet 2");
        }
    }

    /// The text of the marked content that an element of one page names; the stamp is none of it.
    private static String shownAs(PDDocument document, COSDictionary element) throws IOException {
        PDPage page = new PDPage(element.getCOSDictionary(COSName.PG));
        assertThat(document.getPages().indexOf(page)).isPositive();
        int number = ((COSInteger) element.getDictionaryObject(COSName.K)).intValue();
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        assertThat(extractor.getMarkedContents().stream().flatMap(content -> content.getContents().stream()))
                .noneMatch(part -> part instanceof PDMarkedContent inner && "Artifact".equals(inner.getTag()));
        StringBuilder text = new StringBuilder();
        extractor.getMarkedContents().stream()
                .filter(content -> content.getMCID() == number)
                .forEach(content -> content.getContents().forEach(text::append));
        return text.toString();
    }

    @Test
    void saysInWhichLanguageAWitnessSpeaks() throws IOException {
        try (PDDocument document = Loader.loadPDF(written().pdf().toFile())) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(all(document).stream()
                            .map(told -> told.element().getString(COSName.LANG))
                            .filter(language -> language != null))
                    .contains("ug");
        }
    }
}
