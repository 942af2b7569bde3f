package org.cairn.bundle.typeset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// A face inside one document: which of its glyphs were used, and which text each use stands for.
///
/// One glyph may stand for different texts (a letter's dotless body, a ligature). A character code has one text only,
/// so every further text of a glyph gets a code of its own that leads to the same glyph.
final class DocumentFont {

    private final PDDocument document;
    private final COSName name;
    private final PDType0Font font;
    private final float[] widths;
    private final Set<Integer> used = new TreeSet<>();
    private final Map<Integer, String> texts = new TreeMap<>();
    private final Map<Use, Integer> further = new LinkedHashMap<>();
    private int nextCode;

    private record Use(int glyph, String text) {}

    DocumentFont(PDDocument document, Face face) throws IOException {
        this.document = document;
        this.name = COSName.getPDFName("Cairn" + face.ordinal());
        try (InputStream in = face.open()) {
            this.font = PDType0Font.load(document, in, true);
        }
        TrueTypeFont file = ((PDCIDFontType2) font.getDescendantFont()).getTrueTypeFont();
        float scale = Face.EM / file.getUnitsPerEm();
        widths = new float[file.getNumberOfGlyphs()];
        for (int glyph = 0; glyph < widths.length; glyph++) {
            widths[glyph] = file.getAdvanceWidth(glyph) * scale;
        }
        nextCode = widths.length;
    }

    /// The name it has in some resources, where it is added unless it is there: never one that another font has, as
    /// in a source that is itself a bundle.
    COSName nameIn(PDResources resources) {
        COSDictionary there = resources.getCOSObject().getCOSDictionary(COSName.FONT);
        COSName free = name;
        for (int i = 2; there != null && there.containsKey(free); i++) {
            if (there.getDictionaryObject(free) == font.getCOSObject()) {
                return free;
            }
            free = COSName.getPDFName(name.getName() + "-" + i);
        }
        resources.put(free, font);
        return free;
    }

    float width(int glyph) {
        return widths[glyph];
    }

    /// The character code that draws a glyph and stands for a text, which is empty for a glyph that adds to another.
    int code(int glyph, String text) {
        used.add(glyph);
        String first = texts.putIfAbsent(glyph, text);
        if (first == null || first.equals(text) || nextCode > 0xFFFF) {
            return glyph;
        }
        return further.computeIfAbsent(new Use(glyph, text), use -> {
            texts.put(nextCode, use.text());
            return nextCode++;
        });
    }

    /// Embeds what was used; nothing more can be set in this font afterwards.
    void finish() throws IOException {
        font.addGlyphsToSubset(used);
        font.subset();
        COSDictionary descendant = font.getDescendantFont().getCOSObject();
        addFurtherCodes(descendant);
        COSDictionary descriptor = descendant.getCOSDictionary(COSName.FONT_DESC);
        if (descriptor != null) {
            // lists the codes of the subset only: with codes of our own it would be wrong, and it is optional
            descriptor.removeItem(COSName.getPDFName("CIDSet"));
        }
        byte[] map = new ToUnicode(texts).bytes();
        font.getCOSObject()
                .setItem(
                        COSName.TO_UNICODE,
                        new PDStream(document, new ByteArrayInputStream(map), COSName.FLATE_DECODE));
    }

    private void addFurtherCodes(COSDictionary descendant) throws IOException {
        if (further.isEmpty()) {
            return;
        }
        COSStream glyphs = descendant.getCOSStream(COSName.CID_TO_GID_MAP);
        byte[] map;
        try (InputStream in = glyphs.createInputStream()) {
            map = Arrays.copyOf(in.readAllBytes(), nextCode * 2);
        }
        COSArray spans = descendant.getCOSArray(COSName.W);
        further.forEach((use, code) -> {
            map[code * 2] = map[use.glyph() * 2];
            map[code * 2 + 1] = map[use.glyph() * 2 + 1];
            COSArray width = new COSArray();
            width.add(new COSFloat(Float.parseFloat(Ops.number(widths[use.glyph()]))));
            spans.add(COSInteger.get(code));
            spans.add(width);
        });
        try (OutputStream out = glyphs.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(map);
        }
    }
}
