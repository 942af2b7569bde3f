package org.cairn.bundle.redact;

import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.cairn.bundle.typeset.Direction;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Line;
import org.cairn.bundle.typeset.Style;

/// What stands on a page in place of all that was on it.
final class Notice {

    private static final double ROOM = 0.8;

    private Notice() {}

    /// The operators that put a sentence into the middle of a page, made smaller where it is too long.
    static String on(PDRectangle box, String said, float size, Fonts fonts, PDResources resources) {
        Style style = Style.sans(size, size * 1.4f);
        Line line = Line.of(fonts, said, style, Direction.LEFT_TO_RIGHT.orOf(said));
        double scale = Math.min(1, box.getWidth() * ROOM / Math.max(1, line.width()));
        return String.format(
                        Locale.ROOT,
                        "q %.5f 0 0 %.5f %.3f %.3f cm\n",
                        scale,
                        scale,
                        box.getLowerLeftX() + (box.getWidth() - line.width() * scale) / 2,
                        box.getLowerLeftY() + box.getHeight() / 2)
                + line.draw(resources, 0, 0) + "Q\n";
    }
}
