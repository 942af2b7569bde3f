package org.cairn.sample;

import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.cairn.sample.Faces.Face;

/// One line of text set in type: shaped and in the order in which it is seen.
record SetLine(String text, float size, boolean bold, boolean rightToLeft, TextLayout layout, List<Run> runs) {
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private static final String BRACKETS = "()[]{}<>«»";

    /// A stretch in one typeface.
    record Run(String text, Face face) {}

    /// Breaks text into lines no wider than asked.
    static List<SetLine> lines(String words, float size, boolean bold, float width, Faces faces) {
        String text = breakable(words.isEmpty() ? " " : words);
        AttributedString styled = new AttributedString(text);
        boolean rightToLeft = rightToLeft(text);
        styled.addAttribute(
                TextAttribute.RUN_DIRECTION,
                rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        int from = 0;
        for (Run run : runs(text, bold, faces)) {
            int to = from + run.text().length();
            styled.addAttribute(TextAttribute.FONT, faces.font(run.face(), size), from, to);
            from = to;
        }
        LineBreakMeasurer measurer = new LineBreakMeasurer(styled.getIterator(), EXACT);
        List<SetLine> lines = new ArrayList<>();
        while (measurer.getPosition() < text.length()) {
            int start = measurer.getPosition();
            TextLayout layout = measurer.nextLayout(width);
            String part = text.substring(start, measurer.getPosition());
            lines.add(new SetLine(part, size, bold, rightToLeft, layout, runs(part, bold, faces)));
        }
        return lines;
    }

    /// Tibetan may break after each syllable, which Java does not know.
    private static String breakable(String words) {
        return words.replace("་", "་\u200B");
    }

    private static boolean rightToLeft(String text) {
        return new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).getBaseLevel() == 1;
    }

    static List<Run> runs(String text, boolean bold, Faces faces) {
        List<Run> runs = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        Face face = bold ? Face.BOLD : Face.PLAIN;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int codePoint = text.codePointAt(at);
            Face next = codePoint == 0x200B || codePoint == 0x200C ? face : faces.faceOf(codePoint, face, bold);
            if (next != face && !open.isEmpty()) {
                runs.add(new Run(open.toString(), face));
                open.setLength(0);
            }
            face = next;
            open.appendCodePoint(codePoint);
        }
        runs.add(new Run(open.toString(), face));
        return runs;
    }

    /// Whether glyphs must be shaped, joined or turned around.
    boolean complex() {
        return runs.stream().anyMatch(run -> run.face() == Face.ARABIC || run.face() == Face.TIBETAN);
    }

    /// The characters in the order in which they are seen, left to right.
    String visualOrder() {
        String clean = text.replace("\u200B", "").stripTrailing();
        Bidi bidi = new Bidi(clean, rightToLeft ? Bidi.DIRECTION_RIGHT_TO_LEFT : Bidi.DIRECTION_LEFT_TO_RIGHT);
        int count = bidi.getRunCount();
        byte[] levels = new byte[count];
        String[] parts = new String[count];
        for (int run = 0; run < count; run++) {
            levels[run] = (byte) bidi.getRunLevel(run);
            String part = clean.substring(bidi.getRunStart(run), bidi.getRunLimit(run));
            parts[run] = levels[run] % 2 == 1 ? turned(part) : part;
        }
        Bidi.reorderVisually(levels, 0, parts, 0, count);
        return String.join("", parts);
    }

    /// Backwards, with brackets as they are seen.
    private static String turned(String part) {
        StringBuilder turned = new StringBuilder(part.length());
        for (int at = part.length() - 1; at >= 0; at--) {
            char letter = part.charAt(at);
            int bracket = BRACKETS.indexOf(letter);
            turned.append(bracket < 0 ? letter : BRACKETS.charAt(bracket ^ 1));
        }
        return turned.toString();
    }

    float width() {
        return layout.getVisibleAdvance();
    }
}
