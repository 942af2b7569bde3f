package org.cairn.bundle.redact;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Area;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Redaction;
import org.cairn.drawing.Box;
import org.cairn.drawing.Letter;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.PdfDrawing;
import org.cairn.drawing.Size;

/// What an area of a page covers, as whoever drew it saw it: a hash of the letters in it and where each stands, and of
/// the size of the page.
///
/// Pages of ours are laid out anew whenever a bundle is put together: another exhibit beside a statement, another court
/// or another paper moves its lines, and an area that was drawn before would hide something else. A hash of few letters
/// can be guessed by trying: it is kept as closely as the area, whose width tells as much.
public final class PageLook {

    /// Parts of a page that letters are counted to stand in: finer than a hair, coarser than what computing loses.
    private static final double PARTS = 2000;

    private final Size size;
    private final List<Letter> letters;

    PageLook(Size size, List<Letter> letters) {
        this.size = size;
        this.letters = List.copyOf(letters);
    }

    /// A page as it is drawn now; one that cannot be drawn looks like any other that cannot.
    ///
    /// @param page from 1
    public static PageLook of(PdfDrawing drawing, int page) {
        Size size = new Size(0, 0);
        try {
            size = drawing.size(page);
            return new PageLook(size, drawing.letters(page));
        } catch (NotDrawable e) {
            return new PageLook(size, List.of());
        }
    }

    /// What an area of it covers.
    public Fingerprint under(Area area) {
        StringBuilder look = new StringBuilder();
        look.append(String.format(Locale.ROOT, "%.1f %.1f", size.width(), size.height()));
        for (Letter letter : letters) {
            if (covers(area, letter.box())) {
                look.append('\n')
                        .append(letter.text())
                        .append(' ')
                        .append(Math.round((letter.x() - area.x()) * PARTS))
                        .append(' ')
                        .append(Math.round((letter.y() - area.y()) * PARTS));
            }
        }
        return Fingerprint.of(look.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean covers(Area area, Box letter) {
        double x = letter.x() + letter.width() / 2;
        double y = letter.y() + letter.height() / 2;
        return area.x() <= x && x <= area.right() && area.y() <= y && y <= area.bottom();
    }

    /// Refuses areas that covered something else when they were drawn.
    ///
    /// @throws ArchiveException.InvalidInput when there are such
    void requireSame(List<Redaction> redactions) {
        for (Redaction redaction : redactions) {
            Optional<Fingerprint> seen = redaction.seen();
            if (seen.isPresent() && !seen.get().equals(under(redaction.area()))) {
                throw new ArchiveException.InvalidInput(Redaction.FIELD, "redactedBefore");
            }
        }
    }

    @Override
    public String toString() {
        return "PageLook";
    }
}
