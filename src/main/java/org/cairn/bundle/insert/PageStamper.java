package org.cairn.bundle.insert;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;

/// Writes the number of a page at its bottom right and a head at its top right, upright as the page is shown.
///
/// Where the page's own content is in the way, it is made a little smaller first: the stamp never covers it.
public final class PageStamper {

    private static final float SIZE = 9;
    private static final float USUAL_SIDE = 595;
    private static final float SMALLEST = 0.55f;
    private static final float STRIP = 26;
    private static final float BASELINE = 11;
    private static final float SIDE = 20;
    private static final float GAP = 6;
    private static final String KEY = "CairnStamp";

    private final PDDocument target;
    private final PDFont font;
    private final MarkedContent marked;
    private final KnownFonts known = new KnownFonts();

    /// @param font of the numbers and plain heads; it is registered on each page under a name of its own
    public PageStamper(PDDocument target, PDFont font) {
        this.target = target;
        this.font = font;
        this.marked = new MarkedContent(target);
    }

    /// Stamps a page of the target.
    ///
    /// @param numberText `12 / 345`
    /// @param headText may be empty; letters the font lacks are left out
    public void stamp(PDPage page, String numberText, String headText) throws IOException {
        stamp(page, numberText, new PlainLine(font, headText), Optional.empty());
    }

    /// Stamps a page of the target with a head the caller draws.
    ///
    /// @param opening what begins the marked content that the page shows, where that is not marked yet: `/P <</MCID
    ///     0>> BDC`; the stamp is no part of it
    public void stamp(PDPage page, String numberText, StampLine head, Optional<String> opening) throws IOException {
        Layout layout = Layout.of(Shown.of(page), new PlainLine(font, numberText), head);
        makeRoom(page, layout);
        registerFont(page);
        try (PDPageContentStream content = new PDPageContentStream(target, page, AppendMode.APPEND, true)) {
            content.restoreGraphicsState();
            MarkedContent.artifact(content, opening.isPresent());
            content.saveGraphicsState();
            content.transform(new Matrix(layout.shown().toPage()));
            layout.write(content);
            content.restoreGraphicsState();
            content.endMarkedContent();
        }
        marked.open(page, opening);
    }

    private void makeRoom(PDPage page, Layout layout) throws IOException {
        boolean[] inked = InkFinder.find(page, layout.places(), known);
        boolean below = inked[0];
        boolean above = layout.hasHead() && inked[1];
        if (!below && !above) {
            return;
        }
        Shown shown = layout.shown();
        double bottom = below ? layout.strip() : 0;
        double top = above ? layout.strip() : 0;
        double factor = (shown.height() - bottom - top) / shown.height();
        AffineTransform move = new AffineTransform(shown.toPage());
        move.translate(shown.width() * (1 - factor) / 2, bottom);
        move.scale(factor, factor);
        move.concatenate(PageShape.inverse(shown.toPage()));
        PageShape.move(target, page, move, shown.box());
    }

    /// A name no source uses: sources that show text in fonts they do not have would otherwise show it in ours.
    private void registerFont(PDPage page) {
        PDResources resources = page.getResources();
        if (resources == null) {
            resources = new PDResources();
            page.setResources(resources);
        }
        COSDictionary fonts = resources.getCOSObject().getCOSDictionary(COSName.FONT);
        if (fonts != null && fonts.containsValue(font.getCOSObject())) {
            return;
        }
        COSName key = COSName.getPDFName(KEY);
        for (int i = 2; fonts != null && fonts.containsKey(key); i++) {
            key = COSName.getPDFName(KEY + i);
        }
        resources.put(key, font);
    }

    /// Where number and head go on one page.
    private record Layout(
            Shown shown,
            StampLine number,
            StampLine head,
            float scale,
            float numberWidth,
            float headSize,
            float headWidth) {

        static Layout of(Shown shown, StampLine number, StampLine head) throws IOException {
            float shorter = Math.min(shown.width(), shown.height());
            float scale = Math.max(SMALLEST, shorter / USUAL_SIDE);
            scale = shorter > USUAL_SIDE && shorter < 1.5f * USUAL_SIDE ? 1 : scale;
            float room = shown.width() - 2 * SIDE * scale;
            float headWidth = head.width(SIZE * scale);
            float headSize = headWidth > room ? SIZE * scale * room / headWidth : SIZE * scale;
            return new Layout(
                    shown, number, head, scale, number.width(SIZE * scale), headSize, Math.min(headWidth, room));
        }

        float strip() {
            return STRIP * scale;
        }

        boolean hasHead() {
            return headWidth > 0;
        }

        private float numberStart() {
            return Math.max(1, shown.width() - SIDE * scale - numberWidth);
        }

        private float headStart() {
            return Math.max(1, shown.width() - SIDE * scale - headWidth);
        }

        /// The number's place reaches to the page's edge: it must be the last thing on its line.
        List<Rectangle2D> places() {
            float number = numberStart() - GAP * scale;
            float head = headStart() - GAP * scale;
            return List.of(
                    shown.onPage(number, 0, shown.width() - number, strip()),
                    shown.onPage(head, shown.height() - strip(), shown.width() - head, strip()));
        }

        void write(PDPageContentStream content) throws IOException {
            number.show(content, SIZE * scale, numberStart(), BASELINE * scale);
            if (hasHead()) {
                head.show(content, headSize, headStart(), shown.height() - BASELINE * scale - SIZE * scale * 0.7f);
            }
        }
    }
}
