package org.cairn.bundle.typeset;

import com.ibm.icu.lang.UScript;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;

/// The font files that are shipped, each for the scripts it draws.
enum Face {
    SERIF("NotoSerif-Regular"),
    SERIF_BOLD("NotoSerif-Bold"),
    SANS("NotoSans-Regular"),
    SANS_BOLD("NotoSans-Bold"),
    NASKH("NotoNaskhArabic-Regular"),
    NASKH_BOLD("NotoNaskhArabic-Bold"),
    HEBREW("NotoSansHebrew-Regular"),
    HEBREW_BOLD("NotoSansHebrew-Bold"),
    CHINESE("NotoSansSC-Regular"),
    TIBETAN("NotoSerifTibetan-Regular"),
    TIBETAN_BOLD("NotoSerifTibetan-Bold"),
    DEVANAGARI("NotoSansDevanagari-Regular"),
    ETHIOPIC("NotoSansEthiopic-Regular"),
    MYANMAR("NotoSansMyanmar-Regular"),
    SYMBOLS("DejaVuSans");

    /// The units that glyphs are measured in here: a thousandth of the size, as PDF does.
    static final float EM = 1000f;

    private static final Map<Face, Font> LOADED = new EnumMap<>(Face.class);

    private final String file;

    Face(String file) {
        this.file = file;
    }

    /// The face that a script is drawn in, in the family and weight of a style.
    static Face ofScript(int script, Style style) {
        boolean bold = style.bold();
        return switch (script) {
            case UScript.ARABIC -> bold ? NASKH_BOLD : NASKH;
            case UScript.HEBREW -> bold ? HEBREW_BOLD : HEBREW;
            case UScript.HAN, UScript.HIRAGANA, UScript.KATAKANA, UScript.BOPOMOFO -> CHINESE;
            case UScript.TIBETAN -> bold ? TIBETAN_BOLD : TIBETAN;
            case UScript.DEVANAGARI -> DEVANAGARI;
            case UScript.ETHIOPIC -> ETHIOPIC;
            case UScript.MYANMAR -> MYANMAR;
            default -> latin(style);
        };
    }

    private static Face latin(Style style) {
        if (style.family() == Style.Family.SERIF) {
            return style.bold() ? SERIF_BOLD : SERIF;
        }
        return style.bold() ? SANS_BOLD : SANS;
    }

    /// How much larger than others it is set: its letters are drawn smaller than Latin ones of the same size.
    float scale() {
        return this == NASKH || this == NASKH_BOLD ? 1.14f : 1;
    }

    /// What one of its glyphs looks like, in thousandths of the size, upwards.
    Shape outline(int glyph) {
        return AffineTransform.getScaleInstance(1, -1)
                .createTransformedShape(shaping()
                        .createGlyphVector(Run.UNHINTED, new int[] {glyph})
                        .getOutline());
    }

    /// Its glyph for a character, as it stands alone.
    int glyph(char character) {
        return shaping().createGlyphVector(Run.UNHINTED, new char[] {character}).getGlyphCode(0);
    }

    /// Whether it has a glyph for a character.
    boolean draws(int codePoint) {
        return shaping().canDisplay(codePoint);
    }

    /// The font for shaping, loaded when it is first needed and kept: it holds nothing of any document.
    Font shaping() {
        synchronized (LOADED) {
            return LOADED.computeIfAbsent(this, Face::load);
        }
    }

    private Font load() {
        try (InputStream in = open()) {
            return Font.createFont(Font.TRUETYPE_FONT, in)
                    // what HarfBuzz does when nobody tells it otherwise, and Java does not
                    .deriveFont(Map.of(
                            TextAttribute.KERNING,
                            TextAttribute.KERNING_ON,
                            TextAttribute.LIGATURES,
                            TextAttribute.LIGATURES_ON,
                            TextAttribute.SIZE,
                            EM));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("a shipped font is broken: " + file, e);
        }
    }

    /// The font file's bytes.
    InputStream open() throws IOException {
        InputStream in = Face.class.getResourceAsStream("/fonts/" + file + ".ttf");
        if (in == null) {
            throw new IOException("a shipped font is missing: " + file);
        }
        return in;
    }
}
