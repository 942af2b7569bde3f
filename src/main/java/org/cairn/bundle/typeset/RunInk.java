package org.cairn.bundle.typeset;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;

/// Writes one run as text operators, so that what is seen can also be searched and copied.
///
/// Where marks are written in another order than they stand (Tibetan, Devanagari…) the syllable carries its text
/// beside it; from right to left that is left out, because readers turn such text round.
final class RunInk {

    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder operators;
    private final Fonts fonts;
    private final PDResources resources;
    private final DocumentFont font;
    private final COSName name;
    private final Run run;
    private final List<Run.Glyph> glyphs;
    private final String text;
    private final TreeSet<Integer> clusters = new TreeSet<>();
    private final StringBuilder shown = new StringBuilder();
    private final List<Run.Glyph> silent = new ArrayList<>();
    private float size;
    private float pen;
    private float rise;

    RunInk(StringBuilder operators, Fonts fonts, PDResources resources, Run run, Run.Shape shape, String text) {
        this.operators = operators;
        this.fonts = fonts;
        this.resources = resources;
        this.font = fonts.of(run.face());
        this.name = font.nameIn(resources);
        this.run = run;
        this.glyphs = shape.glyphs();
        this.text = text;
        for (Run.Glyph glyph : glyphs) {
            if (!hangsOn(glyph.character())) {
                clusters.add(glyph.character());
            }
        }
    }

    /// @param seen whether what stands for nothing is drawn: behind a picture it is not
    void draw(float points, float x, float baseline, boolean seen) {
        size = points;
        operators.append("BT ");
        use(name);
        operators.append("1 0 0 1 ");
        operators.append(Ops.number(x)).append(' ').append(Ops.number(baseline)).append(" Tm\n");
        int at = 0;
        while (at < glyphs.size()) {
            at = syllable(at);
        }
        flush();
        operators.append(rise == 0 ? "ET\n" : "0 Ts ET\n");
        if (!seen) {
            return;
        }
        silent.forEach(glyph -> new GlyphPath(operators, points / Face.EM)
                .fill(
                        run.face().outline(glyph.id()),
                        x + glyph.x() * points / Face.EM,
                        baseline - glyph.y() * points / Face.EM));
    }

    private void use(COSName face) {
        operators
                .append('/')
                .append(face.getName())
                .append(' ')
                .append(Ops.number(size))
                .append(" Tf ");
    }

    /// Draws a whole syllable with its text beside it, or one cluster without; returns where the next begins.
    private int syllable(int at) {
        int start = glyphs.get(at).character();
        int end = clusterEnd(start);
        if (run.rightToLeft() || parts(text.charAt(start))) {
            return cluster(at);
        }
        int from = start;
        while (from > run.start() && !parts(text.charAt(from - 1))) {
            from--;
        }
        int to = end;
        while (to < run.end() && !parts(text.charAt(to))) {
            to++;
        }
        // the mark that ends a syllable goes with it: after a vowel sign, readers would see a gap before it
        if (to < run.end() && endsSyllable(text.charAt(to))) {
            to++;
        }
        if (!hasMarks(from, to)) {
            return cluster(at);
        }
        flush();
        operators
                .append("/Span <</ActualText <FEFF")
                .append(Ops.utf16(text.substring(from, to)))
                .append(">>> BDC\n");
        int next = at;
        while (next < glyphs.size()
                && glyphs.get(next).character() >= from
                && glyphs.get(next).character() < to) {
            next = cluster(next);
        }
        flush();
        operators.append("EMC\n");
        return next;
    }

    /// Draws the glyphs of one cluster, its characters shared out among them in reading order.
    private int cluster(int at) {
        int start = glyphs.get(at).character();
        int next = at + 1;
        while (next < glyphs.size() && glyphs.get(next).character() == start) {
            next++;
        }
        String whole = searchable(start, clusterEnd(start));
        int count = next - at;
        for (int i = at; i < next; i++) {
            glyph(glyphs.get(i), run.rightToLeft() ? (i == next - 1 ? whole : "") : share(whole, i - at, count));
        }
        return next;
    }

    /// The characters that the n-th of some glyphs stands for: one each, the rest with the first.
    private static String share(String cluster, int place, int count) {
        int characters = cluster.codePointCount(0, cluster.length());
        int spare = Math.max(0, characters - count);
        int from = place == 0 ? 0 : place + spare;
        if (from >= characters) {
            return "";
        }
        int start = cluster.offsetByCodePoints(0, from);
        return cluster.substring(start, cluster.offsetByCodePoints(start, place == 0 ? spare + 1 : 1));
    }

    /// A glyph that stands for nothing, as a vowel mark from right to left, is drawn as a shape beside the text: as a
    /// letter without text it would be none in the eyes of PDF/UA, and any text of its own would part the word.
    private void glyph(Run.Glyph glyph, String stands) {
        if (stands.isEmpty()) {
            silent.add(glyph);
            return;
        }
        if (Math.abs(glyph.y() - rise) > 0.5f) {
            flush();
            operators.append(Ops.number(-glyph.y() * size / Face.EM)).append(" Ts\n");
            rise = glyph.y();
        }
        float back = pen - glyph.x();
        if (Math.abs(back) > 0.5f) {
            shown.append(Ops.number(back));
            pen = glyph.x();
        }
        if (glyph.id() == 0) {
            unknown(stands);
            return;
        }
        shown.append('<').append(Ops.code(font.code(glyph.id(), stands))).append('>');
        pen += font.width(glyph.id());
    }

    /// A letter that no font has: a sign that says so, by which it is still found.
    private void unknown(String stands) {
        DocumentFont symbols = fonts.of(Face.SYMBOLS);
        int sign = Face.SYMBOLS.glyph(REPLACEMENT);
        flush();
        use(symbols.nameIn(resources));
        shown.append('<').append(Ops.code(symbols.code(sign, stands))).append('>');
        flush();
        use(name);
        pen += symbols.width(sign);
    }

    private void flush() {
        if (!shown.isEmpty()) {
            operators.append('[').append(shown).append("] TJ\n");
            shown.setLength(0);
        }
    }

    /// The text that a cluster is found by. From right to left without vowel marks: readers put them on a line of
    /// their own or before their letter, and then the word is no longer found; they are seen all the same.
    private String searchable(int start, int end) {
        if (!run.rightToLeft()) {
            return text.substring(start, end);
        }
        StringBuilder letters = new StringBuilder();
        text.substring(start, end)
                .codePoints()
                .filter(c -> !isMark(Character.getType(c)))
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private boolean hangsOn(int character) {
        return run.rightToLeft() && isMark(Character.getType(text.charAt(character)));
    }

    private int clusterEnd(int start) {
        Integer next = clusters.higher(start);
        return next == null ? run.end() : next;
    }

    private static boolean parts(char c) {
        return Character.isWhitespace(c) || endsSyllable(c) || c == '.' || c == ',';
    }

    private static boolean endsSyllable(char c) {
        return c >= 0x0F0B && c <= 0x0F0D;
    }

    private boolean hasMarks(int from, int to) {
        return text.substring(from, to).codePoints().map(Character::getType).anyMatch(RunInk::isMark);
    }

    private static boolean isMark(int type) {
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
