package org.cairn.bundle.insert;

import java.nio.charset.StandardCharsets;

/// Reads a page's content token by token (ISO 32000-1, 7.2 and 7.8.2), more strictly than any reader that only shows
/// it.
///
/// Two questions: does every token end as it should, and is the drawing state at the end what it was at the start, so
/// that something written after it comes out where it was meant.
public final class ContentScan {

    private final byte[] bytes;
    private int position;
    private boolean clean = true;
    private boolean balanced = true;
    private int saved;
    private int marked;
    private boolean marks;
    private boolean inText;
    private final java.util.ArrayDeque<Character> open = new java.util.ArrayDeque<>();

    private ContentScan(byte[] bytes) {
        this.bytes = bytes;
    }

    /// What a scan found.
    ///
    /// @param clean every token is well formed
    /// @param balanced every saved state is restored, every text object and marked content ended
    /// @param marks whether it has marked content of its own
    public record Verdict(boolean clean, boolean balanced, boolean marks) {
        /// Whether content can go into a bundle as it is.
        public boolean good() {
            return clean && balanced;
        }
    }

    /// Scans decoded content.
    public static Verdict of(byte[] content) {
        ContentScan scan = new ContentScan(content);
        scan.run();
        return new Verdict(scan.clean, scan.balanced, scan.marks);
    }

    private void run() {
        while (clean && skipBlank()) {
            token();
        }
        clean &= open.isEmpty();
        balanced &= saved == 0 && !inText && marked == 0;
    }

    private void token() {
        int c = bytes[position] & 0xFF;
        switch (c) {
            case '(' -> string();
            case '<' -> angle();
            case '>' -> closeDictionary();
            case '[' -> open('[');
            case ']' -> close('[');
            case '/' -> name();
            case ')', '{', '}' -> clean = false;
            default -> word();
        }
    }

    private void open(char kind) {
        open.push(kind);
        position++;
    }

    private void close(char kind) {
        position++;
        Character last = open.poll();
        clean &= last != null && last == kind;
    }

    private void string() {
        int depth = 0;
        while (position < bytes.length) {
            int c = bytes[position++];
            if (c == '\\') {
                position++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return;
            }
        }
        clean = false;
    }

    private void angle() {
        position++;
        if (position < bytes.length && bytes[position] == '<') {
            open('<');
            return;
        }
        while (position < bytes.length) {
            int c = bytes[position++];
            if (c == '>') {
                return;
            }
            if (!isBlank(c) && Character.digit(c, 16) < 0) {
                break;
            }
        }
        clean = false;
    }

    private void closeDictionary() {
        if (position + 1 < bytes.length && bytes[position + 1] == '>') {
            position++;
            close('<');
        } else {
            clean = false;
        }
    }

    private void name() {
        position++;
        while (position < bytes.length && !isBlank(bytes[position]) && !isDelimiter(bytes[position])) {
            if (bytes[position] == '#' && !hexPairAt(position + 1)) {
                clean = false;
            }
            position++;
        }
    }

    private boolean hexPairAt(int at) {
        return at + 1 < bytes.length
                && Character.digit(bytes[at], 16) >= 0
                && Character.digit(bytes[at + 1], 16) >= 0
                && (bytes[at] != '0' || bytes[at + 1] != '0');
    }

    private void word() {
        int start = position;
        while (position < bytes.length && !isBlank(bytes[position]) && !isDelimiter(bytes[position])) {
            position++;
        }
        if (open.isEmpty() && position - start <= 3) {
            operator(new String(bytes, start, position - start, StandardCharsets.ISO_8859_1));
        }
    }

    private void operator(String name) {
        switch (name) {
            case "q" -> saved++;
            case "Q" -> balanced &= --saved >= 0;
            case "BMC", "BDC" -> {
                marked++;
                marks = true;
            }
            case "EMC" -> balanced &= --marked >= 0;
            case "BT" -> {
                balanced &= !inText;
                inText = true;
            }
            case "ET" -> {
                balanced &= inText;
                inText = false;
            }
            case "ID" -> inlineImage();
            default -> {
                // operands, and operators that leave nothing open
            }
        }
    }

    /// Goes past the picture's bytes to the `EI` that ends them: one between blanks with nothing binary behind it.
    private void inlineImage() {
        for (int i = position + 1; i + 1 < bytes.length; i++) {
            if (bytes[i] == 'E' && bytes[i + 1] == 'I' && isBlank(bytes[i - 1]) && endsAt(i + 2)) {
                position = i + 2;
                return;
            }
        }
        clean = false;
    }

    private boolean endsAt(int at) {
        if (at < bytes.length && !isBlank(bytes[at])) {
            return false;
        }
        for (int i = at; i < Math.min(bytes.length, at + 16); i++) {
            int c = bytes[i];
            if (!isBlank(c) && (c < 0x20 || c > 0x7E)) {
                return false;
            }
        }
        return true;
    }

    private boolean skipBlank() {
        while (position < bytes.length) {
            int c = bytes[position];
            if (c == '%') {
                while (position < bytes.length && bytes[position] != '\n' && bytes[position] != '\r') {
                    position++;
                }
            } else if (isBlank(c)) {
                position++;
            } else {
                return true;
            }
        }
        return false;
    }

    private static boolean isBlank(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
    }

    private static boolean isDelimiter(int c) {
        return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' || c == '}' || c == '/'
                || c == '%';
    }
}
