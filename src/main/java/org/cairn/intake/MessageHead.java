package org.cairn.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.tika.metadata.Metadata;

/// The head of a message, where what the sender wrote is wanted and not what a library makes of it.
///
/// Such is the line that says when it was sent, as its sender's clock and calendar had it: Tika tells only what
/// Greenwich would have said, which can be another day.
final class MessageHead {

    static final String TYPE = "message/rfc822";
    static final String DATE = "Message:Raw-Header:Date";

    private static final int LONGEST = 256 * 1024;
    private static final int LONGEST_FIELD = 500;

    private MessageHead() {}

    static void about(IncomingBytes bytes, Metadata metadata) throws IOException {
        try (InputStream in = bytes.open()) {
            String sent = CleanText.of(field(in, "date"));
            if (!sent.isEmpty()) {
                metadata.set(DATE, sent);
            }
        }
    }

    /// The first such field before the empty line that ends the head, byte by byte; it may go on in lines that are set
    /// in. Empty where there is none.
    static String field(InputStream message, String name) throws IOException {
        String head = new String(message.readNBytes(LONGEST), StandardCharsets.ISO_8859_1);
        StringBuilder field = new StringBuilder();
        BufferedReader lines = new BufferedReader(new StringReader(head));
        boolean within = false;
        String line = lines.readLine();
        while (line != null && !line.isEmpty() && field.length() < LONGEST_FIELD) {
            boolean goesOn = Character.isWhitespace(line.charAt(0));
            if (within && !goesOn) {
                break;
            }
            boolean begins = line.toLowerCase(Locale.ROOT).startsWith(name + ":");
            if (begins || within) {
                within = true;
                field.append(' ').append(begins ? line.substring(name.length() + 1) : line);
            }
            line = lines.readLine();
        }
        return field.toString().replaceAll("\\s+", " ").strip();
    }
}
