package org.cairn.bundle;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.cairn.bundle.insert.StampLine;
import org.cairn.bundle.typeset.Direction;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Line;
import org.cairn.bundle.typeset.Style;

/// What stands at the head of every page, shaped: a case's name may be in any script.
record RunningHead(Fonts fonts, PDPage page, String text, Direction direction) implements StampLine {

    @Override
    public float width(float size) {
        return text.isBlank() ? 0 : line(size).width();
    }

    @Override
    @SuppressWarnings("deprecation") // PDFBox has no other call for glyphs that are shaped already
    public void show(PDPageContentStream content, float size, float x, float y) throws IOException {
        content.appendRawCommands(line(size).draw(page.getResources(), x, y));
    }

    private Line line(float size) {
        return Line.of(fonts, text, Looks.quiet(Style.sans(size * 0.85f, size)), direction.orOf(text));
    }

    @Override
    public String toString() {
        return "RunningHead";
    }
}
