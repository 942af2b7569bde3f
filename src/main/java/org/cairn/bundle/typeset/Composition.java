package org.cairn.bundle.typeset;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// A paragraph being broken into lines: shaped once for its widths, then again line by line for its glyphs.
final class Composition {

    private final Fonts fonts;
    private final String text;
    private final Style style;
    private final Direction direction;
    private final Bidi bidi = new Bidi();
    private final List<Run> runs;
    private final float[] advances;

    /// @param text one paragraph, without line ends
    Composition(Fonts fonts, String text, Style style, Direction direction) {
        this.fonts = fonts;
        this.text = text;
        this.style = style;
        this.direction = direction;
        bidi.setPara(text, direction.rightToLeft() ? Bidi.RTL : Bidi.LTR, null);
        this.runs = text.isEmpty() ? List.of() : Run.of(text, bidi.getLevels(), style);
        this.advances = measure();
    }

    /// A text of several paragraphs, each end of line being kept.
    static List<Line> lines(Fonts fonts, String text, Style style, Direction direction, float width) {
        List<Line> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            lines.addAll(new Composition(fonts, paragraph, style, direction).lines(width));
        }
        return lines;
    }

    private float[] measure() {
        float[] measured = new float[text.length()];
        char[] characters = text.toCharArray();
        for (Run run : runs) {
            Run.Shape shape = run.shape(characters);
            List<Run.Glyph> glyphs = shape.glyphs();
            for (int i = 0; i < glyphs.size(); i++) {
                float next = i + 1 < glyphs.size() ? glyphs.get(i + 1).x() : shape.advance();
                measured[glyphs.get(i).character()] +=
                        (next - glyphs.get(i).x()) * run.face().scale();
            }
        }
        return measured;
    }

    Line wholeLine() {
        return line(0, text.length(), text.length());
    }

    List<Line> lines(float width) {
        List<Line> lines = new ArrayList<>();
        float most = width / style.size() * Face.EM;
        BreakIterator breaks = BreakIterator.getLineInstance(ULocale.ROOT);
        breaks.setText(text);
        int start = 0;
        while (start < text.length()) {
            int end = endOfLine(breaks, start, most);
            int last = withoutTrailingSpace(start, end);
            lines.add(line(start, last, end < text.length() ? withSpace(last, end) : last));
            start = end;
        }
        return lines.isEmpty() ? List.of(line(0, 0, 0)) : lines;
    }

    private int endOfLine(BreakIterator breaks, int start, float most) {
        int end = start;
        while (end < text.length()) {
            int next = breaks.following(end);
            if (next == BreakIterator.DONE) {
                next = text.length();
            }
            if (width(start, withoutTrailingSpace(start, next)) > most) {
                return end > start ? end : emergency(start, next, most);
            }
            end = next;
        }
        return end;
    }

    /// A word too long for any line is cut between two characters as people count them.
    private int emergency(int start, int wordEnd, float most) {
        BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
        characters.setText(text);
        int end = characters.following(start);
        for (int next = end; next != BreakIterator.DONE && next <= wordEnd; next = characters.next()) {
            if (width(start, next) > most) {
                break;
            }
            end = next;
        }
        return end == BreakIterator.DONE ? text.length() : end;
    }

    private int withoutTrailingSpace(int start, int end) {
        int last = end;
        while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        return last;
    }

    /// The space at the end of a line is set, though it is not seen: what is read aloud would run into the next. From
    /// right to left it would stand before the line.
    private int withSpace(int last, int end) {
        return last < end && !direction.rightToLeft() ? last + 1 : last;
    }

    private float width(int start, int end) {
        float sum = 0;
        for (int i = start; i < end; i++) {
            sum += advances[i];
        }
        return sum;
    }

    /// @param end after the last letter that has a width here
    /// @param whole after the last that is set
    private Line line(int start, int end, int whole) {
        List<Run> visual = start < whole ? visual(start, whole) : List.of();
        float width = width(start, end) * style.size() / Face.EM;
        return new Line(fonts, text, visual, style, width, direction);
    }

    private List<Run> visual(int start, int end) {
        Bidi line = bidi.setLine(start, end);
        List<Run> visual = new ArrayList<>();
        for (int i = 0; i < line.countRuns(); i++) {
            BidiRun stretch = line.getVisualRun(i);
            List<Run> parts = new ArrayList<>();
            for (Run run : runs) {
                Run part =
                        run.within(start + stretch.getStart(), start + stretch.getLimit(), stretch.getEmbeddingLevel());
                if (part != null) {
                    parts.add(part);
                }
            }
            if (stretch.isOddRun()) {
                Collections.reverse(parts);
            }
            visual.addAll(parts);
        }
        return visual;
    }
}
