package org.cairn.bundle.redact;

import com.ibm.icu.text.Normalizer2;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDResources;
import org.cairn.bundle.typeset.UnseenText;
import org.cairn.drawing.Box;
import org.cairn.drawing.Letter;
import org.jspecify.annotations.Nullable;

/// The words that stay on a painted page, set anew in our own fonts where they stand, to be found and copied.
///
/// Within a line from left to right, as pages are written whichever way they are read; blanks fill the gaps of lines
/// that are read from the right, so that a reader takes each of them for one.
final class WordLayer {

    private static final Normalizer2 PLAIN = Normalizer2.getNFKCInstance();
    private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();

    private static final int MOST_BLANKS = 200;

    private final UnseenText.Layer text;
    private final Upright page;
    private @Nullable Stretch before;
    private int line = -1;
    private boolean backwards;

    private record Stretch(int line, int turn, double end, double base) {}

    WordLayer(UnseenText text, PDResources resources, Upright page) {
        this.text = text.on(resources);
        this.page = page;
    }

    String operators() {
        return text.operators();
    }

    /// All that stays, in the order in which it was written.
    void put(List<List<Letter>> stretches) {
        for (List<Letter> stretch : stretches) {
            int line = stretch.getFirst().line();
            if (line != this.line) {
                this.line = line;
                // a reader turns such a line round as a whole: nothing in it may look like the end of one
                backwards = stretches.stream()
                        .filter(other -> other.getFirst().line() == line)
                        .anyMatch(Reading::isBackwards);
            }
            one(stretch);
        }
    }

    private void one(List<Letter> stretch) {
        Letter first = stretch.getFirst();
        Box box = stretch.stream().map(Letter::box).reduce(Box::around).orElseThrow();
        int turn = first.turn();
        double[] corner = page.place(box.x(), box.y());
        double[] base = page.place(first.x(), first.y());
        double width = box.width() * page.width();
        double height = box.height() * page.height();
        double x = turn == 0 ? corner[0] : turn == 2 ? corner[0] + width : base[0];
        double y = turn == 1 ? corner[1] : turn == 3 ? corner[1] - height : base[1];
        double length = turn % 2 == 0 ? width : height;
        double start = along(turn, x, y);
        float size = (float) Math.clamp(first.size(), 1, 400);
        gap(first, turn, start, size, x, y);
        text.put(read(stretch), size, place(turn, x, y), length);
        before = new Stretch(first.line(), turn, start + length, turn % 2 == 0 ? y : x);
    }

    /// How far a place is in the direction in which a line runs.
    private static double along(int turn, double x, double y) {
        return switch (turn) {
            case 1 -> -y;
            case 2 -> -x;
            case 3 -> y;
            default -> x;
        };
    }

    private static AffineTransform place(int turn, double x, double y) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.quadrantRotate(-turn);
        return place;
    }

    private void gap(Letter next, int turn, double start, float size, double x, double y) {
        Stretch last = before;
        if (last == null || last.line() != next.line() || last.turn() != turn || start <= last.end()) {
            return;
        }
        double length = start - last.end();
        int blanks = (int) Math.clamp(Math.ceil(length / size), 1, MOST_BLANKS);
        if (blanks > 1 && !backwards && turn == 0) {
            return; // so wide a gap is seen by every reader
        }
        for (int i = 0; i < blanks; i++) {
            AffineTransform there = place(turn, x, y);
            there.translate(-length * (blanks - i) / blanks, 0);
            text.put(" ", size, there, length / blanks);
        }
    }

    private static String read(List<Letter> stretch) {
        return Reading.word(stretch).stream()
                .map(letter -> plain(letter.text()))
                .collect(Collectors.joining());
    }

    /// Letters in the shapes that they take within a word, as some files keep them, and ligatures.
    private static String plain(String text) {
        boolean shaped = text.chars().anyMatch(c -> c >= 0xFB00 && c <= 0xFDFF || c >= 0xFE70 && c <= 0xFEFF);
        String plain = shaped ? PLAIN.normalize(text) : COMPOSED.normalize(text);
        return plain.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
