package org.cairn.bundle.typeset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The font of printed page numbers: digits, a stroke and the word `of`, and two spaces that part a number from its
/// surroundings.
///
/// On a page of Arabic, readers take whatever stands alone for a part of a line from right to left and wrap it into
/// direction marks, so that programs looking for `12 / 345` at the end of a line miss it. The space before the number
/// therefore says that it runs from left to right, and the space after it that the line ends there.
public final class Numerals {

    private static final String BEFORE = "\u00A0";
    private static final String AFTER = "\u2007";
    private static final String LEFT_TO_RIGHT = "\u200E";
    private static final String DRAWN = "0123456789/of " + BEFORE + AFTER;

    private Numerals() {}

    /// A number as it is to be written in this font.
    public static String apart(String number) {
        return BEFORE + number + AFTER;
    }

    /// The font, embedded whole: it has no more than these signs.
    public static PDFont font(PDDocument document) throws IOException {
        Map<Integer, String> texts = new HashMap<>();
        byte[] file = subset();
        PDType0Font font = PDType0Font.load(document, new ByteArrayInputStream(file), false);
        for (int i = 0; i < DRAWN.length(); i++) {
            String sign = DRAWN.substring(i, i + 1);
            byte[] code = font.encode(sign);
            texts.put((code[0] & 0xFF) << 8 | code[1] & 0xFF, stands(sign));
        }
        byte[] map = new ToUnicode(new TreeMap<>(texts)).bytes();
        PDStream stream = new PDStream(document, new ByteArrayInputStream(map), COSName.FLATE_DECODE);
        font.getCOSObject().setItem(COSName.TO_UNICODE, stream);
        return font;
    }

    private static String stands(String sign) {
        return switch (sign) {
            case BEFORE -> LEFT_TO_RIGHT + " ";
            case AFTER -> "\n" + LEFT_TO_RIGHT;
            default -> sign;
        };
    }

    private static byte[] subset() throws IOException {
        try (InputStream in = Face.SANS.open();
                TrueTypeFont whole = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in))) {
            TTFSubsetter subsetter = new TTFSubsetter(whole);
            DRAWN.chars().forEach(subsetter::add);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            subsetter.writeToStream(out);
            return out.toByteArray();
        }
    }
}
