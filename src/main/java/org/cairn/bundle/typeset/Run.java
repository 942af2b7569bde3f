package org.cairn.bundle.typeset;

import com.ibm.icu.lang.UScript;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A stretch of a paragraph that is in one face and runs one way.
///
/// @param face what it is drawn in
/// @param start the first character
/// @param end the character after the last
/// @param level the bidi level: odd runs from right to left
record Run(Face face, int start, int end, int level) {

    static final FontRenderContext UNHINTED = new FontRenderContext(null, true, true);

    /// A glyph where HarfBuzz puts it, in thousandths of the size, and the character it begins at.
    record Glyph(int id, float x, float y, int character) {}

    /// The glyphs of a run from left to right, and how far they reach.
    record Shape(List<Glyph> glyphs, float advance) {}

    boolean rightToLeft() {
        return (level & 1) == 1;
    }

    Shape shape(char[] text) {
        int direction = rightToLeft() ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT;
        GlyphVector vector = face.shaping().layoutGlyphVector(UNHINTED, text, start, end, direction);
        int count = vector.getNumGlyphs();
        float[] places = vector.getGlyphPositions(0, count + 1, null);
        List<Glyph> glyphs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int id = vector.getGlyphCode(i);
            // what was eaten by a ligature, or is never seen
            if (id < 0xFFFE) {
                glyphs.add(new Glyph(id, places[2 * i], places[2 * i + 1], start + vector.getGlyphCharIndex(i)));
            }
        }
        return new Shape(glyphs, places[2 * count]);
    }

    /// Cuts a paragraph into runs, in the order of its characters.
    static List<Run> of(String text, byte[] levels, Style style) {
        List<Run> runs = new ArrayList<>();
        Face opening = opening(text, style);
        Face face = null;
        int start = 0;
        int level = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            Face wanted = faceFor(c, face == null ? opening : face, style);
            if (face != null && (wanted != face || levels[i] != level)) {
                runs.add(new Run(face, start, i, level));
                start = i;
            }
            face = wanted;
            level = levels[i];
            i += Character.charCount(c);
        }
        if (face != null) {
            runs.add(new Run(face, start, text.length(), level));
        }
        return runs;
    }

    private static Face faceFor(int c, Face current, Style style) {
        int script = UScript.getScript(c);
        boolean shared = script == UScript.COMMON || script == UScript.INHERITED;
        if (shared && (isMark(c) || current.draws(c))) {
            return current;
        }
        Face own = Face.ofScript(script, style);
        if (own.draws(c)) {
            return own;
        }
        Face other = shared && c >= 0x3000 ? Face.CHINESE : null;
        return other != null && other.draws(c) ? other : anyOther(c, own);
    }

    private static Face anyOther(int c, Face own) {
        for (Face face : List.of(Face.SYMBOLS, Face.SANS, Face.CHINESE)) {
            if (face.draws(c)) {
                return face;
            }
        }
        return own;
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT;
    }

    /// The face that digits and quotation marks before the first letter belong to.
    private static Face opening(String text, Style style) {
        return text.codePoints()
                .map(UScript::getScript)
                .filter(script -> script != UScript.COMMON && script != UScript.INHERITED)
                .mapToObj(script -> Face.ofScript(script, style))
                .findFirst()
                .orElse(Face.ofScript(UScript.LATIN, style));
    }

    /// The part of a run that lies within a line, or nothing.
    @Nullable
    Run within(int from, int to, int lineLevel) {
        int first = Math.max(start, from);
        int last = Math.min(end, to);
        return first < last ? new Run(face, first, last, lineLevel) : null;
    }
}
