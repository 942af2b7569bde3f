package org.cairn.bundle.insert;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/// Text in one font, letter by letter, without the letters the font lacks.
final class PlainLine implements StampLine {

    private final PDFont font;
    private final String text;

    PlainLine(PDFont font, String text) {
        this.font = font;
        this.text = writable(font, text.strip());
    }

    private static String writable(PDFont font, String text) {
        StringBuilder writable = new StringBuilder();
        text.codePoints().forEach(point -> {
            String letter = Character.toString(Character.isWhitespace(point) ? ' ' : point);
            if (isWritable(font, letter)) {
                writable.append(letter);
            }
        });
        return writable.toString();
    }

    private static boolean isWritable(PDFont font, String letter) {
        try {
            font.encode(letter);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public float width(float size) throws IOException {
        return text.isEmpty() ? 0 : font.getStringWidth(text) / 1000 * size;
    }

    @Override
    public void show(PDPageContentStream content, float size, float x, float y) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.showTextWithPositioning(letters());
        content.endText();
    }

    /// One by one: shown together, `f` and `i` become one sign that a search for either does not find.
    private Object[] letters() {
        return text.codePoints().mapToObj(Character::toString).toArray();
    }
}
