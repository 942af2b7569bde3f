package org.cairn.cli;

import java.util.EnumSet;
import java.util.Set;

/// How wide text stands on a terminal: Chinese letters take two places, marks above and below others none.
final class Columns {

    private static final Set<Character.UnicodeScript> WIDE = EnumSet.of(
            Character.UnicodeScript.HAN,
            Character.UnicodeScript.HIRAGANA,
            Character.UnicodeScript.KATAKANA,
            Character.UnicodeScript.HANGUL);

    private static final int GAP = 2;

    private Columns() {}

    /// The text with blanks after it, up to a width; what is wider keeps a gap all the same.
    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(GAP, width - width(text)));
    }

    static int width(String text) {
        return text.codePoints().map(Columns::width).sum();
    }

    private static int width(int letter) {
        return switch (Character.getType(letter)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> wide(letter) ? 2 : 1;
        };
    }

    private static boolean wide(int letter) {
        Character.UnicodeBlock block = Character.UnicodeBlock.of(letter);
        return WIDE.contains(Character.UnicodeScript.of(letter))
                || block == Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
                || block == Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS;
    }
}
