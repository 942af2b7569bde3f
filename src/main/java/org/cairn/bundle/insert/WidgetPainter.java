package org.cairn.bundle.insert;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// Paints the fields of a form into the page, so that what was filled in is part of what is printed.
final class WidgetPainter {

    private final PDDocument target;
    private final SourceCloner cloner;
    private final HiddenLayers layers;
    private final Notes notes;

    WidgetPainter(PDDocument target, SourceCloner cloner, HiddenLayers layers, Notes notes) {
        this.target = target;
        this.cloner = cloner;
        this.layers = layers;
        this.notes = notes;
    }

    void paint(COSDictionary sourcePage, PDPage page) throws IOException, UninsertableException {
        for (COSDictionary widget : AnnotationKeeper.annotations(sourcePage)) {
            if ("Widget".equals(widget.getNameAsString(COSName.SUBTYPE))
                    && !AnnotationKeeper.isHidden(widget, layers)) {
                notes.count(Notes.Kind.FORM_FLATTENED);
                paintWidget(widget, page);
            }
        }
    }

    private void paintWidget(COSDictionary widget, PDPage page) throws IOException, UninsertableException {
        if (!(widget.getDictionaryObject(COSName.RECT) instanceof COSArray array) || array.size() != 4) {
            return;
        }
        PDRectangle place = new PDRectangle(array);
        COSStream look = look(widget);
        if (look != null && cloner.copy(look) instanceof COSStream copy) {
            paintLook(copy, place, page);
        } else {
            paintValue(FormReady.value(widget).strip(), place, page);
        }
    }

    private static @Nullable COSStream look(COSDictionary widget) {
        if (!(widget.getDictionaryObject(COSName.AP) instanceof COSDictionary appearance)) {
            return null;
        }
        COSBase normal = appearance.getDictionaryObject(COSName.N);
        if (normal instanceof COSDictionary states && !(normal instanceof COSStream)) {
            normal = states.getDictionaryObject(COSName.getPDFName(widget.getNameAsString(COSName.AS, "Off")));
        }
        return normal instanceof COSStream stream ? stream : null;
    }

    /// Puts the look's box onto the field's rectangle (ISO 32000-1, 12.5.5, algorithm 8.1).
    private void paintLook(COSStream look, PDRectangle place, PDPage page) throws IOException {
        look.setItem(COSName.SUBTYPE, COSName.FORM);
        PDFormXObject form = new PDFormXObject(look);
        PDRectangle box = form.getBBox();
        if (box == null) {
            return;
        }
        Rectangle2D turned = box.transform(form.getMatrix()).getBounds2D();
        if (turned.getWidth() <= 0 || turned.getHeight() <= 0) {
            return;
        }
        AffineTransform move = AffineTransform.getTranslateInstance(place.getLowerLeftX(), place.getLowerLeftY());
        move.scale(place.getWidth() / turned.getWidth(), place.getHeight() / turned.getHeight());
        move.translate(-turned.getX(), -turned.getY());
        try (PDPageContentStream content = new PDPageContentStream(target, page, AppendMode.APPEND, true, true)) {
            content.saveGraphicsState();
            content.transform(new Matrix(move));
            content.drawForm(form);
            content.restoreGraphicsState();
        }
    }

    /// A value in a script the form has no font for: drawn as a picture rather than lost.
    private void paintValue(String value, PDRectangle place, PDPage page) throws IOException {
        if (value.isEmpty()) {
            return;
        }
        Optional<BufferedImage> picture = Pictures.ofText(value, place.getWidth(), place.getHeight());
        if (picture.isEmpty()) {
            notes.count(Notes.Kind.FIELDS_NOT_SHOWN);
            return;
        }
        try (PDPageContentStream content = new PDPageContentStream(target, page, AppendMode.APPEND, true, true)) {
            content.drawImage(
                    LosslessFactory.createFromImage(target, picture.get()),
                    place.getLowerLeftX(),
                    place.getLowerLeftY(),
                    place.getWidth(),
                    place.getHeight());
        }
    }
}
