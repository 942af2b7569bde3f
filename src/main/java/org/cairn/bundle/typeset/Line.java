package org.cairn.bundle.typeset;

import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;

/// One line of text, ready to be put on a page.
public final class Line {

    private final Fonts fonts;
    private final String text;
    private final List<Run> runs;
    private final Style style;
    private final float width;
    private final Direction direction;

    Line(Fonts fonts, String text, List<Run> runs, Style style, float width, Direction direction) {
        this.fonts = fonts;
        this.text = text;
        this.runs = runs;
        this.style = style;
        this.width = width;
        this.direction = direction;
    }

    /// A short text on one line, however long.
    public static Line of(Fonts fonts, String text, Style style, Direction direction) {
        return new Composition(fonts, Printable.line(text), style, direction).wholeLine();
    }

    /// How wide it is, in points.
    public float width() {
        return width;
    }

    /// Which way its paragraph runs.
    public Direction direction() {
        return direction;
    }

    Style style() {
        return style;
    }

    /// The operators that draw it, its fonts being added to the page's resources.
    ///
    /// @param resources of the page or form that it is drawn on
    /// @param x where its left end stands
    /// @param baseline the height of its baseline
    public String draw(PDResources resources, float x, float baseline) {
        StringBuilder operators = new StringBuilder(style.ink().fill());
        char[] characters = text.toCharArray();
        float pen = x;
        for (Run run : runs) {
            DocumentFont font = fonts.of(run.face());
            COSName name = font.nameIn(resources);
            Run.Shape shape = run.shape(characters);
            float size = style.size() * run.face().scale();
            new RunInk(operators, font, name, run, shape, text).draw(size, pen, baseline);
            pen += shape.advance() * size / Face.EM;
        }
        return operators.toString();
    }
}
