package org.cairn.bundle.insert;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;

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
    private static final COSName QUAD_POINTS = COSName.getPDFName("QuadPoints");

    private PageShape() {}

    /// Cuts the page to its visible part, with unit 1, no smaller than an inch and no larger than readers show; says whether it moved.
    static boolean settle(PDDocument target, PDPage page, double unit, Notes notes) throws IOException {
        Shown shown = Shown.of(page);
        double width = shown.width() * unit;
        double height = shown.height() * unit;
        boolean moved = true;
        if (Math.min(width, height) < TINY) {
            fitOnA4(target, page, shown);
            notes.count(Notes.Kind.FITTED);
        } else if (Math.max(width, height) > HUGE) {
            scale(target, page, shown, unit * HUGE / Math.max(width, height));
            notes.count(Notes.Kind.FITTED);
        } else if (unit != 1) {
            scale(target, page, shown, unit);
        } else {
            moved = false;
            page.setMediaBox(shown.box());
            page.setCropBox(shown.box());
        }
        page.getCOSObject().removeItem(USER_UNIT);
        return moved;
    }

    private static void fitOnA4(PDDocument target, PDPage page, Shown shown) throws IOException {
        PDRectangle paper = shown.width() > shown.height() ? landscape(PDRectangle.A4) : PDRectangle.A4;
        double factor = Math.min(
                GREATEST_ENLARGEMENT,
                Math.min(
                        (paper.getWidth() - 2 * MARGIN) / shown.width(),
                        (paper.getHeight() - 2 * MARGIN) / shown.height()));
        AffineTransform move = AffineTransform.getTranslateInstance(
                (paper.getWidth() - shown.width() * factor) / 2, (paper.getHeight() - shown.height() * factor) / 2);
        move.scale(factor, factor);
        move.concatenate(inverse(shown.toPage()));
        move(target, page, move, shown.box());
        setBoxes(page, paper);
        page.setRotation(0);
    }

    private static void scale(PDDocument target, PDPage page, Shown shown, double factor) throws IOException {
        AffineTransform move = AffineTransform.getScaleInstance(factor, factor);
        move.translate(-shown.box().getLowerLeftX(), -shown.box().getLowerLeftY());
        move(target, page, move, shown.box());
        setBoxes(page, new PDRectangle((float) (shown.box().getWidth() * factor), (float)
                (shown.box().getHeight() * factor)));
    }

    private static void setBoxes(PDPage page, PDRectangle box) {
        page.setMediaBox(box);
        page.setCropBox(box);
    }

    static PDRectangle landscape(PDRectangle paper) {
        return new PDRectangle(paper.getHeight(), paper.getWidth());
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
        moveAnnotations(page, move);
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

    private static void moveAnnotations(PDPage page, AffineTransform move) {
        if (move.isIdentity()
                || !(page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations)) {
            return;
        }
        for (int i = 0; i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation) {
                moveRectangle(annotation, move);
                movePoints(annotation, QUAD_POINTS, move);
                movePoints(annotation, COSName.getPDFName("L"), move);
                movePoints(annotation, COSName.getPDFName("CL"), move);
                movePoints(annotation, COSName.getPDFName("Vertices"), move);
                if (annotation.getDictionaryObject(COSName.getPDFName("InkList")) instanceof COSArray lines) {
                    lines.forEach(line -> movePoints(line, move));
                }
            }
        }
    }

    private static void moveRectangle(COSDictionary annotation, AffineTransform move) {
        if (annotation.getDictionaryObject(COSName.RECT) instanceof COSArray array && array.size() == 4) {
            PDRectangle box = new PDRectangle(array);
            Rectangle2D moved = move.createTransformedShape(box.toGeneralPath()).getBounds2D();
            annotation.setItem(
                    COSName.RECT,
                    new PDRectangle(
                            (float) moved.getX(),
                            (float) moved.getY(),
                            (float) moved.getWidth(),
                            (float) moved.getHeight()));
        }
    }

    private static void movePoints(COSDictionary annotation, COSName key, AffineTransform move) {
        movePoints(annotation.getDictionaryObject(key), move);
    }

    private static void movePoints(@Nullable COSBase value, AffineTransform move) {
        if (!(value instanceof COSArray array)) {
            return;
        }
        for (int i = 0; i + 1 < array.size(); i += 2) {
            if (array.getObject(i) instanceof COSNumber x && array.getObject(i + 1) instanceof COSNumber y) {
                float[] point = {x.floatValue(), y.floatValue()};
                move.transform(point, 0, point, 0, 1);
                array.set(i, new COSFloat(point[0]));
                array.set(i + 1, new COSFloat(point[1]));
            }
        }
    }
}
