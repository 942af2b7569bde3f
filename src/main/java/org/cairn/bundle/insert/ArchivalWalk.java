package org.cairn.bundle.insert;

import java.awt.geom.GeneralPath;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/// Follows what a page draws, letter by letter, and stops at the first that an archive cannot rely on.
final class ArchivalWalk extends PathWalk {

    private static final int MOST_OPERATORS = 2_000_000;

    private final ArchivalFonts fonts;
    private boolean holds = true;
    private int operators;

    ArchivalWalk(PDPage page, ArchivalFonts fonts) {
        super(page);
        this.fonts = fonts;
    }

    /// Whether all letters in the look of a comment on the page hold.
    boolean run(COSDictionary comment) {
        try {
            showAnnotation(PDAnnotation.createAnnotation(comment));
        } catch (IOException | RuntimeException e) {
            return false;
        }
        return holds;
    }

    /// Whether all letters of the page hold.
    boolean run(PDPage page) {
        try {
            processPage(page);
        } catch (IOException | RuntimeException e) {
            return false;
        }
        return holds;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (!holds || ++operators > MOST_OPERATORS) {
            throw new IOException("enough");
        }
        super.processOperator(operator, operands);
    }

    /// PDFBox goes on after most faults, as somebody who looks at a page would; an archive must not.
    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException e) throws IOException {
        throw e;
    }

    @Override
    protected void showFontGlyph(Matrix place, PDFont font, int code, Vector displacement) {
        holds &= fonts.holds(font, code);
    }

    @Override
    protected void showType3Glyph(Matrix place, PDType3Font font, int code, Vector displacement) {
        holds = false;
    }

    @Override
    void fill(GeneralPath path) {
        // areas hold by their colours, which are judged apart
    }

    @Override
    void stroke(GeneralPath path, int length) {
        // as areas
    }

    @Override
    public void drawImage(PDImage image) {
        // judged apart
    }

    @Override
    public void shadingFill(COSName name) {
        // judged apart
    }

    static Set<String> intents() {
        return Set.of("RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation");
    }
}
