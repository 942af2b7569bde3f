package org.cairn.bundle.insert;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// The words of a page that is upright, and where each stands.
final class PageWords extends PDFTextStripper {

    private static final int MOST = 20_000;

    private final List<Word> words = new ArrayList<>();

    /// A word, from the left end of its baseline, in points.
    record Word(String text, float x, float y, float width, float size) {
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
        return reader.words;
    }

    @Override
    protected void writeString(String text, List<TextPosition> letters) {
        if (text.isBlank() || letters.isEmpty() || words.size() >= MOST) {
            return;
        }
        float left = Float.MAX_VALUE;
        float right = -Float.MAX_VALUE;
        float size = 1;
        for (TextPosition letter : letters) {
            left = Math.min(left, letter.getXDirAdj());
            right = Math.max(right, letter.getXDirAdj() + letter.getWidthDirAdj());
            size = Math.max(size, Math.abs(letter.getFontSizeInPt()));
        }
        TextPosition first = letters.getFirst();
        if (first.getDir() == 0) {
            float x = left + getCurrentPage().getCropBox().getLowerLeftX();
            float y = getCurrentPage().getCropBox().getUpperRightY() - first.getYDirAdj();
            words.add(new Word(text, x, y, right - left, Math.min(size, 200)));
        }
    }
}
