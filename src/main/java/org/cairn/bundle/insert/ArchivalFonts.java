package org.cairn.bundle.insert;

import java.io.IOException;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1CFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;

/// Which fonts bring along all that it takes to draw their letters (ISO 19005-2, 6.2.11); when in doubt, none does.
///
/// One for each source: what was found out of a font holds for all its pages.
final class ArchivalFonts {

    private static final Set<String> WHOLE_MAPS = Set.of("Identity-H", "Identity-V");
    private static final Set<String> TABLES = Set.of("WinAnsiEncoding", "MacRomanEncoding");
    private static final int SYMBOLIC = 4;
    private static final float TOLERANCE = 1;

    private final Map<COSBase, Boolean> known = new IdentityHashMap<>();
    private final Map<COSBase, Map<Integer, Boolean>> letters = new IdentityHashMap<>();

    /// Whether a letter is in its font, as wide as the file says.
    boolean holds(PDFont font, int code) {
        return letters.computeIfAbsent(font.getCOSObject(), any -> new HashMap<>())
                .computeIfAbsent(code, any -> letter(font, code));
    }

    private boolean letter(PDFont font, int code) {
        try {
            return known.computeIfAbsent(font.getCOSObject(), any -> whole(font))
                    && has(font, code)
                    && Math.abs(font.getWidth(code) - font.getWidthFromFont(code)) <= TOLERANCE;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean has(PDFont font, int code) throws IOException {
        return switch (font) {
            case PDType0Font composite -> composite.codeToGID(code) != 0 && composite.hasGlyph(code);
            case PDTrueTypeFont simple -> simple.codeToGID(code) != 0;
            case PDType1CFont simple ->
                simple.hasGlyph(simple.codeToName(code))
                        && !simple.codeToName(code).equals(".notdef");
            case PDType1Font simple ->
                simple.hasGlyph(simple.codeToName(code))
                        && !simple.codeToName(code).equals(".notdef");
            default -> false;
        };
    }

    private static boolean whole(PDFont font) {
        if (!font.isEmbedded() || font.isDamaged()) {
            return false;
        }
        try {
            return switch (font) {
                case PDType0Font composite -> composite(composite);
                case PDTrueTypeFont simple -> widths(simple) && trueType(simple);
                case PDType1CFont simple -> widths(simple);
                case PDType1Font simple -> widths(simple);
                default -> false;
            };
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static boolean composite(PDType0Font font) {
        COSDictionary own = font.getCOSObject();
        boolean map = own.getDictionaryObject(COSName.ENCODING) instanceof COSName name
                && WHOLE_MAPS.contains(name.getName());
        if (!map) {
            return false;
        }
        COSDictionary descendant = font.getDescendantFont().getCOSObject();
        if (!(font.getDescendantFont() instanceof PDCIDFontType2)) {
            return true;
        }
        COSBase glyphs = descendant.getDictionaryObject(COSName.CID_TO_GID_MAP);
        return glyphs instanceof COSStream || COSName.IDENTITY.equals(glyphs);
    }

    private static boolean widths(PDFont font) {
        COSDictionary own = font.getCOSObject();
        int first = own.getInt(COSName.FIRST_CHAR, -1);
        int last = own.getInt(COSName.LAST_CHAR, -1);
        COSArray widths = own.getCOSArray(COSName.WIDTHS);
        return first >= 0 && last >= first && widths != null && widths.size() == last - first + 1;
    }

    /// A font of signs must say by itself which code is which sign; one of letters, by a table of the standard.
    private static boolean trueType(PDTrueTypeFont font) throws IOException {
        COSBase encoding = font.getCOSObject().getDictionaryObject(COSName.ENCODING);
        boolean symbolic =
                font.getFontDescriptor() != null && (font.getFontDescriptor().getFlags() & SYMBOLIC) != 0;
        if (symbolic) {
            TrueTypeFont program = font.getTrueTypeFont();
            return encoding == null
                    && program.getCmap() != null
                    && program.getCmap().getCmaps().length == 1;
        }
        if (encoding instanceof COSDictionary table) {
            return !table.containsKey(COSName.DIFFERENCES) && isTable(table.getDictionaryObject(COSName.BASE_ENCODING));
        }
        return isTable(encoding);
    }

    private static boolean isTable(@org.jspecify.annotations.Nullable COSBase encoding) {
        return encoding instanceof COSName name && TABLES.contains(name.getName());
    }
}
