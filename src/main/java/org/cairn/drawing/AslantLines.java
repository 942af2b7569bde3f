package org.cairn.drawing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/// Puts letters that run aslant, along a curve or in a mirror into lines: the PDF library knows upright lines only, and
/// takes each such letter for a line of its own, or reads it from the wrong end.
///
/// A line goes on as long as each letter begins where the one before it ends, or ends where that begins.
final class AslantLines {

    /// So far a line may lean and still be an upright one, in radians.
    private static final double LEANING = Math.toRadians(2);
    /// So far from where a letter ends the next may begin and go on with its line, in parts of its size.
    private static final double NEXT = 1.5;
    /// Less than this between two letters parts no words, in parts of their size.
    private static final double GAP = 0.15;

    private final List<List<TextPosition>> rows = new ArrayList<>();

    /// A letter in its line.
    ///
    /// @param parted whether a gap or a space parts it from the letter before it
    record Placed(TextPosition letter, boolean parted) {
        @Override
        public String toString() {
            return "Placed";
        }
    }

    /// @param letters in the order in which they were written
    AslantLines(List<TextPosition> letters) {
        TextPosition before = null;
        for (TextPosition letter : letters) {
            if (before == null || !goesOn(before, letter)) {
                rows.add(new ArrayList<>());
            }
            rows.getLast().add(letter);
            before = letter;
        }
    }

    /// Whether it runs neither along nor across the page, or is seen as in a mirror.
    static boolean isAslant(TextPosition letter) {
        Matrix place = letter.getTextMatrix();
        double quarters = angle(place) / (Math.PI / 2);
        return Math.abs(quarters - Math.round(quarters)) * (Math.PI / 2) > LEANING || isMirrored(place);
    }

    private static boolean isMirrored(Matrix place) {
        return place.getScaleX() * place.getScaleY() - place.getShearX() * place.getShearY() < 0;
    }

    private static double angle(Matrix place) {
        return Math.atan2(place.getShearY(), place.getScaleX());
    }

    /// The lines that say something.
    List<List<Placed>> lines() {
        return rows.stream()
                .map(AslantLines::line)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static List<Placed> line(List<TextPosition> row) {
        List<Placed> line = new ArrayList<>();
        boolean parted = false;
        TextPosition before = null;
        for (TextPosition letter : ordered(row)) {
            if (PageLetters.blank(letter)) {
                parted = true;
                continue;
            }
            boolean apart = before != null && fromEnd(before, letter) > GAP * size(before);
            line.add(new Placed(letter, !line.isEmpty() && (parted || apart)));
            parted = false;
            before = letter;
        }
        return line;
    }

    /// Along a straight line as its letters stand, which is from left to right for whoever looks along it; along a
    /// curve as they were written.
    private static List<TextPosition> ordered(List<TextPosition> row) {
        double angle = angle(row.getFirst().getTextMatrix());
        boolean straight = row.stream().allMatch(letter -> Math.abs(angle(letter.getTextMatrix()) - angle) < LEANING);
        return straight
                ? row.stream()
                        .sorted(Comparator.comparingDouble(letter -> along(letter, angle)))
                        .toList()
                : row;
    }

    private static double along(TextPosition letter, double angle) {
        Matrix place = letter.getTextMatrix();
        return place.getTranslateX() * Math.cos(angle) + place.getTranslateY() * Math.sin(angle);
    }

    private static boolean goesOn(TextPosition before, TextPosition after) {
        return Math.min(fromEnd(before, after), fromEnd(after, before)) < NEXT * size(before);
    }

    /// From where one ends to where another begins.
    private static double fromEnd(TextPosition one, TextPosition other) {
        Matrix begins = other.getTextMatrix();
        return Math.hypot(begins.getTranslateX() - one.getEndX(), begins.getTranslateY() - one.getEndY());
    }

    private static double size(TextPosition letter) {
        Matrix place = letter.getTextMatrix();
        return Math.hypot(place.getShearX(), place.getScaleY());
    }
}
