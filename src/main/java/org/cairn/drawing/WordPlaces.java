package org.cairn.drawing;

import java.io.IOException;
import java.io.StringWriter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/// The letters of one page with the place of each.
final class WordPlaces extends PDFTextStripper {

    private final StringBuilder letters = new StringBuilder();
    private final List<@Nullable Box> boxes = new ArrayList<>();
    private final Size size;

    WordPlaces(OnePage page, Size size) throws IOException {
        this.size = size;
        setSortByPosition(true);
        writeText(page, new StringWriter());
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        for (TextPosition position : positions) {
            Box box = box(position);
            String unicode = position.getUnicode();
            for (char letter : folded(unicode == null ? "" : unicode).toCharArray()) {
                letters.append(letter);
                boxes.add(box);
            }
        }
    }

    @Override
    protected void writeWordSeparator() {
        gap();
    }

    @Override
    protected void writeLineSeparator() {
        gap();
    }

    /// Where some words stand, case and accents aside; a phrase may run over the end of a line.
    List<Box> of(String words) {
        String wanted = folded(words).strip().replaceAll("\\s+", " ");
        return wanted.isEmpty() ? List.of() : places(wanted);
    }

    private List<Box> places(String wanted) {
        List<Box> found = new ArrayList<>();
        for (int at = letters.indexOf(wanted); at >= 0; at = letters.indexOf(wanted, at + wanted.length())) {
            found.addAll(joined(at, at + wanted.length()));
        }
        return found;
    }

    private void gap() {
        if (!letters.isEmpty() && letters.charAt(letters.length() - 1) != ' ') {
            letters.append(' ');
            boxes.add(null);
        }
    }

    private Box box(TextPosition position) {
        double height = Math.max(position.getHeight(), position.getFontSizeInPt() * 0.7);
        return new Box(
                position.getX() / size.width(),
                (position.getY() - height * 1.05) / size.height(),
                position.getWidth() / size.width(),
                height * 1.3 / size.height());
    }

    /// One box for what stands on one line.
    private List<Box> joined(int start, int end) {
        List<Box> lines = new ArrayList<>();
        for (int i = start; i < end; i++) {
            Box next = boxes.get(i);
            if (next == null) {
                continue;
            }
            if (!lines.isEmpty() && Math.abs(lines.getLast().y() - next.y()) < next.height() / 2) {
                lines.set(lines.size() - 1, lines.getLast().around(next));
            } else {
                lines.add(next);
            }
        }
        return lines;
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
