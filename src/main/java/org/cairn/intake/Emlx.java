package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A message as Apple's mail program keeps it: how many bytes it has, the message, and notes of the program after it.
final class Emlx {

    static final String TYPE = "message/x-emlx";

    private static final int LONGEST_COUNT = 30;
    private static final Pattern COUNT = Pattern.compile("\\d{1,12} *\\r?\\n");

    private Emlx() {}

    /// Whether a count stands before the message.
    static boolean counted(IncomingBytes bytes) throws IOException {
        return COUNT.matcher(firstLine(bytes)).matches();
    }

    private static String firstLine(IncomingBytes bytes) throws IOException {
        String head = new String(bytes.head(LONGEST_COUNT), StandardCharsets.ISO_8859_1);
        return head.substring(0, head.indexOf('\n') + 1);
    }

    static IncomingBytes letter(IncomingBytes bytes) throws IOException {
        String line = firstLine(bytes);
        String count = line.strip();
        if (!COUNT.matcher(line).matches()) {
            throw new IOException("no such count");
        }
        long from = line.length();
        long length = Long.parseLong(count);
        if (length > bytes.size() - from) {
            throw new IOException("shorter than it says");
        }
        try (InputStream letter = bytes.open(from, length)) {
            return IncomingBytes.unlocked(letter, length);
        }
    }
}
