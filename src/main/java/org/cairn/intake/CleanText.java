package org.cairn.intake;

/// Text as it may be kept: no control characters, no half characters, no run of empty lines.
final class CleanText {

    private CleanText() {}

    static String of(CharSequence raw) {
        StringBuilder clean = new StringBuilder(raw.length());
        int lines = 0;
        for (int i = 0; i < raw.length(); i++) {
            char letter = lineEnds(raw, i);
            if (letter == '\n') {
                trimLine(clean);
                lines++;
                if (lines <= 2) {
                    clean.append('\n');
                }
            } else if (keeps(raw, i)) {
                clean.append(letter == '\u00A0' ? ' ' : letter);
                lines = Character.isWhitespace(letter) ? lines : 0;
            }
        }
        return clean.toString().strip();
    }

    /// Other ways to begin a new line or page: dropped, they would glue two words together.
    private static char lineEnds(CharSequence raw, int place) {
        char letter = raw.charAt(place);
        return switch (letter) {
            // old Macs, and what people fill into forms
            case '\r' -> place + 1 < raw.length() && raw.charAt(place + 1) == '\n' ? letter : '\n';
            case '\f', '\u000B', '\u0085', '\u2028', '\u2029' -> '\n';
            default -> letter;
        };
    }

    private static boolean keeps(CharSequence raw, int place) {
        char letter = raw.charAt(place);
        if (Character.isHighSurrogate(letter)) {
            return place + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(place + 1));
        }
        if (Character.isLowSurrogate(letter)) {
            return place > 0 && Character.isHighSurrogate(raw.charAt(place - 1));
        }
        return letter == '\t'
                || !Character.isISOControl(letter) && letter != '\uFFFE' && letter != '\uFEFF' && letter != '\uFFFF';
    }

    private static void trimLine(StringBuilder clean) {
        int end = clean.length();
        while (end > 0 && (clean.charAt(end - 1) == ' ' || clean.charAt(end - 1) == '\t')) {
            end--;
        }
        clean.setLength(end);
    }
}
