package org.cairn.bundle.insert;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// A page drawn as a picture: the last way to show one whose content no strict reader takes.
final class DrawnPage {

    private static final Duration TIME = Duration.ofSeconds(20);
    private static final float DOTS_PER_POINT = 200 / 72f;
    private static final float MOST_DOTS = 4000;

    private DrawnPage() {}

    /// Draws what the page shows, as far as it goes.
    static PDPage of(SourceFile source, int index, PDDocument target) throws IOException, UninsertableException {
        COSDictionary page = source.pages().get(index);
        PDRectangle box = SourceBoxes.visible(page);
        Shown shown = new Shown(box, SourceBoxes.rotation(page));
        float scale = Math.min(DOTS_PER_POINT, MOST_DOTS / Math.max(shown.width(), shown.height()));
        BufferedImage image = Limited.run(Deadline.in(TIME), () -> draw(source, index, scale));
        PDPage drawn = new PDPage(new PDRectangle(shown.width(), shown.height()));
        try (PDPageContentStream content = new PDPageContentStream(target, drawn)) {
            content.drawImage(LosslessFactory.createFromImage(target, image), 0, 0, shown.width(), shown.height());
        }
        return drawn;
    }

    private static BufferedImage draw(SourceFile source, int index, float scale) throws IOException {
        return new PDFRenderer(source.document()).renderImage(index, scale, ImageType.RGB);
    }
}
