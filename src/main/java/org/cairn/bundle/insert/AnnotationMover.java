package org.cairn.bundle.insert;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;
import org.cairn.bundle.typeset.SmallDictionary;
import org.jspecify.annotations.Nullable;

/// Moves annotations along when the content of their page moves.
final class AnnotationMover {

    private static final List<COSName> POINTS = List.of(
            COSName.getPDFName("QuadPoints"),
            COSName.getPDFName("L"),
            COSName.getPDFName("CL"),
            COSName.getPDFName("Vertices"));
    private static final COSName INK = COSName.getPDFName("InkList");

    /// The flag of what does not turn with its page.
    private static final int NEVER_TURNED = 16;

    private AnnotationMover() {}

    static void move(PDPage page, AffineTransform move) throws IOException {
        if (move.isIdentity()
                || !(page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations)) {
            return;
        }
        for (int i = 0; i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation) {
                if (isTurned(move) && (annotation.getInt(COSName.F, 0) & NEVER_TURNED) != 0) {
                    moveCorner(annotation, move);
                    continue;
                }
                moveRectangle(annotation, move);
                POINTS.forEach(key -> movePoints(annotation.getDictionaryObject(key), move));
                if (annotation.getDictionaryObject(INK) instanceof COSArray lines) {
                    lines.forEach(line -> movePoints(line, move));
                }
                if (isTurned(move)) {
                    turnLook(annotation, move);
                }
            }
        }
    }

    private static boolean isTurned(AffineTransform move) {
        return move.getShearX() != 0 || move.getScaleX() < 0;
    }

    /// What is marked never to turn with its page hangs on its upper left corner, and is upright however the page lies
    /// (ISO 32000-1, 12.5.3).
    private static void moveCorner(COSDictionary annotation, AffineTransform move) {
        if (annotation.getDictionaryObject(COSName.RECT) instanceof COSArray array && array.size() == 4) {
            PDRectangle box = new PDRectangle(array);
            float[] corner = {box.getLowerLeftX(), box.getUpperRightY()};
            move.transform(corner, 0, corner, 0, 1);
            float scale = (float) Math.sqrt(Math.abs(move.getDeterminant()));
            float height = box.getHeight() * scale;
            annotation.setItem(
                    COSName.RECT, new PDRectangle(corner[0], corner[1] - height, box.getWidth() * scale, height));
        }
    }

    private static void moveRectangle(COSDictionary annotation, AffineTransform move) {
        if (annotation.getDictionaryObject(COSName.RECT) instanceof COSArray array && array.size() == 4) {
            PDRectangle box = new PDRectangle(array);
            Rectangle2D moved = move.createTransformedShape(box.toGeneralPath()).getBounds2D();
            annotation.setItem(
                    COSName.RECT,
                    new PDRectangle((float) moved.getX(), (float) moved.getY(), (float) moved.getWidth(), (float)
                            moved.getHeight()));
        }
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

    /// A look is fitted into its rectangle, not turned with it: the turn goes into a copy of its own matrix.
    private static void turnLook(COSDictionary annotation, AffineTransform move) throws IOException {
        if (!(annotation.getDictionaryObject(COSName.AP) instanceof COSDictionary appearance)) {
            return;
        }
        COSBase look = appearance.getDictionaryObject(COSName.N);
        if (look instanceof COSStream stream) {
            appearance.setItem(COSName.N, turned(stream, move));
        } else if (look instanceof COSDictionary states) {
            COSDictionary turned = new SmallDictionary();
            for (COSName state : states.keySet()) {
                if (states.getDictionaryObject(state) instanceof COSStream stream) {
                    turned.setItem(state, turned(stream, move));
                }
            }
            appearance.setItem(COSName.N, turned);
        }
    }

    private static COSStream turned(COSStream look, AffineTransform move) throws IOException {
        COSStream copy = new COSStream();
        try (InputStream in = look.hasData() ? look.createRawInputStream() : InputStream.nullInputStream();
                OutputStream out = copy.createRawOutputStream()) {
            in.transferTo(out);
        }
        for (COSName key : look.keySet()) {
            if (!COSName.LENGTH.equals(key)) {
                copy.setItem(key, look.getItem(key));
            }
        }
        AffineTransform turn =
                new AffineTransform(move.getScaleX(), move.getShearY(), move.getShearX(), move.getScaleY(), 0, 0);
        turn.concatenate(
                Matrix.createMatrix(look.getDictionaryObject(COSName.MATRIX)).createAffineTransform());
        copy.setItem(COSName.MATRIX, new Matrix(turn).toCOSArray());
        return copy;
    }
}
