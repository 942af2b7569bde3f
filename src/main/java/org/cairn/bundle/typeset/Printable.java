package org.cairn.bundle.typeset;

/// Text made safe to print: nothing in it can reorder, hide or break what stands around it.
public final class Printable {

    private Printable() {}

    /// A title or other single line: no line ends, no controls, no marks that turn the direction of what follows.
    public static String line(String text) {
        return text(text).replace('\n', ' ').replaceAll(" {2,}", " ").strip();
    }

    /// A text of several lines: controls and turning marks go, line ends stay, tabs become spaces.
    public static String text(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(c -> append(clean, c));
        return clean.toString();
    }

    private static void append(StringBuilder clean, int c) {
        if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == '\f') {
            clean.append('\n');
        } else if (c == '\t') {
            clean.append("    ");
        } else if (c == 0xFEFF || (c & 0xFFFE) == 0xFFFE || turns(c) || Character.getType(c) == Character.CONTROL) {
            // nothing to see, and dangerous to keep
        } else if (c >= 0xD800 && c <= 0xDFFF) {
            clean.append('\uFFFD');
        } else {
            clean.appendCodePoint(c);
        }
    }

    private static boolean turns(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }
}
