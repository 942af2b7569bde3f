package org.cairn.bundle.insert;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/// Draws the frames of links that no longer lead anywhere into their page: they were seen on it, and the copy must look
/// as the original does (ISO 32000-1, 12.5.4).
final class LinkFrames {

    private static final float[] DASHES = {3};
    private static final float WIDEST = 50;

    private LinkFrames() {}

    private record Frame(PDRectangle box, float width, float[] dashes, boolean under, Color color) {
        @Override
        public String toString() {
            return "Frame";
        }
    }

    static void paint(List<COSDictionary> links, PDDocument target, PDPage page) throws IOException {
        List<Frame> frames = new ArrayList<>();
        links.forEach(link -> frame(link).ifPresent(frames::add));
        if (frames.isEmpty()) {
            return;
        }
        try (PDPageContentStream content = new PDPageContentStream(target, page, AppendMode.APPEND, true, true)) {
            for (Frame frame : frames) {
                paint(frame, content);
            }
        }
    }

    private static void paint(Frame frame, PDPageContentStream content) throws IOException {
        PDRectangle box = frame.box();
        content.saveGraphicsState();
        content.setStrokingColor(frame.color());
        content.setLineWidth(frame.width());
        content.setLineDashPattern(frame.dashes(), 0);
        if (frame.under()) {
            content.moveTo(box.getLowerLeftX(), box.getLowerLeftY());
            content.lineTo(box.getUpperRightX(), box.getLowerLeftY());
        } else {
            content.addRect(box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight());
        }
        content.stroke();
        content.restoreGraphicsState();
    }

    /// A link that says nothing of a frame is drawn without one by all but one reader.
    private static Optional<Frame> frame(COSDictionary link) {
        COSDictionary style = link.getCOSDictionary(COSName.BS);
        COSArray border = numbers(link.getDictionaryObject(COSName.BORDER));
        float width = 0;
        float[] dashes = {};
        boolean under = false;
        if (style != null) {
            width = style.getFloat(COSName.W, 1);
            under = COSName.U.equals(style.getCOSName(COSName.S));
            dashes = COSName.D.equals(style.getCOSName(COSName.S)) ? dashes(style.getCOSArray(COSName.D)) : dashes;
        } else if (border != null && border.size() >= 3 && border.getObject(2) instanceof COSNumber given) {
            width = given.floatValue();
            dashes = border.size() > 3 && border.getObject(3) instanceof COSArray line ? dashes(line) : dashes;
        }
        COSArray rectangle = numbers(link.getDictionaryObject(COSName.RECT));
        Optional<Color> color = color(link.getDictionaryObject(COSName.C));
        if (!(width > 0 && width < WIDEST) || rectangle == null || rectangle.size() != 4 || color.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Frame(new PDRectangle(rectangle), width, dashes, under, color.get()));
    }

    private static @Nullable COSArray numbers(@Nullable COSBase value) {
        return value instanceof COSArray array ? array : null;
    }

    private static float[] dashes(@Nullable COSArray given) {
        if (given == null) {
            return DASHES;
        }
        float[] dashes = given.toFloatArray();
        float sum = 0;
        for (float dash : dashes) {
            if (dash < 0) {
                return DASHES;
            }
            sum += dash;
        }
        return sum > 0 ? dashes : new float[0];
    }

    /// Black where nothing is said; nothing where it is said to have no colour.
    private static Optional<Color> color(@Nullable COSBase given) {
        if (!(given instanceof COSArray array)) {
            return Optional.of(Color.BLACK);
        }
        float[] parts = array.toFloatArray();
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Math.clamp(parts[i], 0, 1);
        }
        return switch (parts.length) {
            case 1 -> Optional.of(new Color(parts[0], parts[0], parts[0]));
            case 3 -> Optional.of(new Color(parts[0], parts[1], parts[2]));
            case 4 ->
                Optional.of(new Color(
                        (1 - parts[0]) * (1 - parts[3]),
                        (1 - parts[1]) * (1 - parts[3]),
                        (1 - parts[2]) * (1 - parts[3])));
            default -> Optional.empty();
        };
    }
}
