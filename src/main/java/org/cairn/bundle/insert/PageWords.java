package org.cairn.bundle.insert;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.cairn.bundle.typeset.Direction;

/// The words of a page and where each stands, whichever way it runs.
///
/// Lines that run from left to right the PDF library puts into order; of others it makes as many lines as they have
/// letters, so their words are put together here, by where each letter ends and the next begins.
final class PageWords extends PDFTextStripper {

    private static final int MOST = 20_000;
    /// So far a line may lean and still be an upright one, in radians.
    private static final double LEANING = Math.toRadians(2);
    /// A wider gap between two letters parts two words, in parts of their size.
    private static final double GAP = 0.15;
    private static final float LARGEST = 400;

    private final List<Word> words = new ArrayList<>();
    private final List<TextPosition> turned = new ArrayList<>();

    /// A word, from the left end of its baseline, in points.
    ///
    /// @param angle in which its baseline runs, in radians
    /// @param mirrored whether it is seen as in a mirror
    record Word(String text, float x, float y, float width, float size, double angle, boolean mirrored) {
        @Override
        public String toString() {
            return "Word";
        }
    }

    private PageWords() {
        setSortByPosition(true);
    }

    /// Of the only page of a document.
    static List<Word> of(PDDocument alone) throws IOException {
        PageWords reader = new PageWords();
        reader.writeText(alone, new OutputStreamWriter(OutputStream.nullOutputStream(), StandardCharsets.UTF_8));
        reader.turned(alone.getPage(0).getCropBox());
        return reader.words;
    }

    @Override
    protected void processTextPosition(TextPosition letter) {
        if (Math.abs(angle(letter)) < LEANING && !isMirrored(letter)) {
            super.processTextPosition(letter);
        } else {
            turned.add(letter);
        }
    }

    /// Comments are part of the picture: what they say is read when all of the page was.
    @Override
    protected void writePage() throws IOException {
        for (PDAnnotation annotation : getCurrentPage().getAnnotations()) {
            if (!annotation.isHidden() && !annotation.isNoView()) {
                try {
                    showAnnotation(annotation);
                } catch (IOException | RuntimeException e) {
                    // what cannot be read of it is not drawn either
                }
            }
        }
        super.writePage();
    }

    @Override
    protected void writeString(String text, List<TextPosition> letters) {
        if (text.isBlank() || letters.isEmpty()) {
            return;
        }
        boolean backwards = text.chars()
                .anyMatch(c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || Character.getDirectionality(c) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC);
        if (backwards) {
            word(text, letters); // its letters come in another order than its places
            return;
        }
        List<TextPosition> word = new ArrayList<>();
        for (TextPosition letter : letters) {
            if (isBlank(letter)) {
                word(said(word), word);
                word.clear();
            } else {
                word.add(letter);
            }
        }
        word(said(word), word);
    }

    /// Word by word: the letters of a whole line, set in another font, would not stand where they are seen.
    private void word(String text, List<TextPosition> letters) {
        if (text.isBlank() || letters.isEmpty() || words.size() >= MOST) {
            return;
        }
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float size = 1;
        for (TextPosition letter : letters) {
            left = Math.min(left, letter.getXDirAdj());
            right = Math.max(right, letter.getXDirAdj() + letter.getWidthDirAdj());
            size = Math.max(size, size(letter));
        }
        float x = left + getCurrentPage().getCropBox().getLowerLeftX();
        float y = getCurrentPage().getCropBox().getUpperRightY()
                - letters.getFirst().getYDirAdj();
        words.add(new Word(text, x, y, right - left, Math.min(size, LARGEST), 0, false));
    }

    private void turned(PDRectangle box) {
        List<TextPosition> word = new ArrayList<>();
        for (TextPosition letter : turned) {
            boolean blank = isBlank(letter);
            if (!word.isEmpty() && (blank || !goesOn(word.getLast(), letter))) {
                turned(word, box);
                word.clear();
            }
            if (!blank) {
                word.add(letter);
            }
        }
        if (!word.isEmpty()) {
            turned(word, box);
        }
    }

    /// As it stands, whichever end was written first; what is read from the right is written from the right.
    private void turned(List<TextPosition> letters, PDRectangle box) {
        if (words.size() >= MOST) {
            return;
        }
        double angle = angle(letters.getFirst());
        List<TextPosition> standing = letters.stream()
                .sorted(Comparator.comparingDouble(letter -> along(letter, angle)))
                .toList();
        String text = said(standing);
        if (Direction.LEFT_TO_RIGHT.orOf(text).rightToLeft()) {
            text = said(standing.reversed());
        }
        TextPosition first = standing.getFirst();
        TextPosition last = standing.getLast();
        double width = Math.hypot(last.getEndX() - x(first), last.getEndY() - y(first));
        float size = letters.stream().map(PageWords::size).max(Float::compare).orElse(1f);
        words.add(new Word(
                text,
                x(first) + box.getLowerLeftX(),
                y(first) + box.getLowerLeftY(),
                (float) width,
                Math.clamp(size, 1, LARGEST),
                angle,
                isMirrored(first)));
    }

    private static String said(List<TextPosition> letters) {
        return letters.stream().map(TextPosition::getUnicode).collect(Collectors.joining());
    }

    private static boolean isBlank(TextPosition letter) {
        return letter.getUnicode() == null || letter.getUnicode().isBlank();
    }

    private static boolean goesOn(TextPosition before, TextPosition after) {
        return Math.abs(angle(before) - angle(after)) < LEANING
                && Math.min(fromEnd(before, after), fromEnd(after, before)) < GAP * size(before);
    }

    /// From where one ends to where another begins.
    private static double fromEnd(TextPosition one, TextPosition other) {
        return Math.hypot(x(other) - one.getEndX(), y(other) - one.getEndY());
    }

    private static double along(TextPosition letter, double angle) {
        return x(letter) * Math.cos(angle) + y(letter) * Math.sin(angle);
    }

    private static float x(TextPosition letter) {
        return letter.getTextMatrix().getTranslateX();
    }

    private static float y(TextPosition letter) {
        return letter.getTextMatrix().getTranslateY();
    }

    private static double angle(TextPosition letter) {
        Matrix place = letter.getTextMatrix();
        return Math.atan2(place.getShearY(), place.getScaleX());
    }

    /// As it is seen, whatever the page around it does to it.
    private static float size(TextPosition letter) {
        Matrix place = letter.getTextMatrix();
        return (float) Math.hypot(place.getShearX(), place.getScaleY());
    }

    private static boolean isMirrored(TextPosition letter) {
        Matrix place = letter.getTextMatrix();
        return place.getScaleX() * place.getScaleY() - place.getShearX() * place.getShearY() < 0;
    }
}
