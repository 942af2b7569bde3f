package org.cairn.bundle.insert;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.MissingOperandException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
import org.jspecify.annotations.Nullable;

/// Fonts of a document that is being put together, each read once for many pages. PDFBox remembers only fonts that have
/// a number in a file, which these do not have yet.
final class KnownFonts {

    /// Those of a source stand on the pages of that source, and hardly anywhere else.
    private static final int MOST = 64;

    private final Map<COSDictionary, PDFont> known = new IdentityHashMap<>();

    /// Sets the font of what is shown next (`Tf`), where the pages that are read have it.
    OperatorProcessor setting(PDFStreamEngine engine) {
        return new Setting(engine);
    }

    private @Nullable PDFont font(PDResources resources, COSName name) throws IOException {
        COSDictionary fonts = resources.getCOSObject().getCOSDictionary(COSName.FONT);
        COSDictionary dictionary = fonts == null ? null : fonts.getCOSDictionary(name);
        if (dictionary == null) {
            return null;
        }
        PDFont font = known.get(dictionary);
        if (font == null) {
            font = resources.getFont(name);
            if (font != null) {
                if (known.size() >= MOST) {
                    known.clear();
                }
                known.put(dictionary, font);
            }
        }
        return font;
    }

    private final class Setting extends OperatorProcessor {

        Setting(PDFStreamEngine engine) {
            super(engine);
        }

        @Override
        public void process(Operator operator, List<COSBase> operands) throws IOException {
            if (operands.size() < 2) {
                throw new MissingOperandException(operator, operands);
            }
            if (operands.get(0) instanceof COSName name && operands.get(1) instanceof COSNumber size) {
                PDTextState text = getContext().getGraphicsState().getTextState();
                text.setFontSize(size.floatValue());
                text.setFont(font(getContext().getResources(), name));
            }
        }

        @Override
        public String getName() {
            return OperatorName.SET_FONT_AND_SIZE;
        }
    }
}
