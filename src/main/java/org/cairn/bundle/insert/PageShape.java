package org.cairn.bundle.insert;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.cairn.bundle.typeset.Paper;

/// Gives pages of the target a size and position that print, and moves everything on them along.
///
/// What is moved goes into a form XObject: only there do patterns and shadings move with the rest, and nothing a source
/// leaves open reaches what is written after it.
final class PageShape {

    private static final float TINY = 72;
    private static final float HUGE = 14_400;
    private static final float MARGIN = 48;
    private static final float GREATEST_ENLARGEMENT = 4;
    private static final COSName USER_UNIT = COSName.getPDFName("UserUnit");

    private PageShape() {}

    /// Cuts the page to its visible part and turns it upright, with unit 1, no smaller than an inch and no larger than
    /// readers show; what is smaller is enlarged on a sheet of the paper.
    ///
    /// Turned for good rather than by `Rotate`: tools that number, cut or read pages get that wrong too often.
    ///
    /// @return how its content moved, if it did
    static Optional<AffineTransform> settle(PDDocument target, Paper paper, PDPage page, double unit, Notes notes)
            throws IOException {
        page.getCOSObject().removeItem(USER_UNIT);
        Shown shown = Shown.of(page);
        double width = shown.width() * unit;
        double height = shown.height() * unit;
        if (Math.min(width, height) < TINY) {
            notes.count(Notes.Kind.FITTED);
            return Optional.of(fitOn(paper, target, page, shown));
        }
        if (Math.max(width, height) > HUGE) {
            notes.count(Notes.Kind.FITTED);
            return Optional.of(upright(target, page, shown, unit * HUGE / Math.max(width, height)));
        }
        if (unit != 1 || shown.rotation() != 0) {
            return Optional.of(upright(target, page, shown, unit));
        }
        page.setMediaBox(shown.box());
        page.setCropBox(shown.box());
        return Optional.empty();
    }

    private static AffineTransform fitOn(Paper paper, PDDocument target, PDPage page, Shown shown) throws IOException {
        PDRectangle sheet = sheet(paper, shown.width() > shown.height());
        double factor = Math.min(
                GREATEST_ENLARGEMENT,
                Math.min(
                        (sheet.getWidth() - 2 * MARGIN) / shown.width(),
                        (sheet.getHeight() - 2 * MARGIN) / shown.height()));
        AffineTransform move = AffineTransform.getTranslateInstance(
                (sheet.getWidth() - shown.width() * factor) / 2, (sheet.getHeight() - shown.height() * factor) / 2);
        move.scale(factor, factor);
        move.concatenate(inverse(shown.toPage()));
        move(target, page, move, shown.box());
        setBoxes(page, sheet);
        return move;
    }

    private static AffineTransform upright(PDDocument target, PDPage page, Shown shown, double factor)
            throws IOException {
        AffineTransform move = AffineTransform.getScaleInstance(factor, factor);
        move.concatenate(inverse(shown.toPage()));
        move(target, page, move, shown.box());
        setBoxes(page, new PDRectangle((float) (shown.width() * factor), (float) (shown.height() * factor)));
        return move;
    }

    private static void setBoxes(PDPage page, PDRectangle box) {
        page.setMediaBox(box);
        page.setCropBox(box);
        page.setRotation(0);
    }

    /// A sheet of the paper, upright or on its side.
    static PDRectangle sheet(Paper paper, boolean landscape) {
        return landscape
                ? new PDRectangle(paper.height(), paper.width())
                : new PDRectangle(paper.width(), paper.height());
    }

    static AffineTransform inverse(AffineTransform transform) {
        try {
            return transform.createInverse();
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Encloses the page's content so that nothing it leaves open reaches what follows.
    static void enclose(PDDocument target, PDPage page) throws IOException {
        move(target, page, new AffineTransform(), page.getMediaBox());
    }

    /// Moves the page's content and annotations; what lay outside the box before is cut off.
    static void move(PDDocument target, PDPage page, AffineTransform move, PDRectangle box) throws IOException {
        PDFormXObject form = new PDFormXObject(target);
        try (InputStream in = page.getContents();
                OutputStream out = form.getContentStream().createOutputStream(COSName.FLATE_DECODE)) {
            in.transferTo(out);
        }
        PDResources before = page.getResources();
        form.setResources(before == null ? new PDResources() : before);
        form.setBBox(box);
        form.setFormType(1);
        COSName name = COSName.getPDFName("CairnPage");
        PDResources resources = new PDResources();
        resources.put(name, form);
        page.setResources(resources);
        page.setContents(drawing(target, move, name));
        AnnotationMover.move(page, move);
    }

    private static PDStream drawing(PDDocument target, AffineTransform move, COSName name) throws IOException {
        double[] m = new double[6];
        move.getMatrix(m);
        String content = String.format(
                Locale.ROOT,
                "q %.6f %.6f %.6f %.6f %.4f %.4f cm /%s Do Q\n",
                m[0],
                m[1],
                m[2],
                m[3],
                m[4],
                m[5],
                name.getName());
        PDStream stream = new PDStream(target);
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        return stream;
    }
}
