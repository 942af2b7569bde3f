package org.cairn.bundle.redact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.cairn.domain.Area;
import org.cairn.domain.Redaction;
import org.cairn.drawing.Dots;
import org.cairn.drawing.Letter;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.PdfDrawing;
import org.cairn.drawing.Size;
import org.jspecify.annotations.Nullable;

/// Has one page drawn and paints over what must not be seen on it; touches no document.
final class PagePainter {

    private static final double DOTS_PER_POINT = 200 / 72.0;
    private static final double MOST_DOTS = 20_000_000;
    private static final double FEWEST_ACROSS = 200;

    private final Wording wording;

    PagePainter(Wording wording) {
        this.wording = wording;
    }

    /// A page painted over, ready to be put into a document.
    ///
    /// @param picture none where the page cannot be drawn
    /// @param stretches the letters that stay, each stretch without a gap
    /// @param wordless whether its letters could not be had
    record Painted(@Nullable Coding picture, List<List<Letter>> stretches, boolean wordless) {}

    /// @param number of the page in what is drawn
    Painted paint(PdfDrawing drawing, int number, List<Redaction> redactions) {
        Canvas canvas;
        Size size;
        try {
            size = drawing.size(number);
            Dots dots = drawing.drawFinely(number, across(size));
            canvas = new Canvas(dots);
        } catch (NotDrawable e) {
            return new Painted(null, List.of(), true);
        }
        List<Area> areas = redactions.stream().map(Redaction::area).toList();
        List<List<Letter>> stretches = new ArrayList<>();
        boolean wordless = false;
        List<Letter> letters = List.of();
        try {
            letters = drawing.letters(number);
            Set<Integer> staying = new Removal(size, areas, canvas::shows).staying(letters);
            stretches.addAll(Removal.stretches(letters, staying));
        } catch (NotDrawable e) {
            wordless = true;
        }
        new PageLook(size, letters).requireSame(redactions);
        redactions.forEach(redaction -> canvas.cover(redaction.area(), wording.inBox(redaction.reason())));
        return new Painted(Coding.of(canvas), stretches, wordless);
    }

    private static int across(Size size) {
        double scale = Math.min(DOTS_PER_POINT, Math.sqrt(MOST_DOTS / Math.max(1, size.width() * size.height())));
        return (int) Math.max(FEWEST_ACROSS, Math.round(size.width() * scale));
    }
}
