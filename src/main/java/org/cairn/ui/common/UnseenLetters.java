package org.cairn.ui.common;

import com.sun.javafx.font.FontStrike;
import com.sun.javafx.font.PGFont;
import com.sun.javafx.text.GlyphLayout;
import com.sun.javafx.text.GlyphLayoutManager;
import com.sun.javafx.text.TextRun;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/// Mends a fault of JavaFX 23 to 26 on Linux: letters that are not seen (the non-joiner of «می‌گفتند», joiners, marks
/// of
/// direction, selectors) are drawn as the box of a missing letter, whatever the font.
///
/// The toolkit has Pango shape a text. Pango answers for such a letter with its `PANGO_GLYPH_EMPTY`, 0x0FFFFFFF, which
/// the toolkit takes for no number of a glyph and leaves 0: that of the box. The box has no width, so the words stand
/// right, but each is struck through. No font helps, since the font is not asked. We stand between the toolkit and its
/// layout and put the glyph of a space where such a letter has the box: nothing is drawn, nothing moves, and the text
/// itself is never touched. A letter that is missing still shows its box.
///
/// The layout is held in a constant, which only `sun.misc.Unsafe` can set; the program is started with leave for that.
/// Where there is no such layout (other systems, other versions) nothing is touched; `UnseenLettersTest` tells when the
/// mend is no longer needed.
final class UnseenLetters extends GlyphLayout {

    private static final System.Logger LOG = System.getLogger(UnseenLetters.class.getName());
    private static final int BOX = 0;

    private final GlyphLayout toolkits;
    private final Field glyphs;

    private UnseenLetters(GlyphLayout toolkits, Field glyphs) {
        this.toolkits = toolkits;
        this.glyphs = glyphs;
    }

    /// Must run on the JavaFX thread, once.
    static void mend() {
        try {
            Field shared = GlyphLayoutManager.class.getDeclaredField("REUSABLE_INSTANCE");
            shared.setAccessible(true);
            if (shared.get(null) instanceof GlyphLayout layout
                    && layout.getClass().getSimpleName().equals("PangoGlyphLayout")) {
                Field glyphs = TextRun.class.getDeclaredField("gids");
                glyphs.setAccessible(true);
                set(shared, new UnseenLetters(layout, glyphs));
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.log(System.Logger.Level.WARNING, "unseenLettersNotMended", e);
        }
    }

    private static void set(Field constant, Object value) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Unsafe");
        Field only = type.getDeclaredField("theUnsafe");
        only.setAccessible(true);
        Object unsafe = only.get(null);
        Method base = type.getMethod("staticFieldBase", Field.class);
        Method offset = type.getMethod("staticFieldOffset", Field.class);
        type.getMethod("putObject", Object.class, long.class, Object.class)
                .invoke(unsafe, base.invoke(unsafe, constant), offset.invoke(unsafe, constant), value);
    }

    @Override
    public void layout(TextRun run, PGFont font, FontStrike strike, char[] text) {
        toolkits.layout(run, font, strike, text);
        try {
            if (glyphs.get(run) instanceof int[] drawn) {
                hide(run, font, drawn, text);
            }
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void hide(TextRun run, PGFont font, int[] drawn, char @Nullable [] text) {
        for (int i = 0; text != null && i < Math.min(drawn.length, run.getGlyphCount()); i++) {
            int place = run.getStart() + run.getCharOffset(i);
            if (drawn[i] == BOX && place < text.length && unseen(Character.codePointAt(text, place))) {
                drawn[i] = font.getFontResource().getGlyphMapper().charToGlyph(' ');
            }
        }
    }

    /// Whether a letter is one that is not seen unless its script has a shape for it (Default_Ignorable_Code_Point).
    static boolean unseen(int letter) {
        return letter >= 0x200B && letter <= 0x200F
                || letter >= 0x202A && letter <= 0x202E
                || letter >= 0x2060 && letter <= 0x206F
                || letter >= 0xFE00 && letter <= 0xFE0F
                || letter >= 0x180B && letter <= 0x180F
                || letter >= 0xE0000 && letter <= 0xE0FFF
                || letter == 0xAD
                || letter == 0x34F
                || letter == 0x61C
                || letter == 0x17B4
                || letter == 0x17B5
                || letter == 0xFEFF;
    }

    @Override
    public void dispose() {
        toolkits.dispose();
        // the toolkit's own gave itself back, and is not the shared one any more
        GlyphLayoutManager.dispose(this);
    }
}
