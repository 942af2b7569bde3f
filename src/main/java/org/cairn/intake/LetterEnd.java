package org.cairn.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether the end of a letter is there: one of several parts closes them with a line of its own (RFC 2046, 5.1.1).
/// What is cut off reads like one that ends where it was cut.
final class LetterEnd {

    private static final String PARTS = "multipart/";

    /// A field of more letters tells nothing of a letter that a program wrote.
    private static final int LONGEST = 2_000;

    private static final Pattern BOUNDARY = Pattern.compile(
            "\\bboundary\\s*+=\\s*+(?:\"([^\"]{1,120})\"|([^\\s;\"]{1,120}))", Pattern.CASE_INSENSITIVE);

    private LetterEnd() {}

    /// Whether its parts begin, and are never closed.
    static boolean missing(IncomingBytes bytes) throws IOException {
        String type = MessageHead.field(new ByteArrayInputStream(bytes.head(256 * 1024)), "content-type");
        Matcher named = BOUNDARY.matcher(type);
        if (!type.regionMatches(true, 0, PARTS, 0, PARTS.length()) || type.length() > LONGEST || !named.find()) {
            return false;
        }
        String begin = "--" + (named.group(1) != null ? named.group(1) : named.group(2));
        boolean begun = false;
        try (InputStream in = new BufferedInputStream(bytes.open(), 65_536)) {
            ByteLines lines = new ByteLines(in);
            while (lines.next()) {
                if (lines.line().startsWith(begin)) {
                    if (lines.line().startsWith(begin + "--")) {
                        return false;
                    }
                    begun = true;
                }
            }
        }
        return begun;
    }
}
