package org.cairn.bundle.insert;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.cairn.bundle.typeset.Direction;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Line;
import org.cairn.bundle.typeset.Style;
import org.cairn.bundle.typeset.UnseenText;

/// Draws a page as a picture of itself, with its words behind it where they stand, so that they are still found.
///
/// It stays the same page: links to it and on it are kept; comments are part of the picture.
final class DrawnAnew {

    private static final Duration TIME = Duration.ofSeconds(30);
    private static final float DOTS_PER_POINT = 200 / 72f;
    private static final float MOST_DOTS = 4000;
    private static final float QUALITY = 0.88f;

    private final PDDocument target;
    private final Fonts fonts;
    private final PDPage page;

    DrawnAnew(PDDocument target, Fonts fonts, PDPage page) {
        this.target = target;
        this.fonts = fonts;
        this.page = page;
    }

    private record Seen(BufferedImage picture, List<PageWords.Word> words) {}

    void draw() throws IOException, UninsertableException {
        PDRectangle box = page.getCropBox();
        float scale = Math.min(DOTS_PER_POINT, MOST_DOTS / Math.max(box.getWidth(), box.getHeight()));
        Seen seen = Limited.run(Deadline.in(TIME), () -> see(scale));
        boolean photograph = hasPictures();
        COSDictionary own = page.getCOSObject();
        own.removeItem(COSName.CONTENTS);
        own.removeItem(COSName.GROUP);
        page.setResources(new PDResources());
        keepLinks(own);
        put(box, seen, photograph);
    }

    /// The page in a document of its own for as long as it is looked at.
    private Seen see(float scale) throws IOException {
        try (PDDocument alone = new PDDocument(SealedScratch.cache())) {
            alone.addPage(page);
            BufferedImage picture = new PDFRenderer(alone).renderImage(0, scale, ImageType.RGB);
            return new Seen(picture, words(alone));
        } finally {
            page.getCOSObject().removeItem(COSName.PARENT);
        }
    }

    private static List<PageWords.Word> words(PDDocument alone) {
        try {
            return PageWords.of(alone);
        } catch (IOException | RuntimeException e) {
            // a page whose words cannot be read is a picture without words
            return List.of();
        }
    }

    private boolean hasPictures() {
        PDResources resources = page.getResources();
        return resources != null && resources.getXObjectNames().iterator().hasNext();
    }

    private static void keepLinks(COSDictionary own) {
        COSArray links = new COSArray();
        for (COSDictionary annotation : AnnotationKeeper.annotations(own)) {
            if ("Link".equals(annotation.getNameAsString(COSName.SUBTYPE))) {
                // PDFBox gives links a look when it draws them, and that is gone with what they were drawn in
                annotation.removeItem(COSName.AP);
                links.add((COSBase) annotation);
            }
        }
        own.removeItem(COSName.ANNOTS);
        if (links.size() > 0) {
            own.setItem(COSName.ANNOTS, links);
        }
    }

    @SuppressWarnings("deprecation") // PDFBox has no other call for glyphs that are shaped already
    private void put(PDRectangle box, Seen seen, boolean photograph) throws IOException {
        PDImageXObject picture = photograph
                ? JPEGFactory.createFromImage(target, seen.picture(), QUALITY)
                : LosslessFactory.createFromImage(target, seen.picture());
        try (PDPageContentStream content = new PDPageContentStream(target, page, AppendMode.OVERWRITE, true, false)) {
            UnseenText.Layer turned = new UnseenText(fonts).on(page.getResources());
            for (PageWords.Word word : seen.words()) {
                if (word.angle() != 0 || word.mirrored()) {
                    AffineTransform place = AffineTransform.getTranslateInstance(word.x(), word.y());
                    place.rotate(word.angle());
                    place.scale(1, word.mirrored() ? -1 : 1);
                    turned.put(word.text(), word.size(), place, word.width());
                    continue;
                }
                Style style = Style.sans(Math.max(1, word.size()), word.size());
                Line line = Line.of(fonts, word.text(), style, Direction.LEFT_TO_RIGHT.orOf(word.text()));
                content.appendRawCommands(line.unseen(page.getResources(), word.x(), word.y(), word.width()));
            }
            content.appendRawCommands(turned.operators());
            content.drawImage(picture, box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
        }
    }
}
