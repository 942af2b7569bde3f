package org.cairn.drawing;

import java.io.IOException;
import java.io.StringWriter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// The words of one page with the place of each, line by line in the order in which the page was written.
final class PageWords extends PDFTextStripper {

    /// So much of a space's width between two letters parts two words.
    private static final double GAP = 0.5;

    private final Size size;
    private final List<TextPosition> row = new ArrayList<>();
    private final List<Word> words = new ArrayList<>();
    private int line;

    PageWords(OnePage page, Size size) throws IOException {
        this.size = size;
        writeText(page, new StringWriter());
        endRow();
    }

    List<Word> all() {
        return List.copyOf(words);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        row.addAll(positions);
    }

    @Override
    protected void writeLineSeparator() {
        endRow();
    }

    @Override
    protected void writePageEnd() {
        endRow();
    }

    private void endRow() {
        if (row.isEmpty()) {
            return;
        }
        List<Word> seen = new ArrayList<>();
        List<TextPosition> word = new ArrayList<>();
        for (TextPosition letter :
                row.stream().sorted(Comparator.comparing(TextPosition::getX)).toList()) {
            if (blank(letter) || !word.isEmpty() && apart(word.getLast(), letter)) {
                end(word, seen);
            }
            if (!blank(letter)) {
                word.add(letter);
            }
        }
        end(word, seen);
        words.addAll(ReadingOrder.of(seen, Word::text));
        line += seen.isEmpty() ? 0 : 1;
        row.clear();
    }

    private void end(List<TextPosition> letters, List<Word> into) {
        if (!letters.isEmpty()) {
            String text = ReadingOrder.of(letters, TextPosition::getUnicode).stream()
                    .map(TextPosition::getUnicode)
                    .collect(Collectors.joining());
            into.add(new Word(
                    Normalizer.normalize(text, Normalizer.Form.NFKC),
                    letters.stream().map(this::box).reduce(Box::around).orElse(Box.WHOLE),
                    line));
            letters.clear();
        }
    }

    private static boolean blank(TextPosition letter) {
        String unicode = letter.getUnicode();
        return unicode == null || unicode.isBlank();
    }

    private static boolean apart(TextPosition before, TextPosition after) {
        double space = Math.max(before.getWidthOfSpace(), before.getFontSizeInPt() * 0.1);
        return after.getX() - before.getX() - before.getWidth() > space * GAP;
    }

    private Box box(TextPosition letter) {
        double height = Math.max(letter.getHeight(), letter.getFontSizeInPt() * 0.7);
        return new Box(
                letter.getX() / size.width(),
                (letter.getY() - height * 1.05) / size.height(),
                letter.getWidth() / size.width(),
                height * 1.3 / size.height());
    }
}
