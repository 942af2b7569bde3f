package org.cairn.bundle.insert;

import java.io.IOException;
import java.util.HexFormat;
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
    @SuppressWarnings("deprecation") // the only way to write a show operator by hand
    public void show(PDPageContentStream content, float size, float x, float y) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.newLineAtOffset(x, y);
        content.appendRawCommands(letters());
        content.endText();
    }

    /// One by one: shown together, `f` and `i` become one sign that a search for either does not find. Written by hand,
    /// since the library looks for such signs in each letter anew, which takes longer than all else of a stamp.
    private String letters() throws IOException {
        StringBuilder shown = new StringBuilder("[");
        for (int point : text.codePoints().toArray()) {
            if (font.willBeSubset()) {
                font.addToSubset(point);
            }
            shown.append('<')
                    .append(HexFormat.of().formatHex(font.encode(Character.toString(point))))
                    .append('>');
        }
        return shown.append("] TJ\n").toString();
    }
}
