package org.cairn.bundle.typeset;

import java.awt.geom.AffineTransform;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDResources;

/// Text that is put where it can be read on a picture of it, to be searched and copied and never seen.
public final class UnseenText {

    private static final float SMALLEST = 0.5f;

    private final Fonts fonts;
    private final PDResources resources;
    private final StringBuilder operators = new StringBuilder("q 3 Tr\n");

    /// @param fonts of the document
    /// @param resources of the page
    public UnseenText(Fonts fonts, PDResources resources) {
        this.fonts = fonts;
        this.resources = resources;
    }

    /// A stretch of text, made as wide as it is on the picture.
    ///
    /// @param text without an end of line; a blank fills the gap between two others
    /// @param size in points
    /// @param place from its own measure, in which it starts at 0 and runs to the right, to the page
    /// @param width how far it reaches, in points
    public void put(String text, float size, AffineTransform place, double width) {
        Style style = Style.sans(Math.max(SMALLEST, size), Math.max(SMALLEST, size));
        Line line = new Composition(fonts, text, style, Direction.LEFT_TO_RIGHT.orOf(text)).wholeLine();
        if (line.width() <= 0 || width <= 0) {
            return;
        }
        AffineTransform stretched = new AffineTransform(place);
        stretched.scale(width / line.width(), 1);
        double[] m = new double[6];
        stretched.getMatrix(m);
        operators.append(String.format(
                Locale.ROOT, "q %.5f %.5f %.5f %.5f %.3f %.3f cm\n", m[0], m[1], m[2], m[3], m[4], m[5]));
        operators.append(line.draw(resources, 0, 0)).append("Q\n");
    }

    /// The operators that put all of it.
    public String operators() {
        return operators + "Q\n";
    }
}
