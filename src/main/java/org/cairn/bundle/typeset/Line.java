package org.cairn.bundle.typeset;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pdfbox.pdmodel.PDResources;
import org.jspecify.annotations.Nullable;

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
        return draw(resources, x, baseline, run -> Optional.empty());
    }

    /// The same, saying of words in other letters that they are in another language than those around them.
    String draw(PDResources resources, float x, float baseline, @Nullable String language) {
        String around = language == null ? fonts.language() : language;
        return draw(resources, x, baseline, run -> Tongue.other(text, run.start(), run.end(), around));
    }

    /// The operators that put it there for programs that search, unseen, as wide as what it stands behind.
    public String unseen(PDResources resources, float x, float baseline, float over) {
        float natural = width <= 0 ? 1 : width;
        String stretched = Ops.number(Math.max(0.01f, over / natural)) + " 0 0 1 " + Ops.number(x) + " "
                + Ops.number(baseline) + " cm\n";
        StringBuilder operators = new StringBuilder("q ").append(stretched).append("3 Tr\n");
        put(operators, resources, 0, 0, run -> Optional.empty(), false);
        return operators.append("Q\n").toString();
    }

    private String draw(PDResources resources, float x, float baseline, Function<Run, Optional<String>> otherLanguage) {
        StringBuilder operators = new StringBuilder(style.ink().fill());
        put(operators, resources, x, baseline, otherLanguage, true);
        return operators.toString();
    }

    private void put(
            StringBuilder operators,
            PDResources resources,
            float x,
            float baseline,
            Function<Run, Optional<String>> otherLanguage,
            boolean seen) {
        char[] characters = text.toCharArray();
        float pen = x;
        for (Run run : runs) {
            Run.Shape shape = run.shape(characters);
            float size = style.size() * run.face().scale();
            Optional<String> other = otherLanguage.apply(run);
            other.ifPresent(
                    tag -> operators.append("/Span <</Lang (").append(tag).append(")>> BDC\n"));
            new RunInk(operators, fonts, resources, run, shape, text).draw(size, pen, baseline, seen);
            operators.append(other.isPresent() ? "EMC\n" : "");
            pen += shape.advance() * size / Face.EM;
        }
    }
}
